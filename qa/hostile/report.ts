import type { Position } from '../../packages/couplet/src/diagnostic/place.ts';
import { isJsonObject } from '../../packages/couplet/src/json/object.ts';

/** A diagnostic as `--json` prints it. */
export interface Problem {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly source: string | undefined;
  readonly position: Position | undefined;
}

/** What `couplet generate --json` printed, for one library. */
export interface Report {
  readonly problems: readonly Problem[];
  /** How many functions the library has; absent where there is none. */
  readonly functions: number | undefined;
  /** The paths of the files of the library, absent where it was not written. */
  readonly files: readonly string[] | undefined;
}

/** @throws {TypeError} where it is not what the command prints */
export function readReport(text: string): Report {
  const report = objectIn(JSON.parse(text));
  const [library] = listIn(report['libraries']);
  const fields = library === undefined ? {} : objectIn(library);
  const problems = [...listIn(report['diagnostics']), ...listIn(fields['diagnostics'])];
  const { statistics, changes } = fields;
  const functions = isJsonObject(statistics) ? statistics['functions'] : undefined;
  return {
    problems: problems.map(readProblem),
    functions: typeof functions === 'number' ? functions : undefined,
    files: isJsonObject(changes)
      ? ['created', 'changed', 'unchanged'].flatMap((of) => listIn(changes[of]).map(String))
      : undefined,
  };
}

function readProblem(value: unknown): Problem {
  const { code, severity, message, source, position } = objectIn(value);
  const { line, column } = isJsonObject(position) ? position : {};
  const isPosition = typeof line === 'number' && typeof column === 'number';
  return {
    code: String(code),
    severity: String(severity),
    message: String(message),
    source: typeof source === 'string' ? source : undefined,
    position: isPosition ? { line, column } : undefined,
  };
}

function objectIn(value: unknown): Readonly<Record<string, unknown>> {
  if (!isJsonObject(value)) throw new TypeError(`no object: ${String(value)}`);
  return value;
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
