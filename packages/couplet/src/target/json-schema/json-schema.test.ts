import { describe, expect, it } from 'vitest';
import { schemasOf } from '../../testing/json-schemas.ts';
import { documentOf, openApi } from '../../testing/pipeline.ts';

/** The JSON Schema of the spec of a kind that a CRD defines. */
async function specOf(spec: object, more: object = {}) {
  const files = await ofTeapot({ type: 'object', properties: { spec } }, more);
  return JSON.parse(files.get('teapot-tea.example.com-v1.json') ?? '').properties.spec;
}

async function ofTeapot(schema: object, more: object = {}): Promise<ReadonlyMap<string, string>> {
  const names = { kind: 'Teapot', plural: 'teapots', singular: 'teapot' };
  const version = { name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: schema } };
  const crd = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'teapots.tea.example.com' },
    spec: {
      group: 'tea.example.com',
      scope: 'Namespaced',
      names,
      versions: [{ ...version, ...more }],
    },
  };
  return (await schemasOf([documentOf(crd)])).files;
}

/** The JSON Schema of a kind of an OpenAPI document, with its definitions. */
async function ofCup(properties: object, definitions: object = {}, slim = false) {
  const cup = {
    description: 'Holds tea.',
    type: 'object',
    properties: { apiVersion: { type: 'string' }, kind: { type: 'string' }, ...properties },
    'x-kubernetes-group-version-kind': [{ group: '', version: 'v1', kind: 'Cup' }],
  };
  const all = { 'com.example.tea.v1.Cup': cup, ...definitions };
  const { files } = await schemasOf([openApi(all)], slim ? { slim: true } : {});
  return JSON.parse(files.get('cup-v1-v1.json') ?? '');
}

describe('a kind', () => {
  it('is closed, and has an apiVersion and a kind of its own', async () => {
    const files = await ofTeapot({
      type: 'object',
      required: ['spec'],
      properties: { spec: { type: 'object' } },
    });
    expect([...files.keys()]).toEqual(['teapot-tea.example.com-v1.json', 'all.json']);
    expect(JSON.parse(files.get('teapot-tea.example.com-v1.json') ?? '')).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#',
      type: 'object',
      required: ['apiVersion', 'kind', 'spec'],
      properties: {
        apiVersion: { type: 'string', enum: ['tea.example.com/v1'] },
        kind: { type: 'string', enum: ['Teapot'] },
        metadata: { $ref: '#/definitions/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
        spec: { type: 'object', additionalProperties: false },
      },
      additionalProperties: false,
    });
  });

  it('may have a status that the server drops, of which only names are checked', async () => {
    const status = {
      type: 'object',
      required: ['warm'],
      properties: { warm: { type: 'boolean' } },
    };
    const schema = { type: 'object', required: ['status'], properties: { status } };
    const read = async (more: object) =>
      JSON.parse((await ofTeapot(schema, more)).get('teapot-tea.example.com-v1.json') ?? '');
    const dropped = await read({ subresources: { status: {} } });
    expect(dropped.required).toEqual(['apiVersion', 'kind']);
    expect(dropped.properties.status).toEqual({
      properties: { warm: {} },
      additionalProperties: false,
    });
    const kept = await read({});
    expect(kept.required).toEqual(['apiVersion', 'kind', 'status']);
    expect(kept.properties.status).toMatchObject({ type: 'object', required: ['warm'] });
  });

  it('is chosen by apiVersion and kind in the file for editors', async () => {
    const files = await ofTeapot({ type: 'object', properties: { spec: { type: 'object' } } });
    const all = JSON.parse(files.get('all.json') ?? '');
    expect(all.allOf).toEqual([
      {
        if: {
          properties: { apiVersion: { const: 'tea.example.com/v1' }, kind: { const: 'Teapot' } },
          required: ['apiVersion', 'kind'],
        },
        // oxlint-disable-next-line unicorn/no-thenable -- the keyword of JSON Schema
        then: { $ref: '#/definitions/teapot-tea.example.com-v1' },
      },
    ]);
    expect(all.definitions['teapot-tea.example.com-v1'].properties.kind.enum).toEqual(['Teapot']);
    expect(all.additionalProperties).toBeUndefined();
  });
});

