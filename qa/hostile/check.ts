import { expect } from 'vitest';
import type { HostileCase } from './case.ts';
import type { Problem } from './report.ts';
import type { Outcome } from './sandbox.ts';
import { label } from './sandbox.ts';

/** What is wrong with a source as a whole: there is no line to name, or nothing that has lines. */
const ofWholeSources: ReadonlySet<string> = new Set([
  'file-not-found',
  'file-unreadable',
  'not-a-file',
  'folder-without-sources',
  'too-large',
  'gzip-broken',
  'utf-16',
  'empty-source',
  'html-page',
  'no-definitions',
  'several-packages',
  'package-without-crds',
  'bundle-catalog',
  'unreadable-additions',
  'patch-clash',
]);

/**
 * Checks what holds for every input, however hostile: a library or a diagnostic with a place comes of it, nothing is
 * touched outside of the output folder, and a second run says the same.
 */
export function checkOutcome(outcome: Outcome): void {
  const { result, strayed, again, report } = outcome;
  expect(result.stderr + again.stderr).not.toMatch(/^ {4}at |\b\w*Error:|a fault in Couplet/m);
  expect(strayed).toEqual([]);
  expect([0, 1, 2]).toContain(result.code);
  expect(again.code).toBe(result.code);
  expect(again.stdout).toBe('');
  if (result.code === 2) expect(result.stdout).toBe('');
  else expect(result.stderr).toBe('');
  for (const problem of report?.problems ?? []) checkPlace(problem);
  if (result.code === 0) checkLibrary(outcome);
  if (result.code === 1) expect(errorsOf(outcome)).not.toEqual([]);
}

/** Checks that a run ended as the case says. */
export function checkExpectation(outcome: Outcome, expected: HostileCase): void {
  const codes = outcome.report?.problems.map(({ code }) => code) ?? [];
  const errors = errorsOf(outcome).map(({ code }) => code);
  const { code } = outcome.result;
  switch (expected.outcome) {
    case 'library':
      expect({ code, errors }).toEqual({ code: 0, errors: [] });
      break;
    case 'wrong use':
      expect(code).toBe(2);
      break;
    default:
      expect(errors).toContain(expected.outcome);
  }
  expect(codes).toEqual(expect.arrayContaining([...(expected.reports ?? [])]));
}

function errorsOf({ report }: Outcome): readonly Problem[] {
  return report?.problems.filter(({ severity }) => severity === 'error') ?? [];
}

function checkPlace(problem: Problem): void {
  // The text names the file: there is no place in an input to blame.
  if (/^(output-|more-problems$)/.test(problem.code)) return;
  expect(problem).toMatchObject({ source: expect.any(String) });
  if (ofWholeSources.has(problem.code) || /^(?:url|archive)-/.test(problem.code)) return;
  expect(problem).toMatchObject({ position: expect.anything() });
}

/** The files are those that were reported, each kind has its page, and nothing is left to do. */
function checkLibrary({ files, report, again }: Outcome): void {
  expect([...(report?.files ?? [])].sort()).toEqual([...files].sort());
  expect(files).toContain(`${label}/main.libsonnet`);
  expect(again.stderr).toContain(' 0 files written');
  const pages = new Set(files);
  for (const file of files) {
    const kind = /^[^/]+\/_gen\/(.+)\.libsonnet$/.exec(file)?.[1];
    if (kind === undefined) continue;
    const page = kind.replace(/(^|\/)main$/, '$1index');
    expect(pages).toContain(`docs/${label}/${page}.md`);
  }
}
