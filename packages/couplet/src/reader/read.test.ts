import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { Definition } from '../api/definition.ts';
import { documentOf, openApi } from '../testing/pipeline.ts';
import { readDefinitions } from './read.ts';

interface Outcome {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly problems: readonly string[];
}

function read(...values: readonly unknown[]): Outcome {
  const diagnostics = new Diagnostics();
  const documents = values.map((value) => documentOf(value));
  const definitions = readDefinitions(documents, diagnostics);
  const problems = diagnostics.list().map(({ code, path }) => `${code} at ${path}`);
  return { definitions, problems };
}

function readSchema(
  schema: unknown,
): Outcome & { readonly schema: Definition['schema'] | undefined } {
  const outcome = read(openApi({ 'a.b.v1.C': schema }).value);
  return { ...outcome, schema: outcome.definitions.get('a.b.v1.C')?.schema };
}

describe('OpenAPI v2', () => {
  it('keeps all that a schema says', () => {
    const rule = { rule: 'self.size() < 3', message: 'too many' };
    const { schema, problems } = readSchema({
      type: 'array',
      title: 'Cups',
      description: 'Cups to fill.',
      items: { type: 'string', pattern: '^c', minLength: 1, enum: ['cup', 'can'], default: 'cup' },
      minItems: 1,
      maxItems: 3,
      uniqueItems: true,
      nullable: true,
      'x-kubernetes-list-type': 'map',
      'x-kubernetes-list-map-keys': ['name'],
      'x-kubernetes-patch-merge-key': 'name',
      'x-kubernetes-patch-strategy': 'merge',
      'x-kubernetes-validations': [rule],
    });
    expect(problems).toEqual([]);
    expect(schema).toEqual({
      kind: 'array',
      type: 'array',
      title: 'Cups',
      description: 'Cups to fill.',
      items: {
        kind: 'string',
        type: 'string',
        pattern: '^c',
        minLength: 1,
        enum: ['cup', 'can'],
        default: 'cup',
      },
      minItems: 1,
      maxItems: 3,
      uniqueItems: true,
      nullable: true,
      listType: 'map',
      listMapKeys: ['name'],
      patchMergeKey: 'name',
      patchStrategy: 'merge',
      validations: [rule],
    });
  });

  it.each([
    [{ type: 'string', format: 'int-or-string' }, 'int-or-string'],
    [{ 'x-kubernetes-int-or-string': true }, 'int-or-string'],
    [{ properties: {} }, 'object'],
    [{ additionalProperties: { type: 'string' } }, 'object'],
    [{}, 'any'],
    [true, 'any'],
    [{ $ref: '#/definitions/x~1y' }, 'reference'],
  ])('reads %j as %s', (raw, kind) => {
    expect(readSchema(raw).schema?.kind).toBe(kind);
  });

  it('unescapes references', () => {
    expect(readSchema({ $ref: '#/definitions/x~1y~0z' }).schema).toEqual({
      kind: 'reference',
      target: 'x/y~z',
    });
  });

  it.each([
    [{ type: 7 }, 'wrong-type at definitions["a.b.v1.C"].type'],
    [{ properties: [] }, 'wrong-type at definitions["a.b.v1.C"].properties'],
    [{ properties: { a: 'text' } }, 'wrong-type at definitions["a.b.v1.C"].properties.a'],
    [{ type: 'object', required: 'a' }, 'wrong-type at definitions["a.b.v1.C"].required'],
    [{ type: 'object', required: [1] }, 'wrong-type at definitions["a.b.v1.C"].required[0]'],
    [{ description: [] }, 'wrong-type at definitions["a.b.v1.C"].description'],
    [{ minimum: '1' }, 'wrong-type at definitions["a.b.v1.C"].minimum'],
    [{ enum: {} }, 'wrong-type at definitions["a.b.v1.C"].enum'],
    [{ allOf: {} }, 'wrong-type at definitions["a.b.v1.C"].allOf'],
    [{ not: 3 }, 'wrong-type at definitions["a.b.v1.C"].not'],
    [
      { 'x-kubernetes-validations': [{}] },
      'wrong-type at definitions["a.b.v1.C"].x-kubernetes-validations[0]',
    ],
    [{ $ref: 3 }, 'wrong-type at definitions["a.b.v1.C"].$ref'],
    [{ $ref: 'other.json#/x' }, 'foreign-reference at definitions["a.b.v1.C"].$ref'],
    [null, 'wrong-type at definitions["a.b.v1.C"]'],
    [
      { 'x-kubernetes-group-version-kind': [{ kind: 3 }] },
      'wrong-type at definitions["a.b.v1.C"].x-kubernetes-group-version-kind[0]',
    ],
  ])('reports %j and goes on', (raw, problem) => {
    const { problems, definitions } = readSchema(raw);
    expect(problems).toEqual([problem]);
    expect(definitions.has('a.b.v1.C')).toBe(true);
  });

  it.each([
    ['allOf', {}],
    ['anyOf', { 'x-kubernetes-int-or-string': true }],
    ['oneOf', { type: 'string' }],
    ['not', { type: 'string' }],
    ['x-kubernetes-validations', { type: 'string' }],
    ['$ref', { type: 'string' }],
    ['items', { type: 'array' }],
    ['additionalProperties', { type: 'object' }],
    ['required', { type: 'object' }],
    ['pattern', { type: 'string' }],
  ])('takes %s: null for nothing, as the API server does', (keyword, raw) => {
    const { schema, problems } = readSchema({ ...raw, [keyword]: null });
    expect(problems).toEqual([]);
    expect(schema).toEqual(readSchema(raw).schema);
  });

  it('stops at schemas that are nested without end', () => {
    let schema: unknown = { type: 'string' };
    for (let level = 0; level < 5000; level++) schema = { properties: { a: schema } };
    expect(readSchema(schema).problems).toEqual([expect.stringMatching(/^schema-too-deep at /)]);
  });

  it('keeps a property called __proto__ as a property', () => {
    const schema: unknown = JSON.parse('{"properties": {"__proto__": {"type": "string"}}}');
    const { schema: own } = readSchema(schema);
    expect(own?.kind === 'object' && [...own.properties.keys()]).toEqual(['__proto__']);
  });
});

describe('documents', () => {
  it('reports what is no schema and reads the rest', () => {
    const { definitions, problems } = read(
      'text',
      null,
      { kind: 'Deployment', apiVersion: 'apps/v1' },
      openApi({ 'a.b.v1.C': {} }).value,
    );
    expect(problems).toEqual(['not-a-schema at ', 'not-a-schema at ', 'not-a-schema at ']);
    expect([...definitions.keys()]).toEqual(['a.b.v1.C']);
  });

  it('keeps the first of two definitions with one name', () => {
    const { definitions, problems } = read(
      openApi({ 'a.b.v1.C': { description: 'first' } }).value,
      openApi({ 'a.b.v1.C': { description: 'second' } }).value,
    );
    expect(definitions.get('a.b.v1.C')?.schema.description).toBe('first');
    expect(problems).toEqual(['duplicate-definition at definitions["a.b.v1.C"]']);
  });
});
