import fc from 'fast-check';
import { objectOf } from './case.ts';
import { nastyNames } from './names.ts';

/** Jsonnet 0.18 takes the characters of the last planes, which are hardly assigned yet, for U+FFFD. */
function isReadByJsonnet(text: string): boolean {
  return !/[\u{40000}-\u{10ffff}]/u.test(text);
}

/** Names of every kind: nasty ones, short ones that meet often, and any others. */
const anyName: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...nastyNames.filter((name) => name.length < 1000)),
  fc.constantFrom('a', 'b', 'A', 'aMixin', 'spec', 'metadata', 'name', 'items'),
  fc.string({ unit: 'grapheme-ascii', maxLength: 8 }),
  fc.string({ unit: 'grapheme', maxLength: 4 }).filter(isReadByJsonnet),
);

const definitionNames = ['a', 'b', 'c', 'd'].map(
  (name) => `com.example.tea.v1.${name.toUpperCase()}`,
);

const anyReference = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(...definitionNames).map((name) => `#/definitions/${name}`),
  },
  { weight: 1, arbitrary: anyName.map((name) => `#/definitions/${name}`) },
  { weight: 1, arbitrary: anyName },
);

/** An object with some of the given keys. Made here, since `__proto__` must become a key like any other. */
function anyObject(key: fc.Arbitrary<string>, value: fc.Arbitrary<unknown>): fc.Arbitrary<object> {
  return fc
    .array(fc.tuple(key, value), { maxLength: 4 })
    .map((entries) => Object.fromEntries(entries));
}

const anyType = fc.constantFrom(
  'string',
  'integer',
  'number',
  'boolean',
  'object',
  'array',
  'null',
);

/** What keywords should be followed by; now and then it is anything else. */
function mostly(right: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 12, arbitrary: right },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  );
}

const { schema: anySchema } = fc.letrec<{ schema: unknown }>((tie) => {
  const below = mostly(tie('schema'));
  const properties = mostly(anyObject(anyName, below));
  const record = fc.record(
    {
      type: mostly(anyType),
      description: mostly(fc.string({ unit: 'grapheme', maxLength: 20 })),
      properties,
      items: below,
      additionalProperties: mostly(fc.oneof(fc.boolean(), below)),
      required: mostly(fc.array(anyName, { maxLength: 3 })),
      enum: mostly(fc.array(fc.jsonValue({ maxDepth: 1 }), { maxLength: 3 })),
      format: mostly(fc.constantFrom('int32', 'int-or-string', 'byte', '')),
      allOf: mostly(fc.array(below, { maxLength: 2 })),
      'x-kubernetes-preserve-unknown-fields': mostly(fc.boolean()),
    },
    { requiredKeys: [] },
  );
  return {
    schema: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({ type: anyType }),
      fc.record({ $ref: mostly(anyReference) }),
      fc.record({ type: fc.constant('object'), properties }),
      fc.record({ type: fc.constant('array'), items: below }),
      record,
    ),
  };
});

const anyKind = fc.record({
  group: mostly(anyName),
  version: mostly(anyName),
  kind: mostly(anyName),
});

function withKind(schema: unknown, kinds: unknown): unknown {
  const isObject = typeof schema === 'object' && schema !== null && !Array.isArray(schema);
  return isObject ? { ...schema, 'x-kubernetes-group-version-kind': kinds } : schema;
}

const anyDefinitionName = fc.oneof(
  fc.constantFrom(...definitionNames),
  fc.array(anyName, { minLength: 3, maxLength: 5 }).map((labels) => labels.join('.')),
  anyName,
);

const anyDefinition = fc.oneof(
  anySchema,
  fc
    .tuple(anySchema, mostly(fc.array(anyKind, { minLength: 1, maxLength: 2 })))
    .map(([schema, kinds]) => withKind(schema, kinds)),
);

/** OpenAPI documents, most of which are nearly right. */
export const anyOpenApi: fc.Arbitrary<object> = fc.record({
  swagger: mostly(fc.constant('2.0')),
  definitions: mostly(
    fc
      .tuple(
        fc.array(anyDefinition, { minLength: 4, maxLength: 4 }),
        anyObject(anyDefinitionName, anyDefinition),
      )
      .map(([named, others]) => ({
        ...others,
        ...objectOf(definitionNames, (name) => named[definitionNames.indexOf(name)]),
      })),
  ),
});

const anyVersion = fc.record({
  name: mostly(fc.oneof(fc.constantFrom('v1', 'v1beta1'), anyName)),
  schema: mostly(fc.record({ openAPIV3Schema: mostly(anySchema) })),
  deprecated: mostly(fc.boolean()),
});

/** Custom resource definitions, most of which are nearly right. */
export const anyCustomResource: fc.Arbitrary<object> = fc.record({
  apiVersion: fc.constantFrom('apiextensions.k8s.io/v1', 'apiextensions.k8s.io/v1beta1'),
  kind: fc.constant('CustomResourceDefinition'),
  spec: mostly(
    fc.record(
      {
        group: mostly(fc.oneof(fc.constantFrom('tea.example.com', 'tea.example.org'), anyName)),
        names: mostly(
          fc.record({ kind: mostly(fc.oneof(fc.constantFrom('Pot', 'POT'), anyName)) }),
        ),
        scope: mostly(fc.constantFrom('Namespaced', 'Cluster')),
        versions: mostly(fc.array(anyVersion, { minLength: 1, maxLength: 3 })),
        validation: mostly(fc.record({ openAPIV3Schema: mostly(anySchema) })),
      },
      { requiredKeys: ['group', 'names', 'scope', 'versions'] },
    ),
  ),
});
