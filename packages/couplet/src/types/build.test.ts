import { describe, expect, it } from 'vitest';
import { openApi } from '../testing/pipeline.ts';
import { printData } from '../testing/print-types.ts';
import { typesByPath, typesOf } from '../testing/types.ts';
import type { NamedType } from './types.ts';

const text = { type: 'string' };
const served = {
  'x-kubernetes-group-version-kind': [{ group: 'tea.io', version: 'v1', kind: 'Pot' }],
};

function build(
  definitions: Record<string, unknown>,
  prefix = /^io\.tea\./,
): ReadonlyMap<string, NamedType> {
  return typesByPath(typesOf([openApi(definitions)], prefix).types);
}

describe('the data of types', () => {
  it('has a type for every kind of schema', () => {
    const types = build({
      'io.tea.v1.Pot': {
        required: ['name', 'lid'],
        properties: {
          name: text,
          size: { type: 'integer' },
          heat: { type: 'number' },
          full: { type: 'boolean' },
          port: { type: 'string', format: 'int-or-string' },
          anything: {},
          extra: { type: 'object' },
          labels: { type: 'object', additionalProperties: text },
          cups: { type: 'array', items: { $ref: '#/definitions/io.tea.v1.Cup' } },
          lists: { type: 'array', items: { type: 'array', items: text } },
          unknowns: { type: 'array' },
          kind: { type: 'string', enum: ['Big', 'Small', 'Big'] },
          colour: { type: 'string', enum: ['Red', null] },
          odd: { type: 'string', enum: ['a', {}] },
          maybe: { type: 'string', 'x-nullable': true, nullable: true },
          lid: { properties: { handle: { properties: { long: { type: 'boolean' } } } } },
        },
      },
      'io.tea.v1.Cup': { properties: { name: text }, additionalProperties: true },
    });
    expect(printData(types.get('tea/v1/Pot')?.data)).toEqual({
      'anything?': 'any',
      'colour?': 'Red?',
      'cups?': 'Cup[]',
      'extra?': 'any-object',
      'full?': 'boolean',
      'heat?': 'number',
      'kind?': 'Big|Small',
      'labels?': '{string}',
      lid: 'PotLid',
      'lists?': 'string[][]',
      'maybe?': 'string?',
      name: 'string',
      'odd?': 'string',
      'port?': 'int-or-string',
      'size?': 'number',
      'unknowns?': 'any[]',
    });
    expect(printData(types.get('tea/v1/PotLid')?.data)).toEqual({ 'handle?': 'PotLidHandle' });
    expect(printData(types.get('tea/v1/Cup')?.data)).toEqual({ 'name?': 'string', '*': 'any' });
  });

  it('is literal and required where the API serves a kind, and need not be said inside of another object', () => {
    const metadata = { properties: { name: text } };
    const types = build({
      'io.tea.v1.Pot': { properties: { apiVersion: text, kind: text, metadata }, ...served },
      'io.tea.v1.Lid': { properties: { apiVersion: text, kind: text }, ...served },
      'io.tea.v1.Shelf': { properties: { pot: { $ref: '#/definitions/io.tea.v1.Pot' } } },
    });
    const pot = types.get('tea/v1/Pot');
    expect(printData(pot?.data)).toEqual({
      apiVersion: 'tea.io/v1',
      kind: 'Pot',
      'metadata?': 'PotMetadata',
    });
    expect(pot?.embeddedName).toBe('PotEmbedded');
    expect(types.get('tea/v1/Lid')?.embeddedName).toBeUndefined();
    expect(printData(types.get('tea/v1/Shelf')?.data)).toEqual({ 'pot?': 'PotEmbedded' });
  });

  it('lets be left out what the API server fills in', () => {
    const types = build({
      'io.tea.v1.Pot': {
        required: ['status', 'size', 'colour', 'port', 'lid'],
        properties: {
          status: { properties: { full: { type: 'boolean' } } },
          size: { type: 'integer', default: 1 },
          colour: { type: 'string', default: '' },
          port: { type: 'object', default: {} },
          lid: { type: 'object', default: { handle: 'long' } },
        },
      },
      'io.tea.v1.Condition': { required: ['status'], properties: { status: text } },
    });
    expect(printData(types.get('tea/v1/Pot')?.data)).toEqual({
      colour: 'string',
      'lid?': 'any-object',
      port: 'any-object',
      'size?': 'number',
      'status?': 'PotStatus',
    });
    expect(printData(types.get('tea/v1/Condition')?.data)).toEqual({ status: 'string' });
  });

  it('goes on where the functions end, through definitions that refer to themselves', () => {
    const pot = { $ref: '#/definitions/io.tea.v1.Pot' };
    const types = build({
      'io.tea.v1.Pot': {
        properties: {
          inner: pot,
          byName: { additionalProperties: pot },
          tree: { $ref: '#/definitions/io.other.v1.Tree' },
          list: { $ref: '#/definitions/io.other.v1.List' },
          duration: { $ref: '#/definitions/io.other.v1.Duration' },
          status: { properties: { lid: { $ref: '#/definitions/io.other.v1.Lid' } } },
        },
      },
      'io.other.v1.Tree': {
        type: 'object',
        additionalProperties: { $ref: '#/definitions/io.other.v1.Tree' },
      },
      'io.other.v1.List': { type: 'array', items: { properties: { name: text } } },
      'io.other.v1.Duration': text,
      'io.other.v1.Lid': { properties: { name: text } },
      'io.other.v1.Unused': { properties: { name: text } },
    });
    expect([...types.keys()]).toEqual([
      'other/v1/Lid',
      'other/v1/List',
      'other/v1/ListItem',
      'other/v1/Tree',
      'tea/v1/Pot',
      'tea/v1/PotStatus',
    ]);
    expect(printData(types.get('tea/v1/Pot')?.data)).toEqual({
      'byName?': '{Pot}',
      'duration?': 'string',
      'inner?': 'Pot',
      'list?': 'List',
      'status?': 'PotStatus',
      'tree?': 'Tree',
    });
    expect(printData(types.get('other/v1/Tree')?.data)).toBe('{Tree}');
    expect(printData(types.get('other/v1/List')?.data)).toBe('ListItem[]');
    expect(types.get('tea/v1/PotStatus')?.functions).toBeUndefined();
    expect(types.get('other/v1/ListItem')?.functions?.name).toBe('ListItemFields');
  });

  it('takes lists of themselves, and lists of lists of lists, each a definition of its own', () => {
    const length = 20_000;
    const listOf = (name: string): unknown => ({
      type: 'array',
      items: { $ref: `#/definitions/io.tea.v1.${name}` },
    });
    const rows = Array.from({ length }, (_, index) => [
      `io.tea.v1.Row${index}`,
      index + 1 === length ? text : listOf(`Row${index + 1}`),
    ]);
    const types = build({
      'io.tea.v1.Pot': { properties: { rows: listOf('Row0'), nest: listOf('Nest') } },
      'io.tea.v1.Nest': listOf('Nest'),
      ...Object.fromEntries(rows),
    });
    expect(printData(types.get('tea/v1/Pot')?.data)).toEqual({
      'nest?': 'Nest[]',
      'rows?': 'Row0[]',
    });
    expect(printData(types.get('tea/v1/Nest')?.data)).toBe('Nest[]');
    expect(printData(types.get('tea/v1/Row19998')?.data)).toBe('string[]');
  });

  it('reports once what is not defined, wherever it stands', () => {
    const { diagnostics } = typesOf([
      openApi({
        'io.tea.v1.Pot': {
          properties: {
            lid: { $ref: '#/definitions/gone.v1.Lid' },
            status: { properties: { cup: { $ref: '#/definitions/gone.v1.Cup' } } },
          },
          ...served,
        },
        'io.tea.v1.Shelf': {
          properties: { lid: { $ref: '#/definitions/gone.v1.Lid' } },
          ...served,
        },
      }),
    ]);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      '"gone.v1.Lid" is referred to, but not defined',
      '"gone.v1.Cup" is referred to, but not defined',
    ]);
  });

  it('takes an embedded object of any form where Go sees raw bytes', () => {
    const name = 'io.k8s.apimachinery.pkg.runtime.RawExtension';
    const types = build({
      'io.tea.v1.Pot': { properties: { object: { $ref: `#/definitions/${name}` } } },
      [name]: { required: ['Raw'], properties: { Raw: { type: 'string', format: 'byte' } } },
    });
    const raw = types.get('pkg/runtime/RawExtension');
    expect(printData(raw?.data)).toBe('any-object');
    expect(raw?.functions?.fields.map(({ field }) => field.property)).toEqual(['raw']);
  });
});

