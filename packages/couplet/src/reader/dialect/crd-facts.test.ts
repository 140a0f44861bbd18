import { describe, expect, it } from 'vitest';
import type { Resource } from '../../api/resource.ts';
import { Diagnostics } from '../../diagnostic/diagnostics.ts';
import { documentOf } from '../../testing/pipeline.ts';
import type { ReaderOptions } from '../read.ts';
import { readApiFacts } from '../read.ts';

const crd = { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition' };
const names = { kind: 'Pot', plural: 'pots' };
const schema = { openAPIV3Schema: { type: 'object', properties: { lid: { type: 'string' } } } };
const pot = { group: 'tea.example.com', names, scope: 'Namespaced' };

function read(
  definitions: readonly object[],
  options: ReaderOptions = {},
): { readonly resources: readonly Resource[]; readonly problems: readonly string[] } {
  const diagnostics = new Diagnostics();
  const documents = definitions.map((each) => documentOf({ ...crd, ...each }, 'pots.yaml'));
  const { resources } = readApiFacts(documents, diagnostics, options);
  const problems = diagnostics
    .list()
    .map(({ code, path, message }) => `${code} at ${path}: ${message}`);
  return { resources, problems };
}

/** What a CRD with one version says of it, without where that stands. */
function factsOf(version: object, spec: object = {}): object {
  const { resources, problems } = read([
    { spec: { ...pot, ...spec, versions: [{ name: 'v1', schema, ...version }] } },
  ]);
  expect(problems).toEqual([]);
  expect(resources).toHaveLength(1);
  const whereItStands = new Set(['groupVersionKind', 'origin', 'place']);
  return Object.fromEntries(
    Object.entries({ ...resources[0] }).filter(([fact]) => !whereItStands.has(fact)),
  );
}

const least = {
  plural: 'pots',
  scope: 'Namespaced',
  hasStatus: false,
  isDeprecated: false,
  schema: expect.anything(),
};

describe('what a CRD says of a resource', () => {
  it('has a place in it', () => {
    const [resource] = read([{ spec: { ...pot, versions: [{ name: 'v1', schema }] } }]).resources;
    expect(resource).toMatchObject({
      groupVersionKind: { group: 'tea.example.com', version: 'v1', kind: 'Pot' },
      origin: { dialect: 'crd', document: 'pots.yaml' },
      place: { path: ['spec', 'versions', 0] },
    });
  });

  it('is no more than it says', () => {
    expect(factsOf({})).toEqual(least);
  });

  it('are its names', () => {
    const all = {
      singular: 'pot',
      listKind: 'Pots',
      shortNames: ['po'],
      categories: ['all', 'tea'],
    };
    expect(factsOf({}, { names: { ...names, ...all } })).toEqual({ ...least, ...all });
  });

  it('is which version is served, stored and deprecated', () => {
    const version = {
      served: false,
      storage: true,
      deprecated: true,
      deprecationWarning: 'use a cup',
    };
    expect(factsOf(version)).toEqual({
      ...least,
      isServed: false,
      isStored: true,
      isDeprecated: true,
      deprecationWarning: 'use a cup',
    });
  });

  it('are its subresources, with the paths of the scale', () => {
    const scale = { specReplicasPath: '.spec.cups', statusReplicasPath: '.status.cups' };
    expect(factsOf({ subresources: { status: {}, scale } })).toEqual({
      ...least,
      hasStatus: true,
      scale,
    });
    const labelled = { ...scale, labelSelectorPath: '.status.selector' };
    expect(factsOf({ subresources: { scale: labelled } })).toMatchObject({ scale: labelled });
    expect(factsOf({ subresources: { status: null } })).toMatchObject({ hasStatus: false });
  });

  it('are the fields that objects are selected by, and the columns that are printed', () => {
    const column = { name: 'Lid', type: 'string', jsonPath: '.lid' };
    const wide = { ...column, name: 'Wide', format: 'date', description: 'When.', priority: 1 };
    const version = {
      selectableFields: [{ jsonPath: '.lid' }],
      additionalPrinterColumns: [column, wide],
    };
    expect(factsOf(version)).toEqual({
      ...least,
      selectableFields: ['.lid'],
      printerColumns: [column, wide],
    });
  });

  it('is the schema as it is written', () => {
    expect(factsOf({})).toMatchObject({
      schema: {
        kind: 'object',
        type: 'object',
        required: new Set(),
        properties: new Map([['lid', { kind: 'string', type: 'string' }]]),
      },
    });
    expect(factsOf({ deprecated: true })).not.toHaveProperty('schema.deprecated');
  });

  it('may stand once for all versions in v1beta1', () => {
    const { resources, problems } = read([
      {
        apiVersion: 'apiextensions.k8s.io/v1beta1',
        spec: {
          ...pot,
          version: 'v1',
          validation: schema,
          subresources: { status: {} },
          additionalPrinterColumns: [{ name: 'Lid', type: 'string', JSONPath: '.lid' }],
        },
      },
    ]);
    expect(problems).toEqual([]);
    expect(resources).toEqual([
      expect.objectContaining({
        isServed: true,
        isStored: true,
        hasStatus: true,
        printerColumns: [{ name: 'Lid', type: 'string', jsonPath: '.lid' }],
        preserveUnknownFields: true,
      }),
    ]);
  });

  it('is that of the chosen feature set, without marks', () => {
    const variant = (featureSet: string, lid: string) => ({
      metadata: { annotations: { 'release.openshift.io/feature-set': featureSet } },
      spec: {
        ...pot,
        names: { ...names, shortNames: [lid] },
        versions: [
          {
            name: 'v1',
            schema: { openAPIV3Schema: { properties: { [lid]: { type: 'string' } } } },
          },
        ],
      },
    });
    const definitions = [variant('Default', 'a'), variant('TechPreviewNoUpgrade', 'b')];
    const chosen = (featureSet: string) => {
      const { resources } = read(definitions, { featureSet });
      return resources.map(({ shortNames, schema: own }) => [shortNames, own]);
    };
    const exact = (lid: string) => ({
      kind: 'object',
      properties: new Map([[lid, { kind: 'string', type: 'string' }]]),
      required: new Set(),
    });
    expect(chosen('Default')).toEqual([[['a'], exact('a')]]);
    expect(chosen('TechPreviewNoUpgrade')).toEqual([[['b'], exact('b')]]);
  });

  it('may be called like anything', () => {
    const { resources } = read([
      {
        spec: {
          ...pot,
          names: { kind: '__proto__', plural: 'constructor' },
          versions: [{ name: '__proto__', schema }],
        },
      },
    ]);
    expect(resources).toEqual([
      expect.objectContaining({
        groupVersionKind: { group: 'tea.example.com', version: '__proto__', kind: '__proto__' },
        plural: 'constructor',
      }),
    ]);
    expect(resources[0]).not.toHaveProperty('verbs');
  });

  it.each([
    [{ names: { ...names, plural: 1 } }, 'spec.names.plural: expected text, found a number'],
    [
      { names: { ...names, shortNames: ['po', 1] } },
      'spec.names.shortNames[1]: expected text, found a number',
    ],
    [
      { names: { ...names, categories: 'all' } },
      'spec.names.categories: expected a list, found the text "all"',
    ],
    [
      { preserveUnknownFields: 'no' },
      'spec.preserveUnknownFields: expected true or false, found the text "no"',
    ],
  ])('is told where %j is of the wrong type', (spec, problem) => {
    const { resources, problems } = read([
      { spec: { ...pot, ...spec, versions: [{ name: 'v1', schema }] } },
    ]);
    expect(resources).toHaveLength(1);
    expect(problems).toEqual([`wrong-type at ${problem}`]);
  });

  it.each([
    [{ storage: 1 }, 'storage: expected true or false, found a number'],
    [{ subresources: [] }, 'subresources: expected an object, found a list'],
    [
      { subresources: { scale: { specReplicasPath: 1 } } },
      'subresources.scale.specReplicasPath: expected text, found a number',
    ],
    [
      { selectableFields: ['.lid'] },
      'selectableFields[0]: expected an object, found the text ".lid"',
    ],
    [
      { additionalPrinterColumns: [{ name: 'Lid' }] },
      'additionalPrinterColumns[0]: expected a column with a name, a type and a jsonPath, found an object',
    ],
  ])('is told where %j of a version is of the wrong type', (version, problem) => {
    const { problems } = read([
      { spec: { ...pot, versions: [{ name: 'v1', schema, ...version }] } },
    ]);
    expect(problems).toEqual([`wrong-type at spec.versions[0].${problem}`]);
  });
});
