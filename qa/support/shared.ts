import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestContext } from 'vitest';

/** Published libraries and API documents to test with. They are not ours to commit: they lie beside the repository. */
const sharedFolder = fileURLToPath(new URL('../../../shared/', import.meta.url));

/** A file or folder of the shared data: `sharedPath('golden', 'openshift-4.5')`. */
export function sharedPath(...parts: readonly string[]): string {
  return join(sharedFolder, ...parts);
}

/** The OpenAPI document that Couplet carries; a build puts it there. */
export const embeddedPath: string = fileURLToPath(
  new URL('../../packages/couplet/embedded/openshift-openapi.json.gz', import.meta.url),
);

/** Whether all of the files are there. */
export function isThere(...paths: readonly string[]): boolean {
  return paths.every((path) => existsSync(path));
}

/** Says that the test was skipped, and why, where one of the files that it reads is missing. */
export function skipWithout(context: TestContext, ...paths: readonly string[]): void {
  const missing = paths.filter((path) => !existsSync(path));
  if (missing.length === 0) return;
  const reason = `${missing.join(', ')} not found`;
  console.warn(`skipped: ${context.task.name}: ${reason}`);
  context.skip(reason);
}
