import { describe, expect, it } from 'vitest';
import { kindsOf, libraryOf, memberNames, openApi } from '../testing/pipeline.ts';

const everything = /^com\.example\./;
const served = {
  'x-kubernetes-group-version-kind': [{ group: 'tea.example.com', version: 'v1', kind: 'Pot' }],
};
const text = { type: 'string' };

function namesOf(definitions: Readonly<Record<string, unknown>>, kind: string): readonly string[] {
  const { library } = libraryOf([openApi(definitions)], everything);
  return memberNames(kindsOf(library).get(kind)?.members ?? []);
}

function codesOf(definitions: Readonly<Record<string, unknown>>): readonly string[] {
  return libraryOf([openApi(definitions)], everything).diagnostics.map(({ code }) => code);
}

describe('buildLibrary', () => {
  it('places a definition by the last three labels of its name', () => {
    const { library } = libraryOf(
      [openApi({ 'com.example.tea.v1.OAuthPot': { properties: { a: text } } })],
      everything,
    );
    expect([...kindsOf(library).keys()]).toEqual(['tea.v1.oAuthPot']);
  });

  it('leaves lists and definitions without fields of their own out', () => {
    const definitions = {
      'com.example.tea.v1.PotList': {
        properties: { metadata: { $ref: '#/definitions/x.v1.ListMeta' } },
      },
      'com.example.tea.v1.Amount': text,
      'com.example.tea.v1.Pot': { properties: { a: text } },
      'x.v1.ListMeta': { properties: { continue: text } },
    };
    const { library } = libraryOf([openApi(definitions)], everything);
    expect([...kindsOf(library).keys()]).toEqual(['tea.v1.pot']);
  });

  it('has no function for the apiVersion of a root, nor for the kind of one that is served', () => {
    const properties = { apiVersion: text, kind: text, host: text };
    expect(namesOf({ 'com.example.tea.v1.Pot': { properties } }, 'tea.v1.pot')).toEqual([
      'withHost',
      'withKind',
    ]);
    expect(namesOf({ 'com.example.tea.v1.Pot': { properties, ...served } }, 'tea.v1.pot')).toEqual([
      'withHost',
    ]);
  });

  it('keeps apiVersion and kind of a kind that stands in another one', () => {
    const definitions = {
      'com.example.tea.v1.Pot': { properties: { apiVersion: text, kind: text }, ...served },
      'com.example.tea.v1.Set': {
        properties: { pot: { $ref: '#/definitions/com.example.tea.v1.Pot' } },
      },
    };
    expect(namesOf(definitions, 'tea.v1.set')).toEqual(['pot.withApiVersion', 'pot.withKind']);
  });

  it('has functions for a status that is no object', () => {
    const withStatus = (status: unknown): readonly string[] =>
      namesOf({ 'com.example.tea.v1.Pot': { properties: { status } } }, 'tea.v1.pot');
    expect(withStatus({ properties: { a: text } })).toEqual([]);
    expect(withStatus({})).toEqual([]);
    expect(withStatus(text)).toEqual(['withStatus']);
    expect(withStatus({ type: 'array' })).toEqual(['withStatus', 'withStatusMixin']);
  });

  it('nests objects, adds to lists and maps, and builds items that are described in place', () => {
    const properties = {
      spec: { properties: { host: text } },
      hosts: { type: 'array', items: text },
      ports: { type: 'array', items: { properties: { port: { type: 'integer' } } } },
      labels: { type: 'object', additionalProperties: text },
      anything: {},
    };
    expect(namesOf({ 'com.example.tea.v1.Pot': { properties } }, 'tea.v1.pot')).toEqual([
      'ports.withPort',
      'spec.withHost',
      'withAnything',
      'withHosts',
      'withHostsMixin',
      'withLabels',
      'withLabelsMixin',
      'withPorts',
      'withPortsMixin',
    ]);
  });

  it('does not follow references that lead back', () => {
    const pot = {
      properties: { lid: { $ref: '#/definitions/com.example.tea.v1.Lid' }, host: text },
    };
    const lid = {
      properties: {
        pot: { $ref: '#/definitions/com.example.tea.v1.Pot' },
        pots: {
          type: 'array',
          items: { properties: { pot: { $ref: '#/definitions/com.example.tea.v1.Pot' } } },
        },
        knob: { $ref: '#/definitions/com.example.tea.v1.Knob' },
      },
    };
    const definitions = {
      'com.example.tea.v1.Pot': pot,
      'com.example.tea.v1.Lid': lid,
      'com.example.tea.v1.Knob': { properties: { colour: text } },
    };
    expect(namesOf(definitions, 'tea.v1.pot')).toEqual(['withHost', 'withLid']);
    expect(namesOf(definitions, 'tea.v1.lid')).toEqual([
      'knob.withColour',
      'pots.withPot',
      'withPot',
      'withPots',
      'withPotsMixin',
    ]);
  });

  it('survives a list whose items lead back to who has it', () => {
    const definitions = {
      'com.example.tea.v1.Pot': {
        properties: { tags: { $ref: '#/definitions/com.example.tea.v1.Tags' } },
      },
      'com.example.tea.v1.Tags': {
        type: 'array',
        items: { properties: { pot: { $ref: '#/definitions/com.example.tea.v1.Pot' } } },
      },
    };
    expect(namesOf(definitions, 'tea.v1.pot')).toEqual(['withTags', 'withTagsMixin']);
  });

  it('takes a dangling or circular reference for any value and says so', () => {
    const definitions = {
      'com.example.tea.v1.Pot': {
        properties: { a: { $ref: '#/definitions/nowhere' }, b: { $ref: '#/definitions/loop' } },
      },
      loop: { $ref: '#/definitions/loop' },
    };
    expect(namesOf(definitions, 'tea.v1.pot')).toEqual(['withA', 'withB']);
    expect(codesOf(definitions)).toEqual(['dangling-reference', 'circular-reference']);
  });

  it('refuses a kind whose definitions multiply', () => {
    const definitions: Record<string, unknown> = {
      'com.example.tea.v1.D0': { properties: { a: text } },
    };
    for (let level = 1; level <= 30; level++) {
      const below = { $ref: `#/definitions/com.example.tea.v1.D${level - 1}` };
      definitions[`com.example.tea.v1.D${level}`] = { properties: { a: below, b: below } };
    }
    expect(codesOf(definitions)).toContain('kind-too-large');
  });

  it('refuses a kind nested too deep, and does not overflow on a chain of definitions', () => {
    const definitions: Record<string, unknown> = {};
    for (let level = 0; level < 20_000; level++) {
      const below = { $ref: `#/definitions/com.example.tea.v1.D${level + 1}` };
      definitions[`com.example.tea.v1.D${level}`] = { properties: { next: below } };
    }
    expect(codesOf(definitions)).toContain('kind-too-deep');
  });

  it.each([
    ['an object with a name', { properties: { name: text } }, true],
    ['an object without a name', { properties: { labels: text } }, false],
    ['an object whose name is one', { properties: { name: { properties: { x: text } } } }, false],
    [
      'a list of objects with names',
      { items: { properties: { name: text } }, type: 'array' },
      false,
    ],
    ['a text', text, false],
  ])('takes a name for the metadata where that is %s', (_form, metadata, takesName) => {
    const kinds = [{ group: 'tea.example.com', version: 'v1', kind: 'Pot' }];
    const pot = { properties: { metadata }, 'x-kubernetes-group-version-kind': kinds };
    const { library } = libraryOf([openApi({ 'com.example.tea.v1.Pot': pot })]);
    expect(kindsOf(library).get('tea.v1.pot')?.newFunction?.takesName).toBe(takesName);
  });

  it('takes the most specific group, version and kind', () => {
    const kinds = [
      { group: '', version: 'v1', kind: 'Pot' },
      { group: 'tea.example.com', version: 'v1', kind: 'Pot' },
    ];
    const definition = {
      properties: { apiVersion: text },
      'x-kubernetes-group-version-kind': kinds,
    };
    const { library } = libraryOf([openApi({ 'com.example.tea.v1.Pot': definition })], everything);
    expect(kindsOf(library).get('tea.v1.pot')?.newFunction?.apiVersion).toBe('tea.example.com/v1');
  });
});
