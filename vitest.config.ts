import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';
import { readLayers } from './qa/layers/table.ts';

/** The layers that run in browsers: their tests touch nothing of the process, and so can share the modules they load. */
const pure = readLayers(readFileSync(join(import.meta.dirname, 'docs/architecture.md'), 'utf8'))
  .filter(({ isForBrowsers }) => isForBrowsers)
  .map(({ name }) => `packages/couplet/src/${name}/**/*.test.ts`);

export default defineConfig({
  test: {
    // Many tests wait for processes and servers: one more worker than there are cores keeps the cores busy.
    maxWorkers: availableParallelism() + 1,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    setupFiles: process.env['CI'] === undefined ? [] : ['qa/support/same-cases.ts'],
    projects: [
      { extends: true, test: { name: 'pure', include: pure, isolate: false } },
      {
        extends: true,
        test: {
          name: 'others',
          include: ['packages/*/src/**/*.test.ts', 'qa/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...pure],
        },
      },
    ],
  },
});
