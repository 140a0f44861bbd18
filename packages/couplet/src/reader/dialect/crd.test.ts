import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../../diagnostic/diagnostics.ts';
import type { Definition } from '../../api/definition.ts';
import { documentOf, kindsOf, libraryOf } from '../../testing/pipeline.ts';
import { readDefinitions } from '../read.ts';

const crd = { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition' };

function read(
  spec: unknown,
  version = 'v1',
): { definitions: readonly Definition[]; problems: readonly string[] } {
  const diagnostics = new Diagnostics();
  const document = documentOf({ ...crd, apiVersion: `apiextensions.k8s.io/${version}`, spec });
  const definitions = [...readDefinitions([document], diagnostics).values()];
  return {
    definitions: definitions.filter(({ groupVersionKinds }) => groupVersionKinds.length > 0),
    problems: diagnostics.list().map(({ code, message, path }) => `${code} at ${path}: ${message}`),
  };
}

const schema = { openAPIV3Schema: { type: 'object', properties: { spec: { type: 'object' } } } };
const pot = { group: 'tea.example.com', names: { kind: 'Pot' }, scope: 'Namespaced' };

describe('custom resource definitions', () => {
  it('give a definition for each version, named like those of OpenAPI documents', () => {
    const { definitions, problems } = read({
      ...pot,
      versions: [
        { name: 'v1', schema },
        { name: 'v1beta1', schema, deprecated: true },
      ],
    });
    expect(problems).toEqual([]);
    expect(
      definitions.map(({ name, scope, groupVersionKinds }) => ({ name, scope, groupVersionKinds })),
    ).toEqual([
      {
        name: 'com.example.tea.v1.Pot',
        scope: 'Namespaced',
        groupVersionKinds: [{ group: 'tea.example.com', version: 'v1', kind: 'Pot' }],
      },
      {
        name: 'com.example.tea.v1beta1.Pot',
        scope: 'Namespaced',
        groupVersionKinds: [{ group: 'tea.example.com', version: 'v1beta1', kind: 'Pot' }],
      },
    ]);
    expect(definitions.map((definition) => definition.schema.deprecated)).toEqual([
      undefined,
      true,
    ]);
  });

  it('are deprecated with the words of their version, whoever has the schema', () => {
    const facts = (version: unknown): unknown => {
      const [definition] = read({ ...pot, validation: schema, versions: [version] }).definitions;
      return [definition?.schema.deprecated, definition?.schema.deprecationWarning];
    };
    const deprecationWarning = 'use a cup';
    expect(facts({ name: 'v1', deprecated: true, deprecationWarning })).toEqual([
      true,
      'use a cup',
    ]);
    expect(facts({ name: 'v1', schema, deprecated: true })).toEqual([true, undefined]);
    expect(facts({ name: 'v1', deprecated: false, deprecationWarning })).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('are in the library without a new in versions that the API server does not serve', () => {
    const spec = {
      ...pot,
      versions: [
        { name: 'v1', schema, served: true },
        { name: 'v1beta1', schema, served: false },
      ],
    };
    const { library, diagnostics } = libraryOf([documentOf({ ...crd, spec })]);
    expect(diagnostics).toEqual([]);
    const kinds = [...kindsOf(library)].filter(([, { name }]) => name === 'Pot');
    expect(
      kinds.map(([place, kind]) => [
        place,
        kind.newFunction?.apiVersion,
        kind.isUnserved,
        kind.scope,
      ]),
    ).toEqual([
      ['tea.v1.pot', 'tea.example.com/v1', false, 'Namespaced'],
      ['tea.v1beta1.pot', undefined, true, 'Namespaced'],
    ]);
  });

  it('have the metadata of every object', () => {
    const [definition] = read({ ...pot, versions: [{ name: 'v1', schema }] }).definitions;
    const metadata =
      definition?.schema.kind === 'object'
        ? definition.schema.properties.get('metadata')
        : undefined;
    expect(metadata).toEqual({
      kind: 'reference',
      target: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta',
    });
  });

  it('of v1beta1 share one schema, or have one for each version, or one version only', () => {
    const names = (spec: unknown): readonly string[] => {
      const { definitions, problems } = read(spec, 'v1beta1');
      expect(problems).toEqual([]);
      return definitions.map(({ name }) => name);
    };
    const both = ['com.example.tea.v1.Pot', 'com.example.tea.v2.Pot'];
    expect(
      names({ ...pot, validation: schema, versions: [{ name: 'v1' }, { name: 'v2' }] }),
    ).toEqual(both);
    expect(
      names({
        ...pot,
        versions: [
          { name: 'v1', schema },
          { name: 'v2', schema },
        ],
      }),
    ).toEqual(both);
    expect(names({ ...pot, scope: undefined, version: 'v1', validation: schema })).toEqual(
      both.slice(0, 1),
    );
  });

  it.each([
    [
      {},
      'incomplete-crd at spec.group: the custom resource definition needs spec.group, found nothing',
    ],
    [
      { ...pot, names: {} },
      'incomplete-crd at spec.names.kind: the custom resource definition needs spec.names.kind, found nothing',
    ],
    [
      { ...pot, scope: 'World' },
      'wrong-type at spec.scope: expected "Namespaced" or "Cluster", found the text "World"',
    ],
    [
      pot,
      'incomplete-crd at spec.version: the custom resource definition needs spec.version, found nothing',
    ],
    [
      { ...pot, versions: { name: 'v1' } },
      'wrong-type at spec.versions: expected a list of versions, found an object',
    ],
    [
      { ...pot, versions: [{ name: 'v1' }] },
      'schema-missing at spec.versions[0]: version "v1" has no openAPIV3Schema',
    ],
    [
      { ...pot, versions: [{ name: 'v1', schema, served: 'no' }] },
      'wrong-type at spec.versions[0].served: expected true or false, found the text "no"',
    ],
    [
      { ...pot, versions: [{ name: 'v1', schema, deprecated: 1 }] },
      'wrong-type at spec.versions[0].deprecated: expected true or false, found a number',
    ],
    [
      { ...pot, versions: [{ name: 'v1', schema, deprecated: true, deprecationWarning: 1 }] },
      'wrong-type at spec.versions[0].deprecationWarning: expected text, found a number',
    ],
    [
      { ...pot, versions: ['v1'] },
      'wrong-type at spec.versions[0]: expected an object, found the text "v1"',
    ],
    [undefined, 'wrong-type at spec: expected an object, found nothing'],
  ])('%j are reported', (spec, problem) => {
    expect(read(spec).problems).toContain(problem);
  });
});
