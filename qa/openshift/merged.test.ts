import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Diagnostics } from '../../packages/couplet/src/diagnostic/diagnostics.ts';
import { buildLibrary } from '../../packages/couplet/src/library/build.ts';
import type { Kind } from '../../packages/couplet/src/library/library.ts';
import { apiGroups } from '../../packages/couplet/src/reader/openshift/api-groups.ts';
import { readDefinitions } from '../../packages/couplet/src/reader/read.ts';
import type { Definitions } from '../../packages/couplet/src/api/definition.ts';
import type { SourceDocument } from '../../packages/couplet/src/source/document.ts';
import { kindsOf } from '../../packages/couplet/src/testing/pipeline.ts';
import { readDocuments } from '../support/documents.ts';
import { isThere, sharedPath, skipWithout } from '../support/shared.ts';
import type { CustomResource } from './custom-resources.ts';
import { customResourcesOf } from './custom-resources.ts';
import { differencesFrom, gatedIn, markedAsGated } from './schemas.ts';

const openApi = sharedPath('specs', 'openshift', 'openapi-4.20.json.gz');
const crds = sharedPath('specs', 'openshift', 'crds-4.20');
const packages = new Map(apiGroups.map((group) => [group.name, group.package]));

/**
 * The one part of which two places have different facts: its URL has two rules more in the specification than in the
 * status, and the shared definition has those that both have.
 */
const moreRulesInOnePlace = [
  'Infrastructure.spec.platformSpec.ibmcloud.serviceEndpoints[].url: validations',
];

/** The groups of the aggregated API servers: all other kinds have CRDs. */
const aggregated = [
  'apps',
  'authorization',
  'build',
  'image',
  'oauth',
  'project',
  'quota',
  'security',
  'template',
  'user',
].map((name) => `${name}.openshift.io`);

interface Merged {
  readonly definitions: Definitions;
  readonly kinds: readonly Kind[];
  readonly codes: readonly string[];
}