describe('the names of types', () => {
  it('keeps apart what differs in nothing but the domain', () => {
    const lid = { properties: { name: text } };
    const types = build({
      'io.tea.v1.Pot': {
        properties: {
          own: { $ref: '#/definitions/io.tea.v1.Lid' },
          other: { $ref: '#/definitions/org.other.tea.v1.Lid' },
        },
      },
      'io.tea.v1.Lid': lid,
      'org.other.tea.v1.Lid': lid,
    });
    expect([...types.keys()]).toEqual(['tea/v1/Lid', 'tea/v1/Lid_tea_other_org', 'tea/v1/Pot']);
    expect(printData(types.get('tea/v1/Pot')?.data)).toEqual({
      'other?': 'Lid_tea_other_org',
      'own?': 'Lid',
    });
  });

  it('keeps apart what a type brings with it', () => {
    const types = build({
      'io.tea.v1.Pot': { properties: { fields: { properties: { name: text } } } },
      'io.tea.v1.PotKind': { properties: { name: text } },
    });
    expect([...types.keys()]).toEqual([
      'tea/v1/Pot',
      'tea/v1/PotFields_0640657c',
      'tea/v1/PotKind_tea_io',
    ]);
  });

  it('gives every kind a constant, and every served one a guard', () => {
    const types = build({
      'io.tea.v1.Pot': { properties: { apiVersion: text }, ...served },
      'io.tea.v1.Cup': { properties: { apiVersion: text }, ...served },
      'io.tea.v1.IsCup': { properties: { name: text } },
      'io.tea.v1.Import': { properties: { name: text } },
    });
    const names = [...types.values()].map((type) => [
      type.export?.constant,
      type.export?.served?.guard,
    ]);
    expect(names).toEqual([
      ['cup', 'isCup_'],
      ['import_', undefined],
      ['isCup', undefined],
      ['pot', 'isPot'],
    ]);
  });

  it('finds a module for whatever a definition is called', () => {
    const name = { properties: { name: text } };
    const references = ['Cup', 'a.Cup', 'b.TEA.v1.Cup', '../../etc.v1.Cup', 'con.v1.Cup'];
    const properties = Object.fromEntries(
      references.map((target) => [
        target,
        { $ref: `#/definitions/${target.replaceAll('/', '~1')}` },
      ]),
    );
    const types = build({
      'io.tea.v1.Pot': { properties },
      ...Object.fromEntries(references.map((target) => [target, name])),
    });
    expect([...types.keys()]).toEqual([
      'TEA_363cfe49/v1/Cup',
      '_etc_5cb4ca84/v1/Cup',
      'con_/v1/Cup',
      'tea/v1/Pot',
      'ungrouped/a/Cup',
      'ungrouped/unversioned/Cup',
    ]);
  });

  it('does not depend on the order of keys', () => {
    const definitions = {
      'io.tea.v1.Pot': {
        properties: { b: { properties: { x: text } }, B: { properties: { y: text } } },
      },
      'io.tea.v1.Cup': { properties: { name: text } },
    };
    const reversed = {
      'io.tea.v1.Cup': definitions['io.tea.v1.Cup'],
      'io.tea.v1.Pot': {
        properties: { B: { properties: { y: text } }, b: { properties: { x: text } } },
      },
    };
    const printAll = (types: ReadonlyMap<string, NamedType>): unknown =>
      [...types].map(([path, { data }]) => [path, printData(data)]);
    expect(printAll(build(definitions))).toEqual(printAll(build(reversed)));
  });
});

