import { describe, expect, it } from 'vitest';
import { openApi } from '../testing/pipeline.ts';
import { printData } from '../testing/print-types.ts';
import { typesByPath, typesOf } from '../testing/types.ts';
import { Resolver } from '../api/resolve.ts';
import type { ObjectSchema } from '../schema/schema.ts';
import { hasMoreProperties } from './alternatives.ts';
import type { NamedType } from './types.ts';

const text = { type: 'string' };

function build(definitions: Record<string, unknown>): ReadonlyMap<string, NamedType> {
  return typesByPath(typesOf([openApi(definitions)], /^io\.tea\./).types);
}

describe('alternatives', () => {
  const cup = { $ref: '#/definitions/io.tea.v1.Cup' };
  const lid = { $ref: '#/definitions/io.tea.v1.Lid' };
  const parts = {
    'io.tea.v1.Cup': { properties: { name: text } },
    'io.tea.v1.Lid': { properties: { size: { type: 'integer' } } },
  };
  const number = { type: 'integer' };

  /** The type of a field, as a pot has it. */
  function typeOf(field: unknown, others: Record<string, unknown> = parts): unknown {
    const types = build({ 'io.tea.v1.Pot': { properties: { field } }, ...others });
    const data: unknown = printData(types.get('tea/v1/Pot')?.data);
    return Object.entries(data ?? {}).find(([name]) => name === 'field?')?.[1];
  }

  it.each([
    [{ oneOf: [number, text] }, 'int-or-string'],
    [{ anyOf: [{ type: 'number' }, text, number] }, 'int-or-string'],
    [{ oneOf: [number, text, { type: 'boolean' }] }, 'int-or-string|boolean'],
    [{ oneOf: [cup, { type: 'array', items: text }] }, 'Cup|string[]'],
    [{ anyOf: [cup, lid, cup] }, 'Cup|Lid'],
    [{ anyOf: [{ enum: ['a', 1] }, { enum: ['a', true] }] }, 'a|1|true'],
    [{ anyOf: [{ enum: ['a', 1] }, text] }, '1|string'],
    [{ oneOf: [{ oneOf: [cup] }, { anyOf: [lid, text] }] }, 'Cup|Lid|string'],
    [{ anyOf: [{ ...text, nullable: true }, cup] }, 'string|Cup?'],
    [{ nullable: true, anyOf: [{ ...text, nullable: true }, cup] }, 'string|Cup?'],
    [{ oneOf: [{ properties: { name: text } }, text] }, 'PotFieldOneOf0|string'],
    [{ oneOf: [cup, { required: ['name'] }] }, 'any'],
    [{ oneOf: [] }, 'any'],
  ])('%j is one of them: %s', (field, expected) => {
    expect(typeOf(field)).toBe(expected);
  });

  it.each([
    [{ allOf: [cup, lid] }, 'Cup&Lid'],
    [{ allOf: [cup, { description: 'A cup.' }, cup] }, 'Cup'],
    [
      { allOf: [cup, { oneOf: [lid, { properties: { own: text } }] }] },
      'Cup&Lid|PotFieldAllOf1OneOf1',
    ],
    [{ allOf: [{ enum: ['a', 'b'] }, { enum: ['b', 'c'] }] }, 'b'],
    [{ allOf: [text, { enum: ['a', 1] }] }, 'a'],
    [{ allOf: [{ oneOf: [number, text] }, { oneOf: [text, { type: 'boolean' }] }] }, 'string'],
    [{ allOf: [{ oneOf: [number, cup] }, { anyOf: [{ enum: [1, 'a'] }, lid] }] }, '1'],
    [{ allOf: [{ type: 'object' }, { additionalProperties: text }] }, '{string}'],
    [{ allOf: [{ additionalProperties: {} }, { additionalProperties: text }] }, '{string}'],
    [{ allOf: [{ type: 'array' }, { type: 'array', items: text }] }, 'string[]'],
    [{ allOf: [{ ...text, nullable: true }, { pattern: 'a' }] }, 'string?'],
    [
      {
        allOf: [
          { ...text, nullable: true },
          { ...text, pattern: 'a' },
        ],
      },
      'string',
    ],
    [
      {
        allOf: [
          { ...text, nullable: true },
          { maxLength: 1, nullable: true },
        ],
      },
      'string?',
    ],
    [{ oneOf: [cup, text], anyOf: [cup, number] }, 'Cup'],
    [{ allOf: [text, number] }, 'any'],
    [{ allOf: [text, number, { type: 'boolean' }] }, 'any'],
    [{ allOf: [cup, text] }, 'any'],
    [{ allOf: [cup, { additionalProperties: text }] }, 'Cup'],
    [{ allOf: [cup, { type: 'object' }] }, 'Cup'],
    [{ allOf: [{ enum: ['a'] }, { enum: ['b'] }] }, 'any'],
  ])('%j is all of them: %s', (field, expected) => {
    expect(typeOf(field)).toBe(expected);
  });

  it.each([
    [{ ...text, anyOf: [{ format: 'ipv4' }, { format: 'ipv6' }] }, 'string'],
    [{ ...text, not: { enum: ['a'] } }, 'string'],
    [{ ...text, anyOf: [{ enum: ['a'] }, { enum: ['b', 1] }] }, 'a|b'],
    [{ ...text, allOf: [{ enum: ['a', 'b'] }, { enum: ['b'] }] }, 'b'],
    [{ ...text, enum: ['a', 'b'], anyOf: [{ enum: ['a'] }, { pattern: '.' }] }, 'a|b'],
    [{ ...text, nullable: true, anyOf: [{ enum: ['a'] }, { maxLength: 1 }] }, 'string?'],
    [{ ...text, oneOf: [number, cup] }, 'string'],
    [{ 'x-kubernetes-int-or-string': true, anyOf: [number, text] }, 'int-or-string'],
    [{ 'x-kubernetes-int-or-string': true, allOf: [{ anyOf: [text] }] }, 'string'],
    [{ type: 'object', oneOf: [{ required: ['a'] }, { required: ['b'] }] }, 'any-object'],
    [{ type: 'object', oneOf: [cup, lid] }, 'Cup|Lid'],
    [{ additionalProperties: text, oneOf: [cup, lid] }, '{string}'],
    [{ type: 'array', items: text, allOf: [{ items: { enum: ['a'] } }] }, 'string[]'],
    [{ properties: { a: text }, oneOf: [{ required: ['a'] }, cup] }, 'PotField'],
  ])('%j restricts what the schema says itself: %s', (field, expected) => {
    expect(typeOf(field)).toBe(expected);
  });

  it('are not told one by one where there are too many', () => {
    const values = (length: number): unknown =>
      typeOf({ oneOf: Array.from({ length }, (_, index) => ({ enum: [index] })) });
    expect(values(1000)).toMatch(/^0\|1\|.*\|999$/);
    expect(values(1001)).toBe('any');
  });

  it('have a name where they are a definition', () => {
    const choice = { $ref: '#/definitions/io.tea.v1.Choice' };
    const others = { ...parts, 'io.tea.v1.Choice': { oneOf: [cup, lid] } };
    expect(typeOf(choice, others)).toBe('Choice');
    const types = build({ 'io.tea.v1.Pot': { properties: { choice } }, ...others });
    expect(printData(types.get('tea/v1/Choice')?.data)).toBe('Cup|Lid');
    expect(typeOf(choice, { 'io.tea.v1.Choice': { oneOf: [{ required: ['a'] }] } })).toBe('any');
    expect(typeOf({ allOf: [choice, { pattern: 'a' }] }, others)).toBe('Choice');
  });

  it('may have properties that the object beside them does not name', () => {
    const isOpen = (alternatives: object): unknown => {
      const pot = { properties: { name: text }, ...alternatives };
      const data = build({ 'io.tea.v1.Pot': pot, ...parts }).get('tea/v1/Pot')?.data;
      return data?.kind === 'interface' && data.isOpen;
    };
    expect(isOpen({ oneOf: [cup] })).toBe(false);
    expect(isOpen({ oneOf: [{ properties: { name: { enum: ['a'] } } }] })).toBe(false);
    expect(isOpen({ allOf: [{ required: ['name'] }, { anyOf: [cup, lid] }] })).toBe(true);
  });

  it('that are alternatives of themselves say nothing, but in a list', () => {
    const of = (name: string): unknown => ({ $ref: `#/definitions/io.tea.v1.${name}` });
    const types = build({
      'io.tea.v1.Pot': { properties: { one: of('One'), own: of('Own'), nested: of('Nested') } },
      'io.tea.v1.One': { allOf: [cup, of('Other')] },
      'io.tea.v1.Other': { allOf: [lid, { anyOf: [of('One')] }] },
      'io.tea.v1.Own': { ...text, oneOf: [of('Own')] },
      'io.tea.v1.Nested': { oneOf: [text, { type: 'array', items: { oneOf: [of('Nested')] } }] },
      ...parts,
    });
    expect(printData(types.get('tea/v1/One')?.data)).toBe('Cup');
    expect(printData(types.get('tea/v1/Other')?.data)).toBe('Lid');
    expect(printData(types.get('tea/v1/Nested')?.data)).toBe('string|Nested[]');
    expect(printData(types.get('tea/v1/Pot')?.data)).toMatchObject({ 'own?': 'string' });
  });
});

it('asks an alternative once whether it has more, however often it is listed', () => {
  let reads = 0;
  const shared: ObjectSchema = {
    kind: 'object',
    required: new Set(),
    get properties(): ObjectSchema['properties'] {
      reads += 1;
      return new Map();
    },
  };
  const object: ObjectSchema = {
    kind: 'object',
    properties: new Map(),
    required: new Set(),
    anyOf: Array.from({ length: 1000 }, () => shared),
  };
  expect(hasMoreProperties(object, 'io.tea.v1.Pot', new Resolver(new Map()))).toBe(false);
  expect(reads).toBe(1);
});
