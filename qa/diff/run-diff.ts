import { isJsonObject } from '../../packages/couplet/src/json/object.ts';
import { runCommand } from '../../packages/couplet/src/testing/command.ts';

/** A change as `couplet diff --format json` prints it. */
interface PrintedChange {
  readonly kind: string;
  readonly breaking: boolean;
  readonly places: readonly string[];
}

/** Runs `couplet diff` on two files or folders. */
export async function diff(
  before: string,
  after: string,
): Promise<{ readonly code: number; readonly changes: readonly PrintedChange[] }> {
  const { code, stdout } = await runCommand(['diff', before, after, '--format', 'json']);
  const changes: unknown = JSON.parse(stdout);
  if (!Array.isArray(changes) || !changes.every(isChange)) throw new Error(`no changes: ${stdout}`);
  return { code, changes };
}

function isChange(value: unknown): value is PrintedChange {
  return (
    isJsonObject(value) &&
    typeof value['kind'] === 'string' &&
    typeof value['breaking'] === 'boolean' &&
    Array.isArray(value['places']) &&
    value['places'].every((place) => typeof place === 'string')
  );
}
