import { describe, expect, it } from 'vitest';
import { changeLines, compareCustomResources, compareDefinitions } from '../testing/comparison.ts';
import type { RawDefinitions } from '../testing/comparison.ts';
import { customResource } from '../testing/openshift.ts';

const text = { type: 'string' };

function reference(name: string): object {
  return { $ref: `#/definitions/${name}` };
}

/** A part with one field, beside definitions that have no place in the library. */
function api(field: unknown, others: RawDefinitions = {}): RawDefinitions {
  return { 'com.github.openshift.api.tea.v1.Pot': { properties: { tea: field } }, ...others };
}

function compare(
  before: unknown,
  after: unknown,
  old: RawDefinitions = {},
  own: RawDefinitions = old,
): readonly string[] {
  return changeLines(compareDefinitions(api(before, old), api(after, own)));
}

const tea = 'tea.v1.pot.withTea';

describe('the type of a value', () => {
  it.each([
    [text, { type: 'integer' }, 'string → integer'],
    [{}, text, 'any value → string'],
    [{ type: 'string', format: 'int-or-string' }, text, 'integer or string → string'],
    [{ type: 'number' }, { type: 'integer' }, 'number → integer'],
  ])('changes from %j to %j', (before, after, types) => {
    expect(compare(before, after)).toEqual([`retyped ${tea}: ${types}`]);
    const [was, is] = types.split(' → ');
    expect(compare(after, before)[0]).toMatch(
      new RegExp(`^(retyped|widened) ${tea}: ${is} → ${was}$`),
    );
  });

  it.each([
    [text, {}],
    [text, { type: 'string', format: 'int-or-string' }],
    [{ type: 'integer' }, { type: 'number' }],
  ])('is widened from %j to %j', (before, after) => {
    expect(compare(before, after)[0]).toMatch(/^widened /);
  });

  it('may be that of what is in a list or in a map', () => {
    const list = (items: unknown): object => ({ type: 'array', items });
    const map = (additionalProperties: unknown): object => ({
      type: 'object',
      additionalProperties,
    });
    expect(compare(list(text), list({ type: 'integer' }))).toEqual([
      `retyped ${tea}[]: string → integer`,
    ]);
    expect(compare(map(list(text)), map(list({})))).toEqual([
      `widened ${tea}.*[]: string → any value`,
    ]);
    expect(compare(map(text), { type: 'object' })).toEqual([
      `widened ${tea}: map of string → object`,
    ]);
    expect(compare(map({}), { type: 'object' })).toEqual([]);
  });

  it('names the fields of an object that is described in place', () => {
    const list = (...names: readonly string[]): object => ({
      type: 'array',
      items: {
        type: 'array',
        items: { properties: Object.fromEntries(names.map((name) => [name, text])) },
      },
    });
    const objects = { type: 'array', items: { type: 'array', items: { type: 'object' } } };
    expect(compare(list('raw'), objects)).toEqual([`widened ${tea}[][]: object with raw → object`]);
    expect(compare(objects, list('d', 'b', 'c', 'a'))).toEqual([
      `retyped ${tea}[][]: object → object with a, b, c and 1 more`,
    ]);
  });

  it('is looked up behind references', () => {
    const name = 'com.example.cups.v1.Size';
    const own = { [name]: { type: 'integer' } };
    expect(compare(reference(name), reference(name), { [name]: text }, own)).toEqual([
      `retyped ${tea}: string → integer`,
    ]);
    expect(compare(reference(name), text, { [name]: text })).toEqual([]);
  });
});

describe('the values that are allowed', () => {
  it.each([
    [['green', 'black'], ['green'], [`values-removed ${tea}: "black"`]],
    [['green'], ['green', 'black'], [`values-added ${tea}: "black"`]],
    [undefined, ['green'], [`values-removed ${tea}: all but "green"`]],
    [['green'], undefined, [`values-added ${tea}: all but "green"`]],
    [['green', 'black'], ['black', 'green'], []],
  ])('change from %j to %j', (before, after, changes) => {
    expect(compare({ ...text, enum: before }, { ...text, enum: after })).toEqual(changes);
    const [inList, listed] = [before, after].map((list) => ({
      type: 'array',
      items: { ...text, enum: list },
    }));
    const inside = changes.map((change) => change.replace(tea, `${tea}[]`));
    expect(compare(inList, listed)).toEqual(inside);
    const name = 'com.example.cups.v1.Size';
    const [old, own] = [before, after].map((list) => ({ [name]: { ...text, enum: list } }));
    expect(compare(reference(name), reference(name), old, own)).toEqual(changes);
  });
});

