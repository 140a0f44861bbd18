import type { HostileCase } from './case.ts';
import { jsonCase, openApi, served } from './case.ts';

/** One value of each JSON type, and some that are nearly right. */
const values: readonly unknown[] = [
  null,
  true,
  -1.5,
  '',
  'object',
  [],
  [null, 1, 'x', {}, []],
  {},
  { type: 'string', $ref: '#/definitions/nowhere' },
];

/** The keywords of a schema that Couplet reads, and some that nobody does. */
const keywords: readonly string[] = [
  '$ref',
  'type',
  'properties',
  'items',
  'additionalProperties',
  'required',
  'description',
  'title',
  'format',
  'default',
  'example',
  'enum',
  'pattern',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
  'nullable',
  'readOnly',
  'deprecated',
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'x-kubernetes-group-version-kind',
  'x-kubernetes-preserve-unknown-fields',
  'x-kubernetes-embedded-resource',
  'x-kubernetes-int-or-string',
  'x-kubernetes-list-type',
  'x-kubernetes-list-map-keys',
  'x-kubernetes-map-type',
  'x-kubernetes-patch-merge-key',
  'x-kubernetes-patch-strategy',
  'x-kubernetes-validations',
  'x-unknown',
  '__proto__',
  'constructor',
];

/** Schemas with one keyword, of every value, beside a type or none. */
function schemasWith(types: readonly (string | undefined)[]): readonly object[] {
  return keywords.flatMap((keyword) =>
    types.flatMap((type) =>
      values.map((value) =>
        Object.fromEntries([
          ['type', type],
          [keyword, value],
        ]),
      ),
    ),
  );
}

/** Where a schema may stand within a property. */
const placesInProperties: Readonly<Record<string, (schema: object) => object>> = {
  'a property': (schema) => schema,
  'an item': (schema) => ({ type: 'array', items: schema }),
  'a property of an item': (schema) => ({ type: 'array', items: { properties: { b: schema } } }),
  'a value of a map': (schema) => ({ additionalProperties: schema }),
  'an alternative': (schema) => ({ anyOf: [schema], allOf: [schema, schema], not: schema }),
};

/** Where a schema may stand in a definition of its own. */
const placesInDefinitions: Readonly<Record<string, (schema: object) => object>> = {
  'a definition': (schema) => ({ ...served({}), ...schema }),
  'a definition that is served as nothing': (schema) => schema,
  'the metadata': (schema) => ({ ...served({}), properties: { metadata: schema } }),
  'the name in the metadata': (schema) => ({
    ...served({}),
    properties: { metadata: { properties: { name: schema } } },
  }),
};

function numbered(prefix: string, schemas: readonly object[]): object {
  return Object.fromEntries(schemas.map((schema, index) => [prefix + index, schema]));
}

/** Every keyword with a value of every type, in every place: a document for each place. */
export const wrongTypeCases: readonly HostileCase[] = [
  ...Object.entries(placesInProperties).map(([place, inPlace]) => {
    const schemas = schemasWith(['array', undefined]).map(inPlace);
    return everywhere(place, { 'com.example.tea.v1.Pot': served(numbered('p', schemas)) });
  }),
  ...Object.entries(placesInDefinitions).map(([place, inPlace]) => {
    const definitions = numbered('com.example.tea.v1.Pot', schemasWith([undefined]).map(inPlace));
    // One that is right, so that there is always a library.
    return everywhere(place, { ...definitions, 'com.example.tea.v1.Good': served({}) });
  }),
];

function everywhere(place: string, definitions: object): HostileCase {
  const name = `every keyword with every type in ${place}`;
  return jsonCase(name, openApi(definitions), 'library', 'wrong-type');
}

/** The document with one of its values replaced by one of every type, or left out: a case for each. */
export function replacedEverywhere(name: string, document: object): readonly HostileCase[] {
  return pathsOf(document).flatMap((path) =>
    [undefined, ...values].map((value): HostileCase => ({
      name: `${name} with ${value === undefined ? 'nothing' : JSON.stringify(value)} at ${path.join('.')}`,
      files: { 'in.json': JSON.stringify(withValue(document, path, value)) ?? '' },
      outcome: 'library',
    })),
  );
}

type Path = readonly string[];

function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, item]) => pathsOf(item, [...path, key]))];
}

function withValue(document: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined || typeof document !== 'object' || document === null) return value;
  const entries = Object.entries(document).map(([name, item]): [string, unknown] =>
    name === key ? [name, withValue(item, rest, value)] : [name, item],
  );
  return Array.isArray(document) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}