describe("a CRD's own schema", () => {
  it.each([
    [
      'text with limits',
      { type: 'string', minLength: 1, maxLength: 9, pattern: '^a.$' },
      { type: ['string', 'null'], minLength: 1, maxLength: 9, pattern: '^a[^\\n]$' },
    ],
    [
      'a pattern that only Go has',
      { type: 'string', pattern: '(?i)tea' },
      { type: ['string', 'null'] },
    ],
    [
      'a format as a pattern',
      { type: 'string', format: 'ipv6' },
      { type: ['string', 'null'], pattern: '^[0-9a-fA-F:.]*:[0-9a-fA-F:.]*$' },
    ],
    [
      'an enum',
      { type: 'string', enum: ['green', 'black'] },
      { type: ['string', 'null'], enum: ['green', 'black', null] },
    ],
    [
      'an integer',
      { type: 'integer', format: 'int32', minimum: 0, exclusiveMinimum: true, maximum: 5 },
      { type: ['integer', 'null'], exclusiveMinimum: 0, maximum: 5 },
    ],
    [
      'bounds between whole numbers',
      { type: 'number', minimum: 0.5, maximum: 1.5, exclusiveMaximum: true },
      { type: ['number', 'null'], minimum: 0, maximum: 2 },
    ],
    [
      'a number or text',
      { 'x-kubernetes-int-or-string': true, anyOf: [{ type: 'integer' }, { type: 'string' }] },
      { type: ['integer', 'string', 'null'] },
    ],
    [
      'a set',
      { type: 'array', 'x-kubernetes-list-type': 'set', items: { type: 'string' } },
      { type: ['array', 'null'], items: { type: 'string' }, uniqueItems: true },
    ],
    [
      'a map',
      { type: 'object', additionalProperties: { type: 'string' } },
      { type: ['object', 'null'], additionalProperties: { type: ['string', 'null'] } },
    ],
    [
      'what is preserved',
      {
        type: 'object',
        'x-kubernetes-preserve-unknown-fields': true,
        properties: { a: { type: 'object' } },
      },
      {
        type: ['object', 'null'],
        properties: { a: { type: ['object', 'null'], additionalProperties: false } },
      },
    ],
    ['anything', { 'x-kubernetes-preserve-unknown-fields': true }, {}],
    [
      'anything with conditions',
      {
        'x-kubernetes-preserve-unknown-fields': true,
        anyOf: [{ type: 'string' }, { type: 'object' }],
      },
      { anyOf: [{ type: 'null' }, { anyOf: [{ type: 'string' }, { type: 'object' }] }] },
    ],
    [
      'a required field with a default',
      {
        type: 'object',
        required: ['a', 'b'],
        properties: { a: { type: 'string', default: '' }, b: { type: 'string' } },
      },
      {
        type: ['object', 'null'],
        required: ['b'],
        properties: { a: { default: '', type: ['string', 'null'] }, b: { type: 'string' } },
        additionalProperties: false,
      },
    ],
  ])('%s', async (_, schema, expected) => {
    expect(await specOf({ type: 'object', properties: { field: schema } })).toEqual({
      type: ['object', 'null'],
      properties: { field: expected },
      additionalProperties: false,
    });
  });

  it('has the fields that every embedded object has', async () => {
    const schema = {
      type: 'object',
      'x-kubernetes-embedded-resource': true,
      'x-kubernetes-preserve-unknown-fields': true,
    };
    expect(await specOf(schema)).toMatchObject({
      required: ['apiVersion', 'kind'],
      properties: {
        kind: { type: 'string' },
        metadata: { $ref: expect.stringContaining('ObjectMeta') },
      },
    });
  });

  it('keeps conditions, beside null where it may stand', async () => {
    const properties = { a: { type: 'string' }, b: { type: 'string' } };
    const oneOf = [{ required: ['a'] }, { required: ['b'] }];
    expect(await specOf({ type: 'object', properties, oneOf })).toMatchObject({
      anyOf: [
        { type: 'null' },
        { type: 'object', oneOf: [{ required: ['a'] }, { required: ['b'] }] },
      ],
    });
  });

  it('never refuses by a condition that it cannot say in full', async () => {
    const properties = { a: { type: 'string' }, b: { type: 'string', default: 'x' } };
    const odd = { properties: { a: { pattern: '(?i)tea' } } };
    const conditions = { oneOf: [odd, { required: ['a'] }], not: { required: ['a', 'b'] } };
    const spec = await specOf({ type: 'object', properties, ...conditions });
    const [, own] = spec.anyOf;
    expect(own.oneOf).toBeUndefined();
    expect(own.not).toBeUndefined();
    expect(own.allOf).toEqual([{ anyOf: [{ properties: { a: {} } }, { required: ['a'] }] }]);
  });
});

