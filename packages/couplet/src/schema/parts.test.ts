import { describe, expect, it } from 'vitest';
import type { PartKeyword } from './parts.ts';
import { visitParts } from './parts.ts';
import type { Schema } from './schema.ts';

function partsOf(schema: Schema): readonly (readonly [PartKeyword, Schema])[] {
  const parts: (readonly [PartKeyword, Schema])[] = [];
  visitParts(schema, (part, keyword) => parts.push([keyword, part]));
  return parts;
}

const text: Schema = { kind: 'string' };
const none = { properties: new Map<string, Schema>(), required: new Set<string>() };

/** A schema for each keyword that can have one in it: the compiler asks for every keyword that there is. */
const schemas: Readonly<Record<PartKeyword, Schema>> = {
  properties: { kind: 'object', ...none, properties: new Map([['lid', text]]) },
  additional: { kind: 'object', ...none, additional: text },
  items: { kind: 'array', items: text },
  allOf: { kind: 'any', allOf: [text] },
  anyOf: { kind: 'any', anyOf: [text] },
  oneOf: { kind: 'any', oneOf: [text] },
  not: { kind: 'any', not: text },
};

describe('visitParts', () => {
  it.each(Object.entries(schemas))('visits what stands under %s', (keyword, schema) => {
    expect(partsOf(schema)).toEqual([[keyword, text]]);
  });

  it('visits all of an object', () => {
    const pot: Schema = {
      kind: 'object',
      properties: new Map([['lid', text]]),
      required: new Set(),
      additional: { kind: 'boolean' },
      anyOf: [{ kind: 'any' }, text],
      not: { kind: 'number' },
    };
    expect(partsOf(pot).map(([keyword, { kind }]) => `${keyword} ${kind}`)).toEqual([
      'properties string',
      'additional boolean',
      'anyOf any',
      'anyOf string',
      'not number',
    ]);
  });

  it('visits nothing else', () => {
    const lid: Schema = { kind: 'array', items: text };
    expect(partsOf({ kind: 'array', items: lid })).toEqual([['items', lid]]);
    expect(partsOf({ kind: 'reference', target: 'Lid' })).toEqual([]);
    expect(partsOf({ kind: 'object', ...none, additional: true })).toEqual([]);
    expect(partsOf({ kind: 'array' })).toEqual([]);
  });
});
