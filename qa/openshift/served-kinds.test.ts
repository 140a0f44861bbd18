import { beforeEach, describe, expect, it } from 'vitest';
import { Diagnostics } from '../../packages/couplet/src/diagnostic/diagnostics.ts';
import { buildLibrary } from '../../packages/couplet/src/library/build.ts';
import { apiGroups } from '../../packages/couplet/src/reader/openshift/api-groups.ts';
import { parseOpenShiftName } from '../../packages/couplet/src/api/openshift-names.ts';
import { readDefinitions } from '../../packages/couplet/src/reader/read.ts';
import type { Schema } from '../../packages/couplet/src/schema/schema.ts';
import { kindsOf } from '../../packages/couplet/src/testing/pipeline.ts';
import { scopesInTable } from '../kinds/documents.ts';
import { readDocuments } from '../support/documents.ts';
import { embeddedPath, sharedPath, skipWithout } from '../support/shared.ts';
import { customResourcesOf, objectAt } from './custom-resources.ts';

const openApi420 = sharedPath('specs', 'openshift', 'openapi-4.20.json.gz');
const crds420 = sharedPath('specs', 'openshift', 'crds-4.20');
const crds45 = sharedPath('specs', 'openshift', 'crds-4.5');

/**
 * The scopes of the kinds that a document's paths serve: a kind is namespaced if it can be written, or only read,
 * below a namespace.
 */
function scopesOfPaths(document: unknown): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [path, methods] of Object.entries(objectAt(document, 'paths'))) {
    if (!path.startsWith('/apis/') || path.includes('/watch/')) continue;
    for (const operation of Object.values(objectAt(methods))) {
      const { group, kind } = objectAt(operation, 'x-kubernetes-group-version-kind');
      if (typeof group !== 'string' || typeof kind !== 'string') continue;
      const isNamespaced = path.includes('/namespaces/{namespace}/');
      const name = `${kind}.${group}`;
      if (isNamespaced || !found.has(name))
        found.set(name, isNamespaced ? 'Namespaced' : 'Cluster');
    }
  }
  return found;
}

describe("the table of OpenShift's API groups", () => {
  it('says of the aggregated APIs what the paths of 4.5 say', async (context) => {
    skipWithout(context, embeddedPath);
    const documents = await readDocuments([], new Diagnostics());
    const served = scopesOfPaths(documents[0]?.value);
    const expected = new Map<string, string | undefined>();
    for (const { name, groupVersionKinds } of readDefinitions(
      documents,
      new Diagnostics(),
    ).values()) {
      if (parseOpenShiftName(name) === undefined || name.endsWith('List')) continue;
      for (const { group, kind } of groupVersionKinds) {
        const key: string = `${kind}.${group}`;
        if (group !== '') expected.set(key, served.get(key));
      }
    }
    expect(expected.size).toBeGreaterThan(50);
    expect(new Map([...expected.keys()].map((key) => [key, scopesInTable.get(key)]))).toEqual(
      expected,
    );
  });

  it.for([
    ['4.5', crds45],
    ['4.20', crds420],
  ] as const)('says of CRDs what those of %s say', async ([, folder], context) => {
    skipWithout(context, folder);
    const resources = customResourcesOf(await readDocuments([folder], new Diagnostics()));
    expect(resources.length).toBeGreaterThan(40);
    for (const { group, kind, scope } of resources) {
      expect([group, kind, scopesInTable.get(`${kind}.${group}`)]).toEqual([group, kind, scope]);
    }
  });
});

/**
 * Versions that the OpenAPI document of 4.20 still describes, though the CRDs of 4.20 do not have them any more: a
 * document alone cannot tell.
 */
const goneIn420 = [
  'config.v1alpha1.ClusterImagePolicy',
  'config.v1alpha1.ImagePolicy',
  'machineconfiguration.v1alpha1.MachineConfigNode',
  'machineconfiguration.v1alpha1.PinnedImageSet',
];

