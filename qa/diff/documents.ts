import fc from 'fast-check';

/** An OpenAPI v2 document. */
export interface ApiDocument {
  readonly swagger: '2.0';
  readonly definitions: Readonly<Record<string, unknown>>;
}

type Schema = Readonly<Record<string, unknown>>;

const own = 'com.github.openshift.api.tea.v1.';
/** Has no place in a library of OpenShift's own definitions. */
const foreign = 'com.example.cups.v1.';

function reference(name: string): Schema {
  return { $ref: `#/definitions/${name}` };
}

const description: fc.Arbitrary<string | undefined> = fc.oneof(
  fc.constantFrom(undefined, 'Says something.', 'Deprecated fields are listed here.'),
  fc.constantFrom('Deprecated: use a kettle.', 'Says something.\n\nDEPRECATED, as teabags are.'),
);

const values = fc.subarray(['green', 'black', 'white'], { minLength: 1 });

const simple: fc.Arbitrary<Schema> = fc.oneof(
  fc.constantFrom('string', 'integer', 'number', 'boolean', 'object').map((type) => ({ type })),
  fc.constantFrom({}, { type: 'string', format: 'int-or-string' }),
  values.map((list) => ({ type: 'string', enum: list })),
);

/** What is described in place; items and values that are objects here have no names. */
const { inPlace } = fc.letrec<{ inPlace: Schema; object: Schema }>((tie) => ({
  inPlace: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    simple,
    tie('inPlace').map((items) => ({ type: 'array', items })),
    tie('inPlace').map((additionalProperties) => ({ type: 'object', additionalProperties })),
    tie('object'),
  ),
  object: objectOf({ host: tie('inPlace'), 'x-odd': tie('inPlace'), CIDR: simple }),
}));

const part = fc.constantFrom(`${own}Lid`, `${own}Spout`).map(reference);
const cup = fc.constantFrom(`${foreign}Cup`, `${foreign}Saucer`).map(reference);

/** The same fields have refer to definitions in every document: another name of the same type is no change. */
const named = objectOf({
  host: inPlace,
  status: simple,
  lid: fc.oneof(part, inPlace),
  lids: fc.oneof(
    part.map((items) => ({ type: 'array', items })),
    simple,
  ),
  cups: fc.oneof(
    cup.map((items) => ({ type: 'array', items })),
    cup.map((additionalProperties) => ({ type: 'object', additionalProperties })),
    simple,
  ),
});

/** An object with some of the given fields, some of them required. */
function objectOf(fields: Readonly<Record<string, fc.Arbitrary<Schema>>>): fc.Arbitrary<Schema> {
  const names = Object.keys(fields);
  return fc
    .record({
      properties: fc.record(
        Object.fromEntries(names.map((name) => [name, described(fields[name] ?? simple)])),
        { requiredKeys: [] },
      ),
      required: fc.subarray(names),
    })
    .map(({ properties, required }) => ({
      type: 'object',
      properties,
      required: required.filter((name) => Object.hasOwn(properties, name)),
    }));
}

function described(schema: fc.Arbitrary<Schema>): fc.Arbitrary<Schema> {
  return fc
    .tuple(schema, description)
    .map(([each, text]) => (text === undefined ? each : { ...each, description: text }));
}

/** A definition that is never without fields, and that differs from all others. */
function definition(schema: fc.Arbitrary<Schema>, mark: string): fc.Arbitrary<Schema> {
  return described(schema).map((each) => {
    const properties = typeof each['properties'] === 'object' ? each['properties'] : {};
    return { ...each, properties: { ...properties, [mark]: { type: 'string' } } };
  });
}

const anchor = {
  type: 'object',
  properties: {
    cup: { type: 'array', items: reference(`${foreign}Cup`) },
    saucer: { type: 'array', items: reference(`${foreign}Saucer`) },
  },
};

/** Documents of one invented API, no two alike, with the kinds of schemas that OpenShift has. */
export const documents: fc.Arbitrary<ApiDocument> = fc
  .record(
    {
      [`${own}Pot`]: fc
        .tuple(definition(named, 'pot'), fc.boolean())
        .map(([schema, isServed]) => (isServed ? { ...schema, ...servedAs('Pot') } : schema)),
      [`${own}Kettle`]: definition(named, 'kettle').map((schema) => ({
        ...schema,
        ...servedAs('Kettle'),
      })),
      [`${own}Tray`]: definition(named, 'tray'),
      [`${own}Lid`]: definition(named, 'ofLid'),
      [`${own}Spout`]: definition(objectOf({ host: inPlace }), 'ofSpout'),
      [`${own}Anchor`]: fc.constant(anchor),
      [`${foreign}Cup`]: definition(objectOf({ host: inPlace }), 'ofCup'),
      [`${foreign}Saucer`]: definition(objectOf({ host: inPlace }), 'ofSaucer'),
    },
    {
      requiredKeys: [
        `${own}Lid`,
        `${own}Spout`,
        `${own}Anchor`,
        `${foreign}Cup`,
        `${foreign}Saucer`,
      ],
    },
  )
  .map((definitions) => ({ swagger: '2.0', definitions }));

function servedAs(kind: string): Schema {
  return {
    'x-kubernetes-group-version-kind': [{ group: 'tea.openshift.io', version: 'v1', kind }],
  };
}
