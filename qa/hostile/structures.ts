import type { HostileCase } from './case.ts';
import type { Sandbox } from './sandbox.ts';
import { jsonCase, kindWith, objectOf, openApi, referenceTo, served, textCase } from './case.ts';

const text = { type: 'string' };
const prefix = 'com.example.tea.v1.';

function numbered<Value>(count: number, valueOf: (index: number) => Value): Record<string, Value> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`${prefix}D${index}`, valueOf(index)]),
  );
}

function nested(depth: number): object {
  let schema: object = text;
  for (let level = 0; level < depth; level++) schema = { properties: { a: schema } };
  return schema;
}

const graphs: readonly HostileCase[] = [
  jsonCase(
    'a definition that is itself',
    openApi({
      ...numbered(1, () => referenceTo(`${prefix}D0`)),
      [`${prefix}Pot`]: served({ a: referenceTo(`${prefix}D0`) }),
    }),
    'library',
    'circular-reference',
  ),
  jsonCase(
    'definitions that are each other',
    openApi({
      ...numbered(50, (index) => referenceTo(`${prefix}D${(index + 1) % 50}`)),
      [`${prefix}Pot`]: served({ a: referenceTo(`${prefix}D7`) }),
    }),
    'library',
    'circular-reference',
  ),
  jsonCase(
    'a kind within itself, in every way',
    openApi({ [`${prefix}Pot`]: served(inEveryWay(referenceTo(`${prefix}Pot`))) }),
  ),
  jsonCase(
    '50 kinds within each other',
    openApi(
      numbered(50, (index) =>
        served(
          objectOf(['a', 'b', 'c'], (name) =>
            referenceTo(`${prefix}D${(index * name.charCodeAt(0)) % 50}`),
          ),
        ),
      ),
    ),
  ),
  only(
    'Pot$',
    'a chain of 50,000 references',
    openApi({
      ...numbered(50_000, (index) => referenceTo(`${prefix}D${index + 1}`)),
      [`${prefix}D50000`]: { properties: { a: text } },
      [`${prefix}Pot`]: served({ a: referenceTo(`${prefix}D0`) }),
    }),
  ),
  jsonCase(
    'a chain of 5,000 objects',
    openApi(numbered(5000, (index) => served({ a: referenceTo(`${prefix}D${index + 1}`) }))),
    'kind-too-deep',
    'dangling-reference',
  ),
  jsonCase(
    'definitions that double 60 times',
    openApi(
      numbered(60, (index) =>
        served({
          a: referenceTo(`${prefix}D${index + 1}`),
          b: referenceTo(`${prefix}D${index + 1}`),
        }),
      ),
    ),
    'kind-too-large',
  ),
  jsonCase(
    'references that are none',
    kindWith({
      a: { $ref: 1 },
      b: { $ref: '' },
      c: { $ref: '#/' },
      d: { $ref: '../x' },
      e: { $ref: 'http://localhost/x' },
      f: { $ref: '#/definitions/' },
      g: referenceTo('__proto__'),
      h: referenceTo('~0~1~2'),
      i: referenceTo('%2e%2e'),
    }),
    'library',
    'foreign-reference',
    'dangling-reference',
  ),
  jsonCase(
    'references into Object',
    kindWith(objectOf(['constructor', 'toString', '__proto__'], referenceTo)),
    'library',
    'dangling-reference',
  ),
];

/** A case in which only the definitions that match a prefix are wanted. */
function only(pattern: string, name: string, value: unknown): HostileCase {
  const options = ({ inputs }: Sandbox): readonly string[] => [
    '--from',
    inputs,
    '--prefix',
    pattern,
  ];
  return { ...jsonCase(name, value), options };
}

function inEveryWay(schema: object): object {
  return {
    a: schema,
    b: { type: 'array', items: schema },
    c: { additionalProperties: schema },
    d: { allOf: [schema], anyOf: [schema], oneOf: [schema], not: schema },
    e: { type: 'array', items: { properties: { f: schema } } },
    g: { properties: { h: { properties: { i: schema } } } },
  };
}

