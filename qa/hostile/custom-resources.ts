import type { HostileCase } from './case.ts';
import { jsonCase, objectOf, openApi } from './case.ts';
import { nastyNames } from './names.ts';
import { replacedEverywhere } from './wrong-types.ts';

interface Parts {
  readonly group?: unknown;
  readonly names?: unknown;
  readonly scope?: unknown;
  readonly versions?: unknown;
  readonly validation?: unknown;
}

const schema = {
  type: 'object',
  properties: { spec: { properties: { litres: { type: 'integer' } } } },
};
const version = { name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: schema } };

/** A custom resource definition with some parts of its own. */
function definition(parts: Parts = {}, apiVersion = 'v1'): object {
  const spec = {
    group: 'tea.example.com',
    names: { kind: 'Kettle', plural: 'kettles' },
    scope: 'Cluster',
    versions: [version],
  };
  return {
    apiVersion: `apiextensions.k8s.io/${apiVersion}`,
    kind: 'CustomResourceDefinition',
    metadata: { name: 'kettles.tea.example.com' },
    spec: { ...spec, ...parts },
  };
}

/** Many definitions in one file, one for each name. */
function oneForEach(names: Iterable<string>, make: (name: string) => object): object {
  return { kind: 'List', items: Array.from(names, make) };
}

const notEmpty = nastyNames.filter((name) => name !== '');

const names: readonly HostileCase[] = [
  jsonCase(
    'groups of custom resources',
    oneForEach(notEmpty, (group) => definition({ group })),
  ),
  jsonCase(
    'kinds of custom resources',
    oneForEach(notEmpty, (kind) => definition({ names: { kind } })),
  ),
  jsonCase(
    'versions of custom resources',
    oneForEach(notEmpty, (name) => definition({ versions: [{ ...version, name }] })),
  ),
  jsonCase(
    'one kind in a hundred groups',
    oneForEach(
      Array.from({ length: 100 }, (_, index) => `tea.${index}.com`),
      (group) => definition({ group }),
    ),
    'library',
    'kind-clash',
  ),
  ...[
    '../../etc',
    '.',
    '..',
    '...',
    'a..b',
    '.tea.example.com',
    'tea.example.com.',
    'TEA.example.com',
    'tee.österreich',
    '/',
    'x'.repeat(10_000),
  ].map((group) =>
    jsonCase(`the group ${JSON.stringify(group.slice(0, 20))}`, definition({ group })),
  ),
  jsonCase(
    'properties of a custom resource',
    definition({
      versions: [
        {
          ...version,
          schema: { openAPIV3Schema: { properties: objectOf(nastyNames, () => schema) } },
        },
      ],
    }),
  ),
  jsonCase(
    'a metadata that a custom resource describes',
    definition({
      versions: [
        {
          ...version,
          schema: {
            openAPIV3Schema: {
              properties: { metadata: { type: 'string' }, apiVersion: schema, kind: schema },
            },
          },
        },
      ],
    }),
  ),
];

const objectMeta = 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta';

const together: readonly HostileCase[] = [
  {
    name: 'an ObjectMeta without annotations',
    files: {
      'a.json': JSON.stringify(
        openApi({ [objectMeta]: { properties: { name: { type: 'string' } } } }),
      ),
      'b.json': JSON.stringify(definition()),
    },
    outcome: 'library',
  },
  {
    name: 'an ObjectMeta that is text',
    files: {
      'a.json': JSON.stringify(openApi({ [objectMeta]: { type: 'string' } })),
      'b.json': JSON.stringify(definition()),
    },
    outcome: 'library',
  },
  {
    name: 'an ObjectMeta that is itself',
    files: {
      'a.json': JSON.stringify(openApi({ [objectMeta]: { $ref: `#/definitions/${objectMeta}` } })),
      'b.json': JSON.stringify(definition()),
    },
    outcome: 'library',
    reports: ['circular-reference'],
  },
  {
    name: 'one custom resource in a thousand files',
    files: objectOf(
      Array.from({ length: 1000 }, (_, index) => `${index}.json`),
      () => JSON.stringify(definition()),
    ),
    outcome: 'library',
  },
];

const missing: readonly HostileCase[] = [
  jsonCase(
    'no spec',
    { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition' },
    'no-definitions',
    'wrong-type',
  ),
  jsonCase('no group', definition({ group: undefined }), 'incomplete-crd'),
  jsonCase('an empty group', definition({ group: '' }), 'incomplete-crd'),
  jsonCase('no names', definition({ names: undefined }), 'incomplete-crd'),
  jsonCase('an empty kind', definition({ names: { kind: '' } }), 'incomplete-crd'),
  jsonCase('no scope', definition({ scope: undefined })),
  jsonCase('a scope that does not exist', definition({ scope: 'Galaxy' }), 'library', 'wrong-type'),
  jsonCase('no versions', definition({ versions: [] }), 'incomplete-crd'),
  jsonCase(
    'a version without a name',
    definition({ versions: [{ ...version, name: undefined }] }),
    'incomplete-crd',
  ),
  jsonCase('a version twice', definition({ versions: [version, version] })),
  jsonCase('no schema', definition({ versions: [{ name: 'v1' }] }), 'library', 'schema-missing'),
  jsonCase(
    'a schema with nothing in it',
    definition({ versions: [{ name: 'v1', schema: { openAPIV3Schema: {} } }] }),
  ),
  jsonCase(
    'a schema that refers to itself',
    definition({ versions: [{ name: 'v1', schema: { openAPIV3Schema: { $ref: '#' } } }] }),
    'library',
    'foreign-reference',
  ),
  jsonCase(
    'v1beta1 without anything',
    { ...definition({ versions: undefined }, 'v1beta1') },
    'incomplete-crd',
  ),
  jsonCase(
    'v1beta1 with 5,000 versions of 5,000 fields',
    definition(
      {
        versions: Array.from({ length: 5000 }, (_, index) => ({ name: `v${index}` })),
        validation: {
          openAPIV3Schema: {
            properties: objectOf(
              Array.from({ length: 5000 }, (_, index) => `p${index}`),
              () => ({}),
            ),
          },
        },
      },
      'v1beta1',
    ),
    'too-many-versions',
  ),
  jsonCase('another version of the API', definition({}, 'v99'), 'library'),
];

/** Every value of a definition replaced by one of every JSON type, and left out. */
const replaced: readonly HostileCase[] = [
  definition(),
  definition({ versions: [{ name: 'v1' }], validation: { openAPIV3Schema: schema } }, 'v1beta1'),
].flatMap((value, index) => replacedEverywhere(`a ${['v1', 'v1beta1'][index]} definition`, value));

export const customResourceCases: readonly HostileCase[] = [...names, ...together, ...missing];

/** Too many to name what comes of each: a library or an error. */
export const replacedParts: readonly HostileCase[] = replaced;
