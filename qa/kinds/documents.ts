import { apiGroups } from '../../packages/couplet/src/reader/openshift/api-groups.ts';
import type { SourceDocument } from '../../packages/couplet/src/source/document.ts';
import { kindsOf } from '../conformance/oracle/kinds.ts';
import { rawDefinitionsOf } from '../conformance/oracle/read.ts';
import type { CustomResource } from '../openshift/custom-resources.ts';
import { customResourcesOf, objectAt } from '../openshift/custom-resources.ts';

/** What is known of a kind from one of the places that tell it. */
export interface ToldKind {
  readonly apiVersion: string;
  readonly kind: string;
  readonly scope: string | undefined;
}

/** The scopes of OpenShift's kinds by the table, by kind and API group. */
export const scopesInTable: ReadonlyMap<string, string> = new Map(
  apiGroups.flatMap((group) =>
    [...group.scopes].map(([kind, scope]) => [`${kind}.${group.name}`, scope] as const),
  ),
);

export function apiVersionOf(group: string, version: string): string {
  return group === '' ? version : `${group}/${version}`;
}

/** What CRD manifests among the documents serve, by the feature set Default. */
export function toldByCustomResources(documents: readonly SourceDocument[]): readonly ToldKind[] {
  const manifests = documents.filter(({ value }) => objectAt(value)['swagger'] === undefined);
  return customResourcesOf(manifests)
    .filter((resource) => resource.isServed && isInDefaultSet(resource))
    .map(({ group, version, kind, scope }) => ({
      apiVersion: apiVersionOf(group, version),
      kind,
      scope,
    }));
}

function isInDefaultSet({ featureSet }: CustomResource): boolean {
  return featureSet === '' || featureSet.split(',').includes('Default');
}

/** What the definitions say of themselves, by their places in the library: the kinds that have a `new`. */
export function toldByDefinitions(
  documents: readonly SourceDocument[],
): ReadonlyMap<string, readonly string[]> {
  const told = new Map<string, readonly string[]>();
  for (const { place, definition } of kindsOf(
    rawDefinitionsOf(documents.map(({ value }) => value)),
  )) {
    const served = definition.served.map(
      ({ group, version, kind }) => `${apiVersionOf(group, version)} ${kind}`,
    );
    if (served.length > 0) told.set(place.join('.'), served);
  }
  return told;
}

/** The kinds that a document's paths give and take, and whether one of these paths is below a namespace. */
export function toldByPaths(documents: readonly SourceDocument[]): ReadonlyMap<string, ToldKind> {
  const told = new Map<string, ToldKind>();
  for (const { value } of documents) {
    for (const [path, methods] of Object.entries(objectAt(value, 'paths'))) {
      const isNamespaced = path.includes('/namespaces/{namespace}/');
      for (const method of ['get', 'post', 'put']) {
        const operation = objectAt(methods, method);
        const { group, version, kind } = objectAt(operation, 'x-kubernetes-group-version-kind');
        // A connection, such as a shell in a pod, has options in its address and takes no object.
        if (operation['x-kubernetes-action'] === 'connect') continue;
        if (typeof group !== 'string' || typeof version !== 'string' || typeof kind !== 'string')
          continue;
        const apiVersion = apiVersionOf(group, version);
        const name = `${apiVersion} ${kind}`;
        const scope = isNamespaced || told.get(name)?.scope === 'Namespaced';
        told.set(name, { apiVersion, kind, scope: scope ? 'Namespaced' : 'Cluster' });
      }
    }
  }
  return told;
}