describe('a definition of an OpenAPI document', () => {
  it('stands in each file that needs it, by reference', async () => {
    const leaf = {
      type: 'object',
      properties: { next: { $ref: '#/definitions/com.example.tea.v1.Leaf' } },
    };
    const own = { $ref: '#/definitions/com.example.tea.v1.Leaf', description: 'The first leaf.' };
    const { properties, definitions } = await ofCup(
      { leaf: own },
      { 'com.example.tea.v1.Leaf': leaf },
    );
    const reference = { $ref: '#/definitions/com.example.tea.v1.Leaf' };
    expect(properties.leaf).toEqual({ description: 'The first leaf.', allOf: [reference] });
    expect(definitions).toEqual({
      'com.example.tea.v1.Leaf': {
        type: ['object', 'null'],
        properties: { next: reference },
        additionalProperties: false,
      },
    });
  });

  it('takes the zero values of Go for no defaults', async () => {
    const spec = {
      type: 'object',
      required: ['a', 'b'],
      properties: { a: { type: 'string', default: '' }, b: { type: 'string', default: 'TCP' } },
    };
    const { properties } = await ofCup({ spec });
    expect(properties.spec.required).toEqual(['a']);
    expect(properties.spec.properties).toEqual({
      a: { type: 'string' },
      b: { default: 'TCP', type: ['string', 'null'] },
    });
  });

  it('says that a quantity is a number or text', async () => {
    const name = 'io.k8s.apimachinery.pkg.api.resource.Quantity';
    const size = { $ref: `#/definitions/${name}` };
    const { definitions } = await ofCup({ size }, { [name]: { type: 'string' } });
    expect(definitions[name]).toEqual({ type: ['number', 'string', 'null'] });
  });

  it('has no texts in a slim schema', async () => {
    const field = { type: 'string', title: 'Name', description: 'How it is called.' };
    expect((await ofCup({ field })).properties.field).toMatchObject({
      title: 'Name',
      description: 'How it is called.',
    });
    const slim = await ofCup({ field }, {}, true);
    expect(slim.description).toBeUndefined();
    expect(slim.properties.field).toEqual({ type: ['string', 'null'] });
  });

  it('may be called anything', async () => {
    const odd = ['com.example.tea.v1.A/b~c%"', '__proto__', 'com.example.tea.v1.Main'];
    const properties = Object.fromEntries(
      odd.map((name, index) => [
        `field${index}`,
        { $ref: `#/definitions/${name.replaceAll('~', '~0').replaceAll('/', '~1')}` },
      ]),
    );
    const definitions = Object.fromEntries(odd.map((name) => [name, { type: 'integer' }]));
    const schema = await ofCup(properties, definitions);
    for (const index of odd.keys()) {
      const key = schema.properties[`field${index}`].$ref.replace('#/definitions/', '');
      expect(key).toMatch(/^[\w.-]+$/);
      expect(schema.definitions[key]).toEqual({ type: ['integer', 'null'] });
    }
  });

  it('may have fields that are called anything', async () => {
    const properties = JSON.parse('{"__proto__": {"type": "string"}, "a/b": {"type": "string"}}');
    const { properties: found } = (await ofCup({ spec: { type: 'object', properties } })).properties
      .spec;
    expect(Object.keys(found)).toEqual(['__proto__', 'a/b']);
  });

  it('allows anything where a reference leads nowhere or in a circle', async () => {
    const circle = { $ref: '#/definitions/com.example.tea.v1.Circle' };
    const { properties, definitions } = await ofCup(
      { circle },
      { 'com.example.tea.v1.Circle': circle },
    );
    expect(properties.circle).toEqual(circle);
    expect(definitions).toEqual({ 'com.example.tea.v1.Circle': {} });
  });
});

it('names the files of kinds before any definition', async () => {
  const kindOf = (kind: string, more: object = {}): object => ({
    type: 'object',
    properties: { metadata: { type: 'object' }, ...more },
    'x-kubernetes-group-version-kind': [{ group: '', version: 'v1', kind }],
  });
  const reference = { $ref: '#/definitions/cup-v1-v1' };
  const { files } = await schemasOf([
    openApi({
      'com.example.tea.v1.Apple': kindOf('Apple', { reference }),
      'com.example.tea.v1.Cup': kindOf('Cup'),
      'cup-v1-v1': { type: 'object', properties: { lid: { type: 'string' } } },
    }),
  ]);
  expect([...files.keys()]).toEqual(['apple-v1-v1.json', 'cup-v1-v1.json', 'all.json']);
});

it('gives kinds that file systems take for one files of their own', async () => {
  const kinds = ['Cup', 'CUP', '../cup'].map((kind) => [
    `com.example.tea.v1.${kind}`,
    {
      type: 'object',
      properties: { metadata: { type: 'object' } },
      'x-kubernetes-group-version-kind': [{ group: 'tea.example.com', version: 'v1', kind }],
    },
  ]);
  const { files } = await schemasOf([openApi(Object.fromEntries(kinds))]);
  const names = [...files.keys()].filter((name) => name !== 'all.json');
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(3);
  for (const name of names) expect(name).toMatch(/^[\w.-]+$/);
});
