import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.ts', 'qa/**/*.test.ts'],
    // Many tests wait for processes and servers: one more worker than there are cores keeps the cores busy.
    maxWorkers: availableParallelism() + 1,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    setupFiles: process.env['CI'] === undefined ? [] : ['qa/support/same-cases.ts'],
  },
});
