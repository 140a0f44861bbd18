import { describe, expect, it } from 'vitest';
import { compareLibraries } from '../../packages/couplet/src/compare/compare.ts';
import type { ComparedLibrary } from '../../packages/couplet/src/compare/compare.ts';
import { Diagnostics } from '../../packages/couplet/src/diagnostic/diagnostics.ts';
import { buildLibrary } from '../../packages/couplet/src/library/build.ts';
import { readDefinitions } from '../../packages/couplet/src/reader/read.ts';
import { documentOf } from '../../packages/couplet/src/testing/pipeline.ts';
import { rawDefinitionsOf } from '../conformance/oracle/read.ts';
import { compareFacts } from './compare-facts.ts';
import { factsOf } from './facts.ts';

const schema = {
  openAPIV3Schema: {
    type: 'object',
    properties: {
      apiVersion: { type: 'string' },
      kind: { type: 'string' },
      spec: { type: 'object', properties: { lid: { type: 'string' } } },
    },
  },
};

/** A CRD with two versions, of which the older says more than its schema. */
function pots(older: Readonly<Record<string, unknown>>): unknown {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    spec: {
      group: 'tea.example.com',
      names: { kind: 'Pot' },
      scope: 'Cluster',
      versions: [
        { name: 'v1beta1', schema, served: true, ...older },
        { name: 'v1', schema, served: true },
      ],
    },
  };
}

function load(value: unknown): ComparedLibrary {
  const diagnostics = new Diagnostics();
  const definitions = readDefinitions([documentOf(value)], diagnostics);
  return { definitions, library: buildLibrary(definitions, undefined, diagnostics) };
}

describe('couplet diff of CRDs', () => {
  const plain = pots({});
  const deprecated = pots({ deprecated: true, deprecationWarning: 'use v1' });
  const unserved = pots({ deprecated: true, served: false });

  it.each([
    ['is deprecated', plain, deprecated, ['deprecated']],
    ['is no longer deprecated', deprecated, plain, ['no-longer-deprecated']],
    ['is served no longer', deprecated, unserved, ['function-added', 'function-removed']],
    ['is served anew', unserved, deprecated, ['function-added', 'function-removed']],
    ['stays as it is', unserved, unserved, []],
  ])('finds what the manifests say where a version %s', (_, before, after, kinds) => {
    const expected = compareFacts(
      factsOf(rawDefinitionsOf([before])),
      factsOf(rawDefinitionsOf([after])),
    );
    const changes = compareLibraries(load(before), load(after), { withWording: false });
    const found = changes.flatMap(({ kind, places }) => places.map((place) => `${kind} ${place}`));
    expect(found.toSorted()).toEqual(expected);
    expect(expected.map((change) => change.replace(/ .*/, ''))).toEqual(kinds);
  });
});
