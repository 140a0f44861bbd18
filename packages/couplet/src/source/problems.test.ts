import { describe, expect, test } from 'vitest';
import type { SourceParameters } from './problems.ts';
import { sourceProblems } from './problems.ts';

const hostile = `first\nsecond \u001b[31m ${'x'.repeat(1000)}`;

/** For each problem the worst that an input can put into its message. */
const samples: SourceParameters = {
  'file-not-found': {},
  'file-unreadable': { reason: 'permission denied' },
  'not-a-file': { found: 'a device' },
  'folder-without-sources': {},
  'standard-input-broken': { reason: hostile },
  'embedded-missing': {},
  'gzip-broken': { reason: hostile },
  'archive-broken': { format: 'tar', reason: hostile },
  'archive-too-large': { limit: 64 * 1024 * 1024 },
  'archive-too-many-files': { limit: 10_000 },
  'archive-too-deep': { limit: 5 },
  'archive-path-unsafe': { path: hostile },
  'archive-device': { path: hostile },
  'archive-link': {},
  'archive-repeats': {},
  'archive-unsupported': { reason: 'it is encrypted' },
  'archive-without-sources': {},
  'utf-16': {},
  'not-utf-8': {},
  'nul-character': {},
  'empty-source': {},
  'html-page': {},
  'json-syntax': { expected: 'a comma or ]', found: 'a comment' },
  'yaml-syntax': { problem: hostile },
  'too-deep': { limit: 300 },
  'too-many-values': { limit: 1000 },
  'yaml-too-long': { limit: '1000 characters' },
  'too-many-merges': { limit: 1000 },
  'number-out-of-range': {},
  'duplicate-key': { key: hostile },
  'unknown-anchor': { anchor: hostile },
  'alias-cycle': { anchor: hostile },
  'merge-without-mapping': {},
  'unknown-tag': {},
  'list-without-items': {},
};

function isCode(code: string): code is keyof SourceParameters {
  return Object.hasOwn(samples, code);
}

function messageOf<Code extends keyof SourceParameters>(
  code: Code,
  parameters: SourceParameters[Code],
): string {
  return sourceProblems[code].message(parameters);
}

describe.each(Object.keys(sourceProblems).filter(isCode))('%s', (code) => {
  test('has a message of one short line without a full stop', () => {
    expect(messageOf(code, samples[code])).toMatch(/^[a-z<]\P{Cc}{10,150}[^.]$/u);
  });

  test('has advice of one sentence', () => {
    expect(sourceProblems[code].advice).toMatch(/^[A-Z].{10,150}\.$/);
  });
});

test('only what can be used all the same is a warning', () => {
  const warnings = Object.entries(sourceProblems).filter(([, entry]) => entry.severity !== 'error');
  expect(warnings.map(([code]) => code)).toEqual([
    'archive-link',
    'archive-repeats',
    'duplicate-key',
    'unknown-tag',
  ]);
});
