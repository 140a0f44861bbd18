import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import { placeInText } from '../diagnostic/place.ts';
import { collectManifests } from './manifests.ts';

interface Collected {
  readonly manifests: readonly unknown[];
  /** `path: message`, in the order of the reports. */
  readonly problems: readonly string[];
}

function collect(exported: unknown): Collected {
  const diagnostics = new Diagnostics();
  const { locator } = placeInText('app.ts');
  const found = collectManifests(exported, { path: ['default'], locator, diagnostics });
  return {
    manifests: found.map(({ manifest }) => manifest),
    problems: diagnostics.list().map(({ path, message }) => `${path}: ${message}`),
  };
}

function pot(name: string): object {
  return { apiVersion: 'tea.example.com/v1', kind: 'Pot', metadata: { name } };
}

function names({ manifests }: Collected): readonly unknown[] {
  return manifests.map((manifest) => Object(manifest).metadata?.name);
}

describe('what is exported', () => {
  it('is a manifest', () => {
    expect(collect(pot('a'))).toEqual({ manifests: [pot('a')], problems: [] });
  });

  it('is arrays and objects of manifests, nested freely, in their order', () => {
    const collected = collect({
      z: pot('a'),
      b: [[pot('b')], { y: pot('c'), x: { w: pot('d') } }],
    });
    expect(collected.problems).toEqual([]);
    expect(names(collected)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('may be nothing at all', () => {
    for (const empty of [[], {}, [[], { a: {} }]]) {
      expect(collect(empty)).toEqual({ manifests: [], problems: [] });
    }
  });

  it('may have one object in several places', () => {
    const shared = pot('a');
    const labels = { brew: 'green' };
    const labelled = { ...pot('b'), metadata: { labels, annotations: labels } };
    expect(collect([shared, { again: shared }, labelled])).toEqual({
      manifests: [shared, shared, labelled],
      problems: [],
    });
  });

  it('may come without a prototype, as a module that is exported again does', () => {
    const bare: object = Object.assign(Object.create(null), pot('a'));
    const group: object = Object.assign(Object.create(null), { bare });
    expect(names(collect(group))).toEqual(['a']);
  });
});

describe('a list', () => {
  const list = { apiVersion: 'v1', kind: 'List', metadata: { resourceVersion: '' } };

  it('is taken for its items, also inside of another', () => {
    const potList = { apiVersion: 'tea.example.com/v1', kind: 'PotList', items: [pot('c')] };
    const collected = collect([{ ...list, items: [pot('a'), pot('b'), potList] }, pot('d')]);
    expect(collected.problems).toEqual([]);
    expect(names(collected)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('tells where an item is none', () => {
    expect(collect({ list: { ...list, items: [pot('a'), 5, { kind: 'Pot' }] } }).problems).toEqual([
      'default.list.items[1]: expected a manifest, found a number',
      'default.list.items[2]: the manifest has no apiVersion',
    ]);
  });

  it('without items is no list, unless its kind says so by nothing else', () => {
    expect(collect(list).problems).toEqual(['default: the List has no items']);
    const checkList = { apiVersion: 'v1', kind: 'CheckList', spec: { items: [] } };
    expect(collect(checkList)).toEqual({ manifests: [checkList], problems: [] });
  });
});

describe('a manifest', () => {
  it('has its fields sorted by name, apiVersion and kind first', () => {
    const [manifest] = collect({
      kind: 'Pot',
      data: { b: [{ y: 1, x: 2 }], a: null },
      apiVersion: 'v1',
    }).manifests;
    expect(JSON.stringify(manifest)).toBe(
      '{"apiVersion":"v1","kind":"Pot","data":{"a":null,"b":[{"x":2,"y":1}]}}',
    );
  });

  it('keeps a field that is called __proto__, and harms nobody with it', () => {
    const data: unknown = JSON.parse('{"__proto__": {"isPolluted": true}}');
    const [manifest] = collect({ ...pot('a'), data }).manifests;
    expect(JSON.stringify(manifest)).toContain('"data":{"__proto__":{"isPolluted":true}}');
    expect(Object({})).not.toHaveProperty('isPolluted');
  });

  it.each([
    [{ kind: 'Pot' }, 'default: the manifest has no apiVersion'],
    [{ apiVersion: 'v1' }, 'default: the manifest has no kind'],
    [{ spec: { lid: true } }, 'default: the manifest has no apiVersion and no kind'],
    [{ metadata: {} }, 'default: the manifest has no apiVersion and no kind'],
    [
      { ...pot('a'), kind: 5 },
      'default.kind: kind must be a text that is not empty, found a number',
    ],
    [
      { ...pot('a'), apiVersion: '' },
      'default.apiVersion: apiVersion must be a text that is not empty, found an empty text',
    ],
    [
      { ...pot('a'), kind: null },
      'default.kind: kind must be a text that is not empty, found null',
    ],
    [{ ...pot('a'), kind: undefined }, 'default.kind: undefined cannot stand in a manifest'],
  ])('%j is none', (exported, problem) => {
    expect(collect(exported)).toEqual({ manifests: [], problems: [problem] });
  });
});

describe('what is no manifest', () => {
  it.each([
    [null, 'null'],
    ['text', 'a text'],
    [true, 'a boolean'],
    [4, 'a number'],
  ])('%j', (value, found) => {
    expect(collect([pot('a'), value]).problems).toEqual([
      `default[1]: expected a manifest, found ${found}`,
    ]);
  });
});

class Kettle {
  readonly kind = 'Kettle';
}

const strange: readonly (readonly [string, unknown])[] = [
  ['a function', () => pot('a')],
  ['undefined', undefined],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
  ['a bigint', 5n],
  ['a symbol', Symbol('a')],
  ['an instance of Date', new Date(0)],
  ['an instance of Map', new Map([['a', 1]])],
  ['an instance of Set', new Set([1])],
  ['an instance of RegExp', /a/],
  ['an instance of URL', new URL('https://example.com')],
  ['an instance of Uint8Array', new Uint8Array(1)],
  ['an instance of Number', Object(5)],
  ['an instance of Kettle', new Kettle()],
  ['an instance of a class', Object.create({ constructor: 'none' })],
  ['an instance of Kettle', Object.create(new Kettle())],
  ['a promise (await it)', Promise.resolve(5)],
];

describe('what JSON cannot hold', () => {
  it.each(strange)('%s', (found, value) => {
    const problem = `${found} cannot stand in a manifest`;
    expect(collect({ web: { ...pot('a'), spec: { port: value } } }).problems).toEqual([
      `default.web.spec.port: ${problem}`,
    ]);
    expect(collect([pot('a'), value]).problems).toEqual([`default[1]: ${problem}`]);
    expect(collect(value).problems).toEqual([`default: ${problem}`]);
  });

  it('a hole in an array', () => {
    // oxlint-disable-next-line no-sparse-arrays -- the hole is what it tests
    const args = ['a', , 'c'];
    expect(collect({ ...pot('a'), spec: { args } }).problems).toEqual([
      'default.spec.args[1]: undefined cannot stand in a manifest',
    ]);
  });

  it('values that contain themselves', () => {
    const web: Record<string, unknown> = { ...pot('a') };
    const list: unknown[] = [web];
    web['spec'] = { self: web, list };
    expect(collect({ web, list }).problems).toEqual([
      'default.web.spec.self: the value contains itself',
      'default.web.spec.list[0]: the value contains itself',
      'default.list[0].spec.self: the value contains itself',
      'default.list[0].spec.list: the value contains itself',
    ]);
  });

  it('values that are nested too deep', () => {
    let deep: unknown = 'bottom';
    for (let level = 0; level < 400; level += 1) deep = { a: deep };
    const { problems } = collect({ ...pot('a'), spec: deep });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/: values are nested more than 300 levels deep here$/);
  });

  it('values that few objects multiply to many', () => {
    let bomb: unknown = ['bomb'];
    for (let level = 0; level < 40; level += 1) bomb = [bomb, bomb];
    expect(collect({ ...pot('a'), spec: { bomb } }).problems).toEqual([
      ': more than 3000000 values are exported',
    ]);
  });

  it('all of it at once', () => {
    const problems = [
      'default[0].spec.size: undefined cannot stand in a manifest',
      'default[2].data.at: an instance of Date cannot stand in a manifest',
      'default[1]: expected a manifest, found a text',
      'default[2]: the manifest has no apiVersion',
    ];
    const exported = [
      { ...pot('a'), spec: { size: undefined } },
      'web',
      { kind: 'Pot', data: { at: new Date(0) } },
    ];
    expect(collect(exported).problems).toEqual(problems);
  });
});
