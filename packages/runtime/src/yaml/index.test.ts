import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { teapot } from '../../testing/tea-v1.js';
import { compose } from '../compose.ts';
import { toJson, toYaml } from './index.ts';

const web = compose(
  teapot.spec.withAdditions([
    { name: 'sugar', tags: ['brown', 'white'] },
    { name: 'milk', leaf: { weight: 0.5 } },
  ]),
  teapot.spec.withNotes({ taste: 'A bit\n  bitter,\n\nthough.\n', empty: '' }),
  teapot.new('web'),
);

/** Characters that mean something in YAML, some of them only next to others. */
const nastyCharacters = ' \n\t:#-\'"|>{}[],&*!%@`~=?<0a.é\u0085\u2028'.split('');

/** What a reader of YAML makes of a stream. */
function read(text: string, version: '1.1' | '1.2'): readonly unknown[] {
  return [...parseAllDocuments(text, { version })].map((document) => {
    expect([...document.errors, ...document.warnings]).toEqual([]);
    return document.toJS();
  });
}

describe('toYaml', () => {
  it('prints a manifest in block style, in the usual order', () => {
    expect(toYaml(web)).toBe(`apiVersion: tea.example.com/v1
kind: Teapot
metadata:
  name: web
spec:
  additions:
    - name: sugar
      tags:
        - brown
        - white
    - name: milk
      leaf:
        weight: 0.5
  notes:
    taste: |
      A bit
        bitter,

      though.
    empty: ""
`);
  });

  it('sorts the fields of every object where that is wished', () => {
    const manifest = { spec: { b: 1, a: [{ d: 1, c: 2 }] }, kind: 'Teapot', extra: {} };
    expect(toYaml(manifest, { sortKeys: true })).toBe(`extra: {}
kind: Teapot
spec:
  a:
    - c: 2
      d: 1
  b: 1
`);
  });

  it('prints a list as a stream of documents', () => {
    expect(toYaml([{ a: 1 }, {}, { b: [] }])).toBe('a: 1\n---\n{}\n---\nb: []\n');
    expect(toYaml([])).toBe('');
  });

  it('nests lists in lists', () => {
    expect(toYaml({ a: [[1, [2, { b: 3, c: [4] }]], [], {}] })).toBe(`a:
  - - 1
    - - 2
      - b: 3
        c:
          - 4
  - []
  - {}
`);
  });

  it('puts a long key on a line of its own', () => {
    const key = 'k'.repeat(2000);
    const manifest = { [key]: { [key]: [{ [key]: 'x', a: 1 }] } };
    const text = toYaml(manifest);
    expect(text.split('\n').slice(0, 4)).toEqual([`? ${key}`, ':', `  ? ${key}`, '  :']);
    expect(read(text, '1.2')).toEqual([manifest]);
  });

  it('prints numbers so that every reader takes them for numbers', () => {
    const numbers = [0, -1, 0.1, 1e21, -1e-7, 5e-324, 1.5e300, 2 ** 53];
    expect(toYaml({ numbers: numbers.slice(3, 5) })).toBe('numbers:\n  - 1.0e+21\n  - -1.0e-7\n');
    expect(read(toYaml({ numbers }), '1.1')).toEqual([{ numbers }]);
    expect(read(toYaml({ numbers }), '1.2')).toEqual([{ numbers }]);
  });

  it('is read back as it was, by YAML 1.1 and 1.2', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...nastyCharacters) }),
    );
    const key = text.filter((name) => name !== '__proto__');
    const { json } = fc.letrec((tie) => ({
      json: fc.oneof(
        { maxDepth: 4 },
        text,
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
        fc.integer(),
        fc.constantFrom(true, false, null),
        fc.array(tie('json'), { maxLength: 4 }),
        fc.dictionary(key, tie('json'), { maxKeys: 4, noNullPrototype: true }),
      ),
    }));
    const manifest = fc.dictionary(key, json, { maxKeys: 4, noNullPrototype: true });
    fc.assert(
      fc.property(fc.array(manifest, { minLength: 1, maxLength: 3 }), (manifests) => {
        const printed = toYaml(manifests);
        expect(read(printed, '1.1')).toEqual(manifests);
        expect(read(printed, '1.2')).toEqual(manifests);
      }),
      { numRuns: 1000 },
    );
  });

  it('prints __proto__ as any other field', () => {
    const manifest: object = JSON.parse('{ "__proto__": { "a": 1 }, "kind": "Teapot" }');
    expect(toYaml(manifest)).toBe('kind: Teapot\n__proto__:\n  a: 1\n');
    expect(toJson(manifest)).toBe('{\n  "kind": "Teapot",\n  "__proto__": {\n    "a": 1\n  }\n}\n');
  });
});

describe('toJson', () => {
  it('prints what toYaml prints, in the same order', () => {
    expect(JSON.parse(toJson(web))).toEqual(web);
    expect(toJson({ spec: { b: 1, a: 2 }, kind: 'Teapot' })).toBe(
      '{\n  "kind": "Teapot",\n  "spec": {\n    "b": 1,\n    "a": 2\n  }\n}\n',
    );
    expect(toJson({ b: 1, a: 2 }, { sortKeys: true })).toBe('{\n  "a": 2,\n  "b": 1\n}\n');
  });

  it('prints a list one after the other', () => {
    expect(toJson([{}, { a: 1 }])).toBe('{}\n{\n  "a": 1\n}\n');
    expect(toJson([])).toBe('');
  });
});

describe('what is no JSON', () => {
  const endless: { spec: { self?: object } } = { spec: {} };
  endless.spec.self = endless;
  const mistakes: readonly (readonly [object, string | RegExp])[] = [
    [{ spec: { host: undefined } }, 'spec.host: cannot print undefined'],
    [{ spec: { list: [1, NaN] } }, 'spec.list[1]: cannot print NaN'],
    [[{}, { a: -Infinity }], '[1].a: cannot print -Infinity'],
    [{ 'x/y': () => 1 }, '["x/y"]: cannot print a function'],
    [{ a: 1n }, 'a: cannot print a bigint'],
    [{ a: Symbol('a') }, 'a: cannot print a symbol'],
    [{ a: new Date(0) }, 'a: cannot print an instance of a class'],
    // oxlint-disable-next-line no-sparse-arrays -- a list with a hole in it
    [{ a: [1, , 2] }, 'a[1]: cannot print undefined'],
    [[{}, ['a']], '[1]: cannot print an array as a manifest, which is an object'],
    [new Map(), 'cannot print an instance of a class as a manifest, which is an object'],
    [
      endless,
      /^spec\.self\.spec\.self\..*: nested more than 1000 levels deep, or contains itself$/,
    ],
  ];

  it.each(mistakes)('is an error with its path: %#', (manifests, message) => {
    const error = typeof message === 'string' ? new Error(message) : message;
    expect(() => toYaml(manifests)).toThrow(error);
    expect(() => toJson(manifests)).toThrow(error);
  });
});