describe('what is in a list', () => {
  const name = 'com.example.cups.v1.Cup';
  const cups = { type: 'array', items: reference(name) };

  function compareCups(before: object, after: object): readonly string[] {
    return compare(cups, cups, { [name]: before }, { [name]: after });
  }

  it('is told once, by its type, where it has no functions', () => {
    const old = { properties: { size: text, handle: text } };
    const own = {
      properties: { size: { type: 'integer' }, saucer: text },
      required: ['saucer', 'size'],
    };
    expect(compareCups(old, own)).toEqual([
      'field-removed cups.v1.Cup.handle',
      'retyped cups.v1.Cup.size: string → integer',
      'newly-required cups.v1.Cup.saucer',
      'newly-required cups.v1.Cup.size',
      'field-added cups.v1.Cup.saucer',
    ]);
  });

  it('may refer to itself', () => {
    const self = { ...reference(name), description: 'Another.' };
    const old = { properties: { inner: self, size: text } };
    expect(compareCups(old, { properties: { inner: self } })).toEqual([
      'field-removed cups.v1.Cup.size',
    ]);
  });

  it('may have another name', () => {
    const other = 'com.example.cups.v1.Mug';
    const mugs = { type: 'array', items: reference(other) };
    const cup = { [name]: { properties: { size: text } } };
    expect(compare(cups, mugs, cup, { [other]: { properties: { size: text } } })).toEqual([]);
    const more = { [other]: { properties: { size: text, handle: text } } };
    expect(compare(cups, mugs, cup, more)).toEqual([`widened ${tea}[]: cups.v1.Cup → cups.v1.Mug`]);
    expect(compare(mugs, cups, more, cup)).toEqual([`retyped ${tea}[]: cups.v1.Mug → cups.v1.Cup`]);
  });

  it('may have any number of fields', () => {
    const many = Array.from({ length: 200_000 }, (_, index) => [`field${index}`, text]);
    const changes = compareCups(
      { properties: Object.fromEntries(many) },
      { properties: { z: text } },
    );
    expect(changes).toHaveLength(200_001);
  });

  it('ends, however many definitions lead on to others', () => {
    const chain = (prefix: string): RawDefinitions =>
      Object.fromEntries(
        Array.from({ length: 20_000 }, (_, index) => [
          `com.example.cups.v1.${prefix}${index}`,
          { type: 'array', items: reference(`com.example.cups.v1.${prefix}${index + 1}`) },
        ]),
      );
    const first = (prefix: string): object => reference(`com.example.cups.v1.${prefix}0`);
    expect(compare(first('A'), first('B'), chain('A'), chain('B'))[0]).toMatch(/^retyped /);
  });
});

describe('a field that not every feature set has', () => {
  function kettle(featureSet: string, names: readonly string[]): unknown {
    const properties = Object.fromEntries(names.map((name) => [name, text]));
    const spec = { type: 'object', properties };
    return customResource({ group: 'tea.example.com', kind: 'Kettle', featureSet, spec });
  }

  const both = ['lid', 'whistle'];
  const gated = [kettle('Default', ['lid']), kettle('TechPreviewNoUpgrade', both)];
  const free = [kettle('Default', both), kettle('TechPreviewNoUpgrade', both)];

  it('is said to be in the others', () => {
    const place = 'tea.v1.kettle.spec.withWhistle';
    expect(changeLines(compareCustomResources(free, gated))).toEqual([
      `function-removed ${place}: only in TechPreviewNoUpgrade`,
    ]);
    expect(changeLines(compareCustomResources(gated, free))).toEqual([
      `function-added ${place}: only in TechPreviewNoUpgrade`,
    ]);
  });
});
