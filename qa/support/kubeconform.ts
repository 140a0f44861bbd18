import { spawnSync } from 'node:child_process';
import type { TestContext } from 'vitest';

const hasKubeconform = spawnSync('kubeconform', ['-v']).status === 0;

/** Says that the test was skipped, and why, where there is no kubeconform. */
export function skipWithoutKubeconform(context: TestContext): void {
  if (hasKubeconform) return;
  const reason = 'there is no kubeconform on the PATH';
  console.warn(`skipped: ${context.task.name}: ${reason}`);
  context.skip(reason);
}
