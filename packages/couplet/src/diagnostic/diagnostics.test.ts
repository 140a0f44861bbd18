import { describe, expect, it } from 'vitest';
import type { Diagnostic } from './diagnostics.ts';
import { Diagnostics, listedOfACode } from './diagnostics.ts';
import type { Locator, Path } from './place.ts';
import { readerProblems } from '../reader/problems.ts';
import { sourceProblems } from '../source/problems.ts';

const locator: Locator = {
  source: 'a.json',
  locate: (paths) => paths.map((path) => ({ line: path.length + 1, column: 1 })),
};

function wrongTypeAt(diagnostics: Diagnostics, path: Path): void {
  diagnostics.report(
    readerProblems['wrong-type'],
    { expected: 'text', found: 'a number' },
    { locator, path },
  );
}

function textsOf(list: readonly Diagnostic[]): readonly string[] {
  return list.map(({ severity, path, message }) => `${severity} ${path}: ${message}`);
}

describe('Diagnostics', () => {
  it('lists problems in the order of their reports, with places', () => {
    const diagnostics = new Diagnostics();
    wrongTypeAt(diagnostics, ['b', 0]);
    diagnostics.report(sourceProblems['empty-source'], {});
    expect(diagnostics.list()).toEqual([
      {
        code: 'wrong-type',
        severity: 'warning',
        message: 'expected text, found a number',
        advice: expect.stringContaining('the rest is generated'),
        source: 'a.json',
        position: { line: 3, column: 1 },
        path: 'b[0]',
      },
      expect.objectContaining({ code: 'empty-source', source: undefined, path: '' }),
    ]);
    expect(diagnostics.hasErrors).toBe(true);
  });

  it('keeps the same problem at the same place once', () => {
    const diagnostics = new Diagnostics();
    for (const path of [['a', 'b'], ['a', 'b'], ['a.b'], ['a', 1], ['a', '1']]) {
      wrongTypeAt(diagnostics, path);
    }
    expect(diagnostics.list().map(({ path }) => path)).toEqual([
      'a.b',
      '["a.b"]',
      'a[1]',
      'a["1"]',
    ]);
  });

  it('counts what is more than can be listed, for each code', () => {
    const diagnostics = new Diagnostics();
    wrongTypeAt(diagnostics, [0]);
    for (let index = 0; index < listedOfACode + 5; index++) wrongTypeAt(diagnostics, [index]);
    diagnostics.report(sourceProblems['empty-source'], {});
    const list = diagnostics.list();
    expect(list).toHaveLength(listedOfACode + 2);
    expect(textsOf(list.slice(-2))).toEqual([
      'error : there is nothing in it',
      'note : 5 more problems of the kind wrong-type are not listed',
    ]);
  });
});
