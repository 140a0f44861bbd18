import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import { readApiFacts } from '../reader/read.ts';
import { objectMeta } from '../testing/openshift.ts';
import { documentOf } from '../testing/pipeline.ts';
import { apiOf } from './from-documents.ts';
import type { ApiKind } from './kind.ts';

const text = { type: 'string' };

function potOf(schema: object, definitions: object = {}): ApiKind {
  const openApi = { swagger: '2.0', definitions: { ...objectMeta, ...definitions } };
  const crd = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    spec: {
      group: 'tea.example.com',
      names: { kind: 'Pot', plural: 'pots' },
      scope: 'Namespaced',
      versions: [{ name: 'v1', served: true, schema: { openAPIV3Schema: schema } }],
    },
  };
  const documents = [documentOf(openApi), documentOf(crd)];
  const kind = apiOf(readApiFacts(documents, new Diagnostics())).kind('tea.example.com/v1', 'Pot');
  if (kind === undefined) throw new Error('there is no pot');
  return kind;
}

const pot = { type: 'object', properties: { spec: { type: 'object', properties: { lid: text } } } };

describe('a kind', () => {
  it('has what every object has, though its CRD does not say it', () => {
    const kind = potOf(pot);
    expect(kind.fields().map(({ name }) => name)).toEqual([
      'apiVersion',
      'kind',
      'metadata',
      'spec',
    ]);
    expect(kind.field('metadata.name')?.type).toBe('string');
    expect(kind.field('metadata')?.type).toBe('meta.v1.ObjectMeta');
  });

  it('keeps what its CRD says of names', () => {
    const name = { type: 'string', enum: ['green', 'black'], maxLength: 5 };
    const metadata = { type: 'object', properties: { name, colour: text } };
    const kind = potOf({ ...pot, properties: { ...pot.properties, metadata } });
    const field = kind.field('metadata.name');
    expect([field?.enum, field?.limits]).toEqual([
      ['green', 'black'],
      [{ name: 'Length', text: 'at most 5' }],
    ]);
    // To the API server, metadata is what it always is.
    expect(kind.field('metadata.colour')).toBeUndefined();
  });

  it('is described by its CRD, its library by the merged definition', () => {
    const served = { group: 'tea.example.com', version: 'v1', kind: 'Pot' };
    const spec = { type: 'object', properties: { lid: text, spout: text } };
    const metadata = { $ref: '#/definitions/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' };
    const kind = potOf(pot, {
      'com.example.tea.v1.Pot': {
        type: 'object',
        properties: { metadata, spec },
        'x-kubernetes-group-version-kind': [served],
      },
    });
    expect(kind.field('spec.spout')).toBeUndefined();
    const step = { kind: 'property', name: 'spec' } as const;
    const names = kind.definitionRoot
      .step(step)
      ?.fields()
      .map(({ name }) => name);
    expect(names).toContain('spec.spout');
  });

  it('tells its scope, plural and apiVersion', () => {
    const { scope, apiVersion, group, version, kind, resource } = potOf(pot);
    expect({ scope, apiVersion, group, version, kind, plural: resource.plural }).toEqual({
      scope: 'Namespaced',
      apiVersion: 'tea.example.com/v1',
      group: 'tea.example.com',
      version: 'v1',
      kind: 'Pot',
      plural: 'pots',
    });
  });

  it('finds nothing by a text that is no path', () => {
    expect(potOf(pot).field('spec..lid')).toBeUndefined();
    expect(potOf(pot).field('spec.handle')).toBeUndefined();
    expect(potOf(pot).field('')?.path).toEqual([]);
  });
});
