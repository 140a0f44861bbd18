import { describe, expect, test } from 'vitest';
import type { NetParameters } from './problems.ts';
import { netProblems } from './problems.ts';

const hostile = `first\nsecond \u001b[31m ${'x'.repeat(1000)}`;

/** For each problem the worst that an input can put into its message. */
const samples: NetParameters = {
  'too-large': { limit: 1024 * 1024 },
  'url-invalid': { reason: 'it is no URL' },
  'url-unreachable': { reason: 'its name is unknown' },
  'url-untrusted': { reason: hostile },
  'url-timed-out': { seconds: 60 },
  'url-broken-off': { reason: hostile },
  'url-redirect-refused': { reason: 'it does not say where' },
  'url-not-found': { status: 404 },
  'url-forbidden': { status: 403 },
  'url-request-refused': { status: 400 },
  'url-server-failed': { status: 500 },
  'url-busy': { status: 429, seconds: 999_999_999 },
  'url-without-document': { status: 204 },
};

function isCode(code: string): code is keyof NetParameters {
  return Object.hasOwn(samples, code);
}

function messageOf<Code extends keyof NetParameters>(
  code: Code,
  parameters: NetParameters[Code],
): string {
  return netProblems[code].message(parameters);
}

describe.each(Object.keys(netProblems).filter(isCode))('%s', (code) => {
  test('has a message of one short line without a full stop', () => {
    expect(messageOf(code, samples[code])).toMatch(/^[a-z<]\P{Cc}{10,150}[^.]$/u);
  });

  test('has advice of one sentence', () => {
    expect(netProblems[code].advice).toMatch(/^[A-Z].{10,150}\.$/);
  });
});
