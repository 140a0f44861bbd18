import type { Definition, Definitions } from '../../api/definition.ts';
import { groupVersionKindKey } from '../../api/group-version-kind.ts';
import type { FeatureSetChoice } from './feature-sets.ts';
import { findPlaces, SchemaMerger } from './schema.ts';
import { isOpenShiftName } from '../../api/openshift-names.ts';
import { customResourceNames } from '../openshift/custom-resource-names.ts';
import { nameServedKinds } from '../openshift/served-kinds.ts';
import { withoutKinds } from './without-kinds.ts';

/**
 * Makes one set of definitions out of those of OpenAPI documents and those of CRDs.
 *
 * A kind that has both keeps the definition's name, and with it its place in the library and the names of its parts;
 * what it is served as, and in which scope, are the CRD's word. The schemas are merged (see {@link SchemaMerger}), in
 * OpenShift's definitions also those of the parts, which their kinds share. CRDs that no definition describes are added
 * as they are; in the company of OpenShift's definitions they are called alike. A kind that only other feature sets
 * have is left out, with the parts that nothing else refers to. A version that a CRD does not serve has no
 * group-version-kind.
 */
export function mergeCustomResources(
  openApi: Definitions,
  { chosen, leftOut }: FeatureSetChoice,
): Definitions {
  const all = [...chosen, ...leftOut];
  const kinds = all.flatMap(({ groupVersionKinds }) => groupVersionKinds);
  const described = nameServedKinds(openApi, kinds);
  // Most documents come without any CRD, and going through all references takes time.
  if (all.length === 0) return described;
  const names = namesOf(all, described);
  const nameOf = ({ name }: Definition): string => names.get(name) ?? name;
  const kept = withoutKinds(described, new Set(leftOut.map(nameOf)));

  const merged = new Map(kept);
  for (const resource of chosen) {
    const name = nameOf(resource);
    merged.set(name, { ...asServed(resource), name });
  }
  const roots = chosen.map((resource) => [nameOf(resource), resource.schema] as const);
  const rootNames = new Set(roots.map(([name]) => name));
  const places = findPlaces(roots, kept, (name) => isOpenShiftName(name) || rootNames.has(name));
  const merger = new SchemaMerger(kept, places);
  for (const [name, { schema, places: found }] of places) {
    const definition = merged.get(name);
    if (definition !== undefined) {
      merged.set(name, { ...definition, schema: merger.merge(schema, found) });
    }
  }
  return merged;
}

/** A version that is not served is nothing that anybody can apply. */
function asServed(resource: Definition): Definition {
  return resource.isUnserved === true ? { ...resource, groupVersionKinds: [] } : resource;
}

/** Names the CRDs' kinds as the definition that describes the same kind, if there is one. */
function namesOf(
  resources: readonly Definition[],
  definitions: Definitions,
): ReadonlyMap<string, string> {
  const byKind = new Map<string, string>();
  for (const { name, groupVersionKinds } of definitions.values()) {
    for (const key of groupVersionKinds.map(groupVersionKindKey)) {
      if (!byKind.has(key)) byKind.set(key, name);
    }
  }
  const openShift = customResourceNames(definitions);
  const names = new Map<string, string>();
  for (const resource of resources) {
    const [kind] = resource.groupVersionKinds;
    if (kind === undefined) continue;
    names.set(
      resource.name,
      byKind.get(groupVersionKindKey(kind)) ?? openShift(kind) ?? resource.name,
    );
  }
  return names;
}