const many: readonly HostileCase[] = [
  jsonCase(
    '130,000 properties',
    kindWith(
      objectOf(
        Array.from({ length: 130_000 }, (_, index) => `p${index}`),
        () => text,
      ),
    ),
    'kind-too-large',
  ),
  jsonCase(
    '130,000 objects in one',
    kindWith(
      objectOf(
        Array.from({ length: 130_000 }, (_, index) => `p${index}`),
        () => ({ properties: { a: {} } }),
      ),
    ),
    'kind-too-large',
  ),
  jsonCase(
    '200,000 alternatives',
    kindWith({ a: { allOf: Array.from({ length: 200_000 }, () => ({})) } }),
  ),
  jsonCase(
    '200,000 kinds that one definition is served as',
    openApi({
      [`${prefix}Pot`]: {
        ...served({}),
        'x-kubernetes-group-version-kind': Array.from({ length: 200_000 }, (_, index) => ({
          group: 'a',
          version: 'v1',
          kind: `K${index}`,
        })),
      },
    }),
  ),
  jsonCase(
    'a million faults',
    openApi({
      [`${prefix}Pot`]: { ...served({}), required: Array.from({ length: 1_000_000 }, () => 1) },
    }),
    'library',
    'wrong-type',
    'more-problems',
  ),
  jsonCase(
    'a list of 130,000 items',
    { kind: 'List', items: Array.from({ length: 130_000 }, () => ({ kind: 'Cup' })) },
    'no-definitions',
    'not-a-schema',
  ),
  jsonCase(
    'a long description that 5,000 fields refer to',
    openApi({
      [`${prefix}Pot`]: served(
        objectOf(
          Array.from({ length: 5000 }, (_, index) => `p${index}`),
          () => referenceTo('long'),
        ),
      ),
      long: { ...text, description: 'x'.repeat(1_000_000) },
    }),
    'kind-too-large',
  ),
  jsonCase('1,000 fields below 90 long names', kindWith(belowLongNames(text)), 'kind-too-large'),
  jsonCase(
    '1,000 faults below 90 long names',
    kindWith(belowLongNames({ type: 1 })),
    'kind-too-large',
    'wrong-type',
  ),
];

function belowLongNames(schema: object): object {
  let properties: object = objectOf(
    Array.from({ length: 1000 }, (_, index) => `p${index}`),
    () => schema,
  );
  for (let level = 0; level < 90; level++) {
    properties = { [`${'x'.repeat(10_000)}${level}`]: { properties } };
  }
  return properties;
}

const brackets = 100_000;

const deep: readonly HostileCase[] = [
  jsonCase('objects 99 deep', kindWith({ a: nested(99) })),
  jsonCase('objects 120 deep', kindWith({ a: nested(120) }), 'library', 'schema-too-deep'),
  jsonCase('objects 200 deep', kindWith({ a: nested(200) }), 'too-deep'),
  textCase(
    '100,000 brackets in JSON',
    'in.json',
    '['.repeat(brackets) + ']'.repeat(brackets),
    'too-deep',
  ),
  textCase(
    '100,000 braces in JSON',
    'in.json',
    '{"a":'.repeat(brackets) + '1' + '}'.repeat(brackets),
    'too-deep',
  ),
  textCase('100,000 brackets that nobody closes', 'in.json', '['.repeat(brackets), 'too-deep'),
  textCase(
    '100,000 brackets in YAML',
    'in.yaml',
    `a: ${'['.repeat(brackets)}${']'.repeat(brackets)}`,
    'too-deep',
  ),
  textCase(
    '100,000 braces in YAML',
    'in.yaml',
    `a: ${'{a: '.repeat(brackets)}${'}'.repeat(brackets)}`,
    'too-deep',
  ),
  textCase(
    '2,000 levels of a YAML block',
    'in.yaml',
    Array.from({ length: 2000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n'),
    'too-deep',
  ),
  textCase('100,000 dashes in YAML', 'in.yaml', '- '.repeat(brackets), 'too-deep'),
];

/** Each line has the one before nine times: the last one stands for 9 to the power of 9 values. */
const bomb = Array.from({ length: 10 }, (_, level) => {
  const below = level === 0 ? 'x' : `*a${level - 1}`;
  return `a${level}: &a${level} [${Array.from({ length: 9 }, () => below).join(', ')}]`;
}).join('\n');

const mergeBomb = Array.from(
  { length: 2000 },
  (_, level) => `k${level}: &k${level}\n  <<: *k${level - 1}\n  p${level}: 1`,
)
  .join('\n')
  .replace('  <<: *k-1\n', '');

const aliases: readonly HostileCase[] = [
  textCase('an alias bomb', 'in.yaml', bomb, 'too-many-values'),
  textCase('a bomb of merges', 'in.yaml', mergeBomb, 'too-many-merges'),
  textCase('an alias within what it stands for', 'in.yaml', 'a: &a [*a]', 'alias-cycle'),
  textCase('an alias of nothing', 'in.yaml', 'a: *b', 'unknown-anchor'),
  textCase('a merge of no mapping', 'in.yaml', 'a:\n  <<: 1', 'merge-without-mapping'),
  textCase(
    'a key that stands twice',
    'in.yaml',
    'swagger: "2.0"\nswagger: "2.0"',
    'no-definitions',
    'duplicate-key',
  ),
  textCase(
    '10,000 keys that stand twice',
    'in.yaml',
    Array.from({ length: 20_000 }, (_, index) => `k${index % 10_000}: 1`).join('\n'),
    'no-definitions',
    'duplicate-key',
  ),
  textCase('keys that stand twice in JSON', 'in.json', '{"kind":"a","kind":"b"}', 'no-definitions'),
];

export const structureCases: readonly HostileCase[] = [...graphs, ...many, ...deep, ...aliases];
