import { expect, it } from 'vitest';
import { Diagnostics } from '../../packages/couplet/src/diagnostic/diagnostics.ts';
import type { Locator } from '../../packages/couplet/src/diagnostic/place.ts';
import { readerProblems } from '../../packages/couplet/src/reader/problems.ts';

const locator: Locator = {
  source: 'a.json',
  locate: (paths) => paths.map((path) => ({ line: path.length + 1, column: 1 })),
};

// In a file of its own: the memory of a process that runs several is not of this alone.
it('problems stay small where names are long and many stand below them', () => {
  const diagnostics = new Diagnostics();
  const long = Array.from({ length: 100 }, (_, level) => `${level}${'x'.repeat(100_000)}`);
  const before = process.memoryUsage().heapUsed;
  for (let index = 0; index < 500; index++) {
    diagnostics.report(
      readerProblems['wrong-type'],
      { expected: 'text', found: 'a number' },
      { locator, path: [...long, index] },
    );
  }
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(50_000_000);
  expect(diagnostics.list()).toHaveLength(500);
});