describe('the functions of types', () => {
  it('are there for all that the library has functions for', () => {
    const types = build({
      'io.tea.v1.Pot': {
        properties: {
          apiVersion: text,
          lids: { type: 'array', items: { properties: { name: text } } },
          cup: { $ref: '#/definitions/io.cups.v1.Cup' },
        },
        ...served,
      },
      'io.cups.v1.Cup': { properties: { pot: { $ref: '#/definitions/io.tea.v1.Lid' } } },
      'io.tea.v1.Lid': { properties: { apiVersion: text, import: text } },
    });
    const fields = (path: string): unknown =>
      types
        .get(path)
        ?.functions?.fields.map(({ field, parameter, target, isLeftOutOfRoot }) => [
          field.key,
          parameter,
          target?.name,
          isLeftOutOfRoot,
        ]);
    expect(fields('tea/v1/Pot')).toEqual([
      ['apiVersion', 'apiVersion', undefined, true],
      ['cup', 'cup', 'Cup', false],
      ['lids', 'lids', 'PotLids', false],
    ]);
    expect(fields('tea/v1/Lid')).toEqual([
      ['apiVersion', 'apiVersion', undefined, true],
      ['import', 'import_', undefined, false],
    ]);
    expect(types.get('tea/v1/Pot')?.functions?.embeddedName).toBeUndefined();
    expect(types.get('tea/v1/Lid')?.functions?.embeddedName).toBe('LidEmbeddedFields');
  });
});
