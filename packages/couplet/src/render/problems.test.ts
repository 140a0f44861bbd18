import { describe, expect, test } from 'vitest';
import type { RenderParameters } from './problems.ts';
import { renderProblems } from './problems.ts';

const hostile = `first\nsecond \u001b[31m ${'x'.repeat(1000)}`;

/** For each problem the worst that an input can put into its message. */
const samples: RenderParameters = {
  'module-faulty': { problem: hostile },
  'module-doubtful': { problem: hostile },
  'module-failed': { thrown: hostile, calls: ['app.ts:1:2', 'app.ts:3:4'] },
  'module-ended': { code: 3 },
  'module-unloadable': { reason: hostile },
  'nothing-exported': {},
  'function-not-default': {},
  'value-not-data': { found: 'a function' },
  'value-cycle': {},
  'value-too-deep': { limit: 300 },
  'too-much-exported': { limit: 1000 },
  'not-a-manifest': { found: 'a text' },
  'manifest-incomplete': { missing: 'kind' },
  'manifest-misnamed': { field: 'kind', found: 'a number' },
  'file-shared': { path: 'pot-a', other: hostile },
  'jsonnet-missing': {},
  'jsonnet-unstartable': { reason: hostile },
  'jsonnet-failed': {},
  'jsonnet-without-json': {},
  'standard-output-broken': { reason: hostile },
};

function isCode(code: string): code is keyof RenderParameters {
  return Object.hasOwn(samples, code);
}

function messageOf<Code extends keyof RenderParameters>(
  code: Code,
  parameters: RenderParameters[Code],
): string {
  return renderProblems[code].message(parameters);
}

describe.each(Object.keys(renderProblems).filter(isCode))('%s', (code) => {
  test('has a message of one line without a full stop', () => {
    expect(messageOf(code, samples[code])).toMatch(/^\P{Cc}{10,500}[^.]$/u);
  });

  test('has advice of one sentence', () => {
    expect(renderProblems[code].advice).toMatch(/^[A-Z].{10,150}\.$/);
  });
});

test('where a module throws, the calls that led there are told', () => {
  const calls = ['app.ts:1:2', 'app.ts:3:4'];
  const message = messageOf('module-failed', { thrown: 'Error: no lid', calls });
  expect(message).toBe('Error: no lid (called at app.ts:1:2, app.ts:3:4)');
  expect(messageOf('module-failed', { thrown: 'Error: no lid', calls: [] })).toBe('Error: no lid');
});

test('only what a module may mean so is a warning', () => {
  const warnings = Object.entries(renderProblems).filter(([, entry]) => entry.severity !== 'error');
  expect(warnings.map(([code]) => code)).toEqual(['module-doubtful']);
});
