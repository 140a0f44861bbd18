import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../../diagnostic/diagnostics.ts';
import type { Definition } from '../../api/definition.ts';
import type { Schema } from '../../schema/schema.ts';
import { documentOf, kindsOf, libraryOf } from '../../testing/pipeline.ts';
import { readDefinitions } from '../read.ts';

function openApiV3(schemas: unknown): unknown {
  return { openapi: '3.0.0', info: {}, components: { schemas } };
}

interface Outcome {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly problems: readonly string[];
}

function read(...values: readonly unknown[]): Outcome {
  const diagnostics = new Diagnostics();
  const documents = values.map((value, index) => documentOf(value, `${index}.json`));
  const definitions = readDefinitions(documents, diagnostics);
  const problems = diagnostics
    .list()
    .map(({ code, source, path, message }) => `${code} at ${source}:${path}: ${message}`);
  return { definitions, problems };
}

function readField(schema: unknown): Schema | undefined {
  const { definitions } = read(openApiV3({ 'a.b.v1.C': { properties: { field: schema } } }));
  const definition = definitions.get('a.b.v1.C')?.schema;
  return definition?.kind === 'object' ? definition.properties.get('field') : undefined;
}

describe('an OpenAPI v3 document', () => {
  it('gives its schemas with what they are served as', () => {
    const kind = { group: 'tea.example.com', version: 'v1', kind: 'Pot' };
    const pot = { type: 'object', 'x-kubernetes-group-version-kind': [kind] };
    const { definitions, problems } = read(openApiV3({ 'com.example.tea.v1.Pot': pot }));
    expect(problems).toEqual([]);
    expect(definitions.get('com.example.tea.v1.Pot')).toMatchObject({
      groupVersionKinds: [kind],
      scope: undefined,
      place: { path: ['components', 'schemas', 'com.example.tea.v1.Pot'] },
    });
  });

  it('refers to its own schemas', () => {
    expect(readField({ $ref: '#/components/schemas/x' })).toEqual({
      kind: 'reference',
      target: 'x',
    });
    const { problems } = read(openApiV3({ 'a.b.v1.C': { $ref: '#/definitions/x' } }));
    expect(problems).toEqual([
      'foreign-reference at 0.json:components.schemas["a.b.v1.C"].$ref: ' +
        'the reference "#/definitions/x" does not start with #/components/schemas/',
    ]);
  });

  it('writes a reference with facts of its own as allOf', () => {
    const reference = { $ref: '#/components/schemas/x' };
    expect(readField({ allOf: [reference], description: 'A lid.', default: {} })).toEqual({
      kind: 'reference',
      target: 'x',
      description: 'A lid.',
      default: {},
    });
    // With a structure beside it, it is a schema that is to meet the other one as well.
    expect(readField({ allOf: [reference], type: 'object' })?.kind).toBe('object');
    expect(readField({ allOf: [reference, reference] })?.kind).toBe('any');
    expect(readField({ allOf: [{ type: 'string' }] })?.kind).toBe('any');
  });

  it.each([
    [[{ type: 'integer' }, { type: 'string' }], 'int-or-string'],
    [[{ type: 'string' }, { type: 'number' }], 'int-or-string'],
    [[{ type: 'string' }, { type: 'boolean' }], 'any'],
    [[{ type: 'string' }], 'any'],
    [[{ type: 'integer' }, { type: 'string' }, { type: 'boolean' }], 'any'],
  ])('reads oneOf %j as %s', (oneOf, kind) => {
    const schema = readField({ oneOf });
    expect(schema?.kind).toBe(kind);
    expect(schema?.oneOf?.map((each) => ({ type: each.type }))).toEqual(oneOf);
  });

  it('keeps what conditions require, though they name no type', () => {
    const oneOf = [{ required: ['pot'] }, { not: { required: ['cup'] } }];
    const [first, second] = readField({ type: 'object', oneOf })?.oneOf ?? [];
    expect(first).toEqual({ kind: 'any', required: new Set(['pot']) });
    expect(second?.not).toEqual({ kind: 'any', required: new Set(['cup']) });
  });

  it('keeps what v2 cannot say', () => {
    expect(readField({ type: 'string', nullable: true, not: { enum: ['x'] } })).toEqual({
      kind: 'string',
      type: 'string',
      nullable: true,
      not: { kind: 'any', enum: ['x'] },
    });
  });

  it.each([
    [{ openapi: '3.0.0' }, []],
    [{ openapi: '3.0.0', components: {} }, []],
    [
      { openapi: '3.0.0', components: [] },
      ['wrong-type at 0.json:components: expected an object, found a list'],
    ],
    [
      { openapi: '3.0.0', components: { schemas: 'none' } },
      ['wrong-type at 0.json:components.schemas: expected an object, found the text "none"'],
    ],
    [
      { paths: { 'apis/apps/v1': { serverRelativeURL: '/openapi/v3/apis/apps/v1?hash=0' } } },
      [
        'not-a-schema at 0.json:: expected an OpenAPI document or a custom resource definition, ' +
          'found the list of where a cluster has its OpenAPI documents',
      ],
    ],
  ])('%j has no definitions', (value, problems) => {
    const outcome = read(value);
    expect([...outcome.definitions]).toEqual([]);
    expect(outcome.problems).toEqual(problems);
  });
});

