import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import { readApiFacts } from '../reader/read.ts';
import { documentOf } from '../testing/pipeline.ts';
import type { Api } from './api.ts';
import { apiOf } from './from-documents.ts';

function crd(group: string, kind: string, names: object, versions: readonly object[]): unknown {
  const openAPIV3Schema = { type: 'object', properties: { spec: { type: 'object' } } };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    spec: {
      group,
      names: { kind, ...names },
      scope: 'Namespaced',
      versions: versions.map((version) => ({ schema: { openAPIV3Schema }, ...version })),
    },
  };
}

const teas: Api = apiOf(
  readApiFacts(
    [
      crd(
        'tea.example.com',
        'Glass',
        { plural: 'glassware', singular: 'tumbler', shortNames: ['gl'] },
        [
          { name: 'v1beta1', served: true },
          {
            name: 'v1',
            served: true,
            storage: true,
            selectableFields: [{ jsonPath: '.spec.size' }],
          },
          { name: 'v1alpha1', served: false },
        ],
      ),
      crd('milk.example.com', 'Glass', { plural: 'glasses' }, [{ name: 'v1', served: true }]),
      crd('route.openshift.io', 'Glass', { plural: 'glasses' }, [{ name: 'v1', served: true }]),
    ].map((value) => documentOf(value)),
    new Diagnostics(),
  ),
);

function find(name: string): readonly string[] {
  return teas.find(name).map(({ apiVersion, kind }) => `${apiVersion} ${kind}`);
}

describe('an API', () => {
  it('has every kind that is served, by group, the preferred version first', () => {
    expect(teas.kinds.map(({ apiVersion }) => apiVersion)).toEqual([
      'milk.example.com/v1',
      'route.openshift.io/v1',
      'tea.example.com/v1',
      'tea.example.com/v1beta1',
    ]);
    expect(teas.kind('tea.example.com/v1alpha1', 'Glass')).toBeUndefined();
    expect(teas.kind('tea.example.com/v1', 'glass')).toBeUndefined();
    expect(teas.kind('tea.example.com/v1', '__proto__')).toBeUndefined();
  });

  it('gives the same object for the same kind', () => {
    const [kind] = teas.find('gl');
    expect(kind).toBe(teas.kind('tea.example.com/v1', 'Glass'));
    expect(kind?.definition).toBe(teas.definition('com.example.tea.v1.Glass'));
  });

  it.each([
    ['GL', ['tea.example.com/v1 Glass', 'tea.example.com/v1beta1 Glass']],
    ['tumbler', ['tea.example.com/v1 Glass', 'tea.example.com/v1beta1 Glass']],
    ['glassware.v1beta1.tea.example.com', ['tea.example.com/v1beta1 Glass']],
    ['Glass.milk.example.com', ['milk.example.com/v1 Glass']],
    ['glass.tea', []],
    ['glass.v1', []],
    ['gl.', []],
    ['', []],
    ['__proto__', []],
    ['constructor', []],
  ])('finds by %s', (name, kinds) => {
    expect(find(name)).toEqual(kinds);
  });

  it('finds the kinds of the platform by a common name first', () => {
    expect(find('glasses')).toEqual(['route.openshift.io/v1 Glass', 'milk.example.com/v1 Glass']);
    expect(find('glass')).toHaveLength(4);
  });

  it('tells what a CRD says of its versions', () => {
    const [glass] = teas.find('gl');
    expect(glass?.resource).toMatchObject({
      isServed: true,
      isStored: true,
      selectableFields: ['.spec.size'],
    });
  });
});