describe('the OpenAPI document of 4.20 alone', () => {
  beforeEach((context) => skipWithout(context, openApi420, crds420));

  it('serves the kinds that its CRDs serve, in the same groups and scopes', async () => {
    const diagnostics = new Diagnostics();
    const definitions = readDefinitions(
      await readDocuments([openApi420], diagnostics),
      diagnostics,
    );
    const resources = customResourcesOf(await readDocuments([crds420], diagnostics));
    const gone: string[] = [];
    let compared = 0;
    for (const { name, groupVersionKinds, scope } of definitions.values()) {
      const parts = parseOpenShiftName(name);
      const [served] = groupVersionKinds;
      const namesakes = resources.filter(
        ({ group, kind }) => group === served?.group && kind === served.kind,
      );
      if (parts === undefined || served === undefined || namesakes.length === 0) continue;
      const { package: packageName, version, kind } = parts;
      expect(served).toMatchObject({ version, kind });
      const same = namesakes.find((each) => each.version === version);
      if (same === undefined) gone.push(`${packageName}.${version}.${kind}`);
      else expect([name, scope]).toEqual([name, same.scope]);
      compared++;
    }
    expect(compared).toBeGreaterThan(35);
    expect(gone.sort()).toEqual(goneIn420);
  });

  it('serves every kind of its CRDs that it describes', async () => {
    const diagnostics = new Diagnostics();
    const definitions = readDefinitions(
      await readDocuments([openApi420], diagnostics),
      diagnostics,
    );
    const served = new Set(
      [...definitions.values()].flatMap(({ groupVersionKinds }) =>
        groupVersionKinds.map(({ group, version, kind }) => `${group}/${version}/${kind}`),
      ),
    );
    const described = new Set(
      [...definitions.keys()].flatMap((name) => {
        const parts = parseOpenShiftName(name);
        return parts === undefined ? [] : [`${parts.package}.${parts.version}.${parts.kind}`];
      }),
    );
    const packages = new Map(apiGroups.map((group) => [group.name, group.package]));
    const missing = customResourcesOf(await readDocuments([crds420], diagnostics))
      .filter(({ group, version, kind }) =>
        described.has(`${packages.get(group)}.${version}.${kind}`),
      )
      .map(({ group, version, kind }) => `${group}/${version}/${kind}`)
      .filter((kind) => !served.has(kind));
    expect(missing).toEqual([]);
  });
});

const componentConfiguration = new Set([
  'kubecontrolplane',
  'legacyconfig',
  'openshiftcontrolplane',
  'osin',
  'servicecertsigner',
]);

describe.each([
  ['4.12', 122],
  ['4.16', 135],
  ['4.20', 138],
  ['5.1', 146],
])('the OpenAPI document of %s', (release, count) => {
  const path = sharedPath('specs', 'openshift', `openapi-${release}.json.gz`);

  beforeEach((context) => skipWithout(context, path));

  it('has new for what is served, each with a scope, and tells configuration files apart', async () => {
    const diagnostics = new Diagnostics();
    const definitions = readDefinitions(await readDocuments([path], diagnostics), diagnostics);
    const kinds = [...kindsOf(buildLibrary(definitions, undefined, diagnostics)).values()];
    const served = kinds.filter(({ newFunction }) => newFunction !== undefined);
    expect(served.filter(({ scope }) => scope === undefined)).toEqual([]);
    expect(served.length).toBe(count);
    const configuration = kinds.filter(({ definition }) => {
      const packageName = parseOpenShiftName(definition)?.package ?? '';
      return (
        componentConfiguration.has(packageName) && isTyped(definitions.get(definition)?.schema)
      );
    });
    expect(configuration.length).toBeGreaterThan(30);
    for (const { isUnserved, newFunction } of configuration) {
      expect([isUnserved, newFunction]).toEqual([true, undefined]);
    }
    const typed = kinds.filter(({ definition }) => isTyped(definitions.get(definition)?.schema));
    for (const { isUnserved, newFunction } of typed) {
      expect(isUnserved).toBe(newFunction === undefined);
    }
  });
});

/** Whether an object says itself what it is. */
function isTyped(schema: Schema | undefined): boolean {
  if (schema?.kind !== 'object') return false;
  return schema.properties.has('apiVersion') && schema.properties.has('kind');
}