describe('the documents of a cluster', () => {
  const meta = { type: 'object', properties: { name: { type: 'string' } } };
  const lid = { type: 'object', description: 'A lid.' };

  it('refer to each other and repeat what is equal', () => {
    const field = { metadata: { $ref: '#/components/schemas/m.v1.Meta' } };
    const { library, diagnostics } = libraryOf(
      [
        documentOf(openApiV3({ 'com.example.tea.v1.Pot': { properties: field } })),
        documentOf(
          openApiV3({ 'com.example.tea.v1.Cup': { properties: field }, 'm.v1.Meta': meta }),
        ),
        documentOf(openApiV3({ 'm.v1.Meta': { properties: meta.properties, type: 'object' } })),
      ],
      /^com\.example\./,
    );
    expect(diagnostics).toEqual([]);
    const kinds = kindsOf(library);
    expect(kinds.get('tea.v1.pot')?.shape.fields[0]?.kind).toBe('object');
    expect(kinds.get('tea.v1.cup')?.shape.fields[0]?.kind).toBe('object');
  });

  it('that contradict each other are reported, and the most frequent word is taken', () => {
    const other = { ...lid, description: 'Another lid.' };
    const documents = [other, lid, lid].map((each) => openApiV3({ 'a.v1.Lid': each }));
    const { definitions, problems } = read(...documents);
    expect(definitions.get('a.v1.Lid')?.schema.description).toBe('A lid.');
    expect(problems).toEqual([
      'definition-varies at 1.json:components.schemas["a.v1.Lid"]: ' +
        'the documents describe "a.v1.Lid" in 2 different ways',
    ]);
    expect(read(...documents.slice(0, 2)).definitions.get('a.v1.Lid')?.schema.description).toBe(
      'Another lid.',
    );
  });

  it('that list different kinds of one definition do not contradict each other', () => {
    const optionsOf = (group: string): unknown =>
      openApiV3({
        'm.v1.Options': {
          ...meta,
          'x-kubernetes-group-version-kind': [{ group, version: 'v1', kind: 'Options' }],
        },
      });
    const { definitions, problems } = read(optionsOf('a.io'), optionsOf('b.io'), optionsOf('a.io'));
    expect(problems).toEqual([]);
    expect(definitions.get('m.v1.Options')?.groupVersionKinds.map(({ group }) => group)).toEqual([
      'a.io',
      'b.io',
    ]);
  });
});

describe('OpenAPI v2 and v3', () => {
  it('give the same argument types', () => {
    const second = { type: 'string', format: 'int-or-string' };
    const third = { format: 'int-or-string', oneOf: [{ type: 'integer' }, { type: 'string' }] };
    const name = 'com.example.tea.v1.Pot';
    const documents = [
      documentOf({ swagger: '2.0', definitions: { [name]: { properties: { port: second } } } }),
      documentOf(openApiV3({ [name]: { properties: { port: third } } })),
    ];
    for (const each of documents) {
      const { library } = libraryOf([each], /./);
      expect(kindsOf(library).get('tea.v1.pot')?.shape.fields[0]?.argumentType).toBe('string');
    }
  });

  it('take numbers and texts for a quantity', () => {
    const name = 'io.k8s.apimachinery.pkg.api.resource.Quantity';
    const quantity = { type: 'string', description: 'How much.' };
    const third = { description: 'How much.', oneOf: [{ type: 'string' }, { type: 'number' }] };
    const second = { swagger: '2.0', definitions: { [name]: quantity } };
    expect(read(second).definitions.get(name)?.schema).toEqual({
      ...quantity,
      kind: 'int-or-string',
    });
    expect(read(openApiV3({ [name]: third })).definitions.get(name)?.schema.kind).toBe(
      'int-or-string',
    );
    const odd = { swagger: '2.0', definitions: { [name]: { type: 'object' } } };
    expect(read(odd).definitions.get(name)?.schema.kind).toBe('object');
  });
});
