import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { Schema } from '../schema/schema.ts';
import { checkReferences } from './check-references.ts';
import type { Definition, Definitions } from './definition.ts';

const locator = { source: 'tea.json', locate: () => [] };

function define(schemas: Readonly<Record<string, Schema>>): Definitions {
  const definitions = Object.entries(schemas).map(([name, schema]): [string, Definition] => [
    name,
    {
      name,
      schema,
      groupVersionKinds: [],
      scope: undefined,
      origin: { dialect: 'openapi-v2' },
      place: { locator, path: ['definitions', name] },
    },
  ]);
  return new Map(definitions);
}

function refer(target: string): Schema {
  return { kind: 'reference', target };
}

function list(items: Schema): Schema {
  return { kind: 'array', items };
}

function problemsOf(schemas: Readonly<Record<string, Schema>>, name: string): readonly string[] {
  const diagnostics = new Diagnostics();
  checkReferences([name], define(schemas), diagnostics);
  return diagnostics.list().map(({ path, message }) => `${path}: ${message}`);
}

describe('checkReferences', () => {
  it('reports what is not defined once, at the first definition that refers to it', () => {
    const schemas = { Pot: list(refer('Lid')), Tray: list(refer('Lid')), All: list(refer('Pot')) };
    expect(problemsOf(schemas, 'All')).toEqual([
      'definitions.Pot: "Lid" is referred to, but not defined',
    ]);
  });

  it('passes over what the names do not lead to', () => {
    expect(problemsOf({ Pot: { kind: 'string' }, Tray: list(refer('Lid')) }, 'Pot')).toEqual([]);
  });

  it('reports one of the definitions that only refer to each other, however many lead there', () => {
    const schemas = { First: refer('One'), One: refer('Two'), Two: refer('One') };
    expect(problemsOf(schemas, 'First')).toEqual([
      'definitions.First: "One" refers to nothing but itself',
    ]);
  });

  it('takes a list of itself for what it is', () => {
    expect(problemsOf({ Pot: list(refer('Pot')) }, 'Pot')).toEqual([]);
  });

  it('passes each of a hundred thousand references in a row once', () => {
    const names = Array.from({ length: 100_000 }, (_, index) => `D${index}`);
    const schemas = Object.fromEntries(
      names.map((name, index) => [name, refer(names[index + 1] ?? 'D0')]),
    );
    expect(problemsOf(schemas, 'D50000')).toHaveLength(1);
  });
});
