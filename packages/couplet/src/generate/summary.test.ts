import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import { placeInText } from '../diagnostic/place.ts';
import type { Summary } from './summary.ts';
import { parseSummary, summaryAsJson } from './summary.ts';
import { generateProblems } from './problems.ts';
import { sourceProblems } from '../source/problems.ts';

function summaryWithProblems(): Summary {
  const diagnostics = new Diagnostics();
  diagnostics.report(sourceProblems['empty-source'], {}, placeInText('a.json'));
  diagnostics.report(
    sourceProblems['not-utf-8'],
    {},
    placeInText('b.json', { line: 2, column: 3 }),
  );
  diagnostics.report(generateProblems['no-patches'], {});
  const statistics = { groups: 1, kinds: 2, functions: 3 };
  return { statistics, diagnostics: diagnostics.list() };
}

/** As it comes out of the file in which it is kept. */
function kept(summary: Summary): unknown {
  return JSON.parse(JSON.stringify(summaryAsJson(summary)));
}

describe('parseSummary', () => {
  it('reads what was kept', () => {
    const summary = summaryWithProblems();
    expect(parseSummary(kept(summary))).toEqual(summary);
  });

  it('refuses anything else, and never throws', () => {
    const whole = kept(summaryWithProblems());
    const nothing = { ...Object(whole), statistics: {} };
    const unknownSeverity = JSON.stringify(whole).replace(
      '"severity":"error"',
      '"severity":"constructor"',
    );
    for (const value of [undefined, null, [], 'x', {}, nothing, JSON.parse(unknownSeverity)]) {
      expect(parseSummary(value)).toBeUndefined();
    }
    fc.assert(fc.property(fc.jsonValue(), (value) => parseSummary(value) === undefined));
  });
});