describe('OpenShift 4.20 with its CRDs', () => {
  let openApiDocuments: readonly SourceDocument[] = [];
  let crdDocuments: readonly SourceDocument[] = [];
  let resources: readonly CustomResource[] = [];

  beforeAll(async () => {
    if (!isThere(openApi, crds)) return;
    openApiDocuments = await readDocuments([openApi], new Diagnostics());
    crdDocuments = await readDocuments([crds], new Diagnostics());
    resources = customResourcesOf(crdDocuments);
  });

  beforeEach((context) => skipWithout(context, openApi, crds));

  function merge(featureSet: string): Merged {
    const diagnostics = new Diagnostics();
    const documents = [...openApiDocuments, ...crdDocuments];
    const definitions = readDefinitions(documents, diagnostics, { featureSet });
    const library = buildLibrary(definitions, undefined, diagnostics);
    const codes = [...new Set(diagnostics.list().map(({ code }) => code))];
    return { definitions, kinds: [...kindsOf(library).values()], codes };
  }

  function resourcesOf(featureSet: string): readonly CustomResource[] {
    return resources.filter((each) => each.featureSet === '' || each.featureSet === featureSet);
  }

  it.each(['Default', 'TechPreviewNoUpgrade', 'DevPreviewNoUpgrade', 'CustomNoUpgrade'])(
    'serves every kind as the CRDs of %s say, and the others as the table says',
    (featureSet) => {
      const { kinds, codes } = merge(featureSet);
      const served = new Map<string, unknown>();
      for (const { newFunction, scope } of kinds) {
        if (newFunction === undefined) continue;
        const { apiVersion, groupVersionKind, marksClusterScope } = newFunction;
        expect(marksClusterScope).toBe(scope === 'Cluster' && newFunction.takesName);
        served.set(`${apiVersion} ${groupVersionKind.kind}`, scope);
      }
      for (const { group, version, kind, scope, isServed } of resourcesOf(featureSet)) {
        const name = `${group}/${version} ${kind}`;
        expect([name, served.get(name)]).toEqual([name, isServed ? scope : undefined]);
      }
      for (const { group, version, kind } of resourcesOf(featureSet)) {
        served.delete(`${group}/${version} ${kind}`);
      }
      const scopes = new Map(apiGroups.map((group) => [group.name, group.scopes]));
      for (const [name, scope] of served) {
        const [, group = '', kind = ''] = /^(.*)\/\w+ (\w+)$/.exec(name) ?? [];
        expect([name, scopes.get(group)?.get(kind)]).toEqual([name, scope]);
      }
      // What is left is told by the table only.
      const left = [...served.keys()].map((name) => name.replace(/\/.*/, ''));
      expect([...new Set(left)].sort()).toEqual(aggregated);
      expect(left.length).toBeGreaterThan(40);
      // The document lacks parts of the EgressRouter; its CRD has them.
      expect(codes.filter((code) => code !== 'other-feature-sets')).toEqual([]);
    },
  );

  it('leaves out the kinds that only other feature sets have', () => {
    const { kinds } = merge('Default');
    const names = new Set(kinds.map(({ definition }) => definition));
    const having = new Set(resourcesOf('Default').map(({ kind, version }) => `${version}.${kind}`));
    const others = resources.filter(({ kind, version }) => !having.has(`${version}.${kind}`));
    expect(others.length).toBeGreaterThan(0);
    for (const { group, version, kind } of others) {
      const name = `com.github.openshift.api.${packages.get(group)}.${version}.${kind}`;
      expect([name, names.has(name)]).toEqual([name, false]);
    }
  });

  it('keeps the places of all definitions in the library', () => {
    const { kinds } = merge('CustomNoUpgrade');
    const diagnostics = new Diagnostics();
    const alone = buildLibrary(
      readDefinitions(openApiDocuments, diagnostics),
      undefined,
      diagnostics,
    );
    const before = [...kindsOf(alone)].map(([place, { definition }]) => [definition, place]);
    const keys = new Map(kinds.map(({ definition, key }) => [definition, key]));
    for (const [definition = '', place] of before) {
      expect(place?.endsWith(`.${keys.get(definition)}`)).toBe(true);
    }
  });

  it.each([
    ['Default', []],
    ['TechPreviewNoUpgrade', moreRulesInOnePlace],
  ])('says in every place what the CRDs of %s say there, fact by fact', (featureSet, expected) => {
    const { definitions } = merge(featureSet);
    const diagnostics = new Diagnostics();
    const alone = readDefinitions(crdDocuments, diagnostics, { featureSet });
    const differences: string[] = [];
    let compared = 0;
    for (const { name, schema, groupVersionKinds } of alone.values()) {
      const [kind] = groupVersionKinds;
      if (kind === undefined) continue;
      const merged = definitions.get(
        `com.github.openshift.api.${packages.get(kind.group)}.${kind.version}.${kind.kind}`,
      );
      if (merged === undefined) throw new Error(`${name} is not there`);
      differences.push(...differencesFrom(schema, merged.schema, definitions, kind.kind));
      compared++;
    }
    expect(compared).toBeGreaterThan(45);
    expect(differences).toEqual(expected);
  });

  it.each(['Default', 'CustomNoUpgrade'])(
    'knows of each field which feature sets have it, when %s is read',
    (featureSet) => {
      const diagnostics = new Diagnostics();
      const alone = readDefinitions(crdDocuments, diagnostics, { featureSet });
      const marked: string[] = [];
      const expected: string[] = [];
      for (const { schema, groupVersionKinds } of alone.values()) {
        const [served] = groupVersionKinds;
        if (served === undefined) continue;
        const { group, version, kind } = served;
        const variants = resources.filter(
          (each) => each.group === group && each.version === version && each.kind === kind,
        );
        marked.push(...markedAsGated(schema, kind));
        if (variants.length > 1) expected.push(...gatedIn(variants, featureSet, kind));
      }
      expect(marked.sort()).toEqual(expected.sort());
      expect(marked.length).toBeGreaterThan(20);
    },
  );
});
