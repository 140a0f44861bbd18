import { spawnSync } from 'node:child_process';
import type { TestContext } from 'vitest';

/** Whether there is a Jsonnet to run programs with. */
export const hasJsonnet: boolean = spawnSync('jsonnet', ['--version']).status === 0;

/** Says that the test was skipped, and why, where there is no Jsonnet. */
export function skipWithoutJsonnet(context: TestContext): void {
  if (hasJsonnet) return;
  const reason = 'there is no jsonnet on the PATH';
  console.warn(`skipped: ${context.task.name}: ${reason}`);
  context.skip(reason);
}
