import { describe, expect, test } from 'vitest';
import { jsonnetTarget } from '../target/jsonnet/target.ts';
import { markdownTarget } from '../target/markdown/target.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { LibraryRequest } from './request.ts';

type Complete = { readonly [Key in keyof Required<LibraryRequest>]: LibraryRequest[Key] };

const request: Complete = {
  label: 'tea',
  localName: 't',
  repository: 'example.com/tea',
  description: 'Tea',
  from: ['tea.json', 'pots.json'],
  prefix: /tea/,
  featureSet: 'Default',
  targets: [jsonnetTarget, markdownTarget],
  targetOptions: { slim: true },
  out: 'lib',
  patches: 'patches',
  extensions: 'extensions',
};

/** Every key with another value. The compiler wants one for each key, so a new option is tested, too. */
const changed: Complete = {
  label: 'coffee',
  localName: 'c',
  repository: 'example.com/coffee',
  description: 'Coffee',
  from: ['pots.json', 'tea.json'],
  prefix: /tea/i,
  featureSet: undefined,
  targets: [jsonnetTarget],
  targetOptions: { slim: false },
  out: 'elsewhere',
  patches: undefined,
  extensions: 'other',
};

const sources = [{ name: 'tea.json', sha256: 'a'.repeat(64) }];
const files = [{ path: 'tea/jsonnetfile.json', text: '{}' }];
const fingerprint = fingerprintOf(request, sources, files);

/** Takes the fingerprint of a request that has one option more. */
function withValue(value: unknown): string {
  return fingerprintOf(Object.assign({ ...request }, { value }), sources, files);
}

describe('the fingerprint of a run', () => {
  test.for(Object.keys(request).filter((key) => key !== 'out'))('changes with %s', (key) => {
    const value = Object.entries(changed).find(([name]) => name === key)?.[1];
    const other = { ...request, [key]: value };
    expect(fingerprintOf(other, sources, files)).not.toBe(fingerprint);
  });

  test('is the same wherever the library is written', () => {
    expect(fingerprintOf({ ...request, out: changed.out }, sources, files)).toBe(fingerprint);
  });

  test('is the same for the same request in another order, and with what is absent left out', () => {
    const reversed: Complete = {
      ...Object.fromEntries(Object.entries(request).toReversed()),
      ...request,
      targets: [markdownTarget, jsonnetTarget],
    };
    expect(Object.keys(reversed)[0]).toBe('extensions');
    expect(fingerprintOf(reversed, sources, files)).toBe(fingerprint);
    expect(withValue({ tea: undefined })).toBe(withValue({}));
  });

  test.for([
    ['the name of a source', [{ name: 'pot.json', sha256: 'a'.repeat(64) }], files],
    ['the bytes of a source', [{ name: 'tea.json', sha256: 'b'.repeat(64) }], files],
    ['the number of sources', [...sources, ...sources], files],
    ['the text of a file', sources, [{ path: 'tea/jsonnetfile.json', text: '[]' }]],
    ['the path of a file', sources, [{ path: 'tea/jsonnetfile', text: '{}' }]],
    ['the number of files', sources, []],
  ] as const)('changes with %s', ([, otherSources, otherFiles]) => {
    expect(fingerprintOf(request, otherSources, otherFiles)).not.toBe(fingerprint);
  });

  test.for([
    ['a text and a pattern', 'tea', /tea/],
    ['a text and a list of it', 'tea', ['tea']],
    ['a list and an object', [['tea', 1]], { tea: 1 }],
    ['two values of an object', { tea: 1 }, { tea: 2 }],
    ['a number and a text', 1, '1'],
    ['nothing and null', [undefined], [null]],
  ])('tells apart %s', ([, left, right]) => {
    expect(withValue(left)).not.toBe(withValue(right));
  });

  test.for<[string, unknown]>([
    ['function', () => 'tea'],
    ['bigint', 1n],
    ['number', Number.NaN],
    ['object', new Date(0)],
    ['object', new Set(['tea'])],
    ['object', new Map([['tea', 1]])],
  ])('refuses what is no data: a %s', ([type, value]) => {
    expect(() => withValue(value)).toThrow(`a ${type} that no fingerprint`);
  });
});
