import type { Definition, Definitions, GroupVersionKind } from '../../api/definition.ts';
import type { Schema } from '../../schema/schema.ts';
import { objectMetaName } from '../../api/object-meta.ts';
import { apiGroups } from './api-groups.ts';
import { isOpenShiftName, parseOpenShiftName } from '../../api/openshift-names.ts';

const byPackage = new Map(apiGroups.map((group) => [group.package, group]));

/**
 * Says of OpenShift's definitions what they are served as, and in which scope, where their document does not: since
 * 4.12 it has no group-version-kinds. What the table of API groups lists is served as it says; else a definition of
 * one of its packages is, if it has apiVersion, kind and the metadata of an object. Whatever else has an apiVersion
 * and a kind is marked as unserved: the configuration of a component, or something that stands inside of an object.
 *
 * @param customResources the group-version-kinds of all CRDs at hand, whatever their feature sets: where there are CRDs
 * of a kind, a version that none of them has is not served
 */
export function nameServedKinds(
  definitions: Definitions,
  customResources: readonly GroupVersionKind[],
): Definitions {
  const own = [...definitions.values()].filter(({ name }) => isOpenShiftName(name));
  if (own.some(({ groupVersionKinds }) => groupVersionKinds.length > 0)) return definitions;
  const versions = versionsByKind(customResources);
  const named = new Map(definitions);
  for (const definition of own) named.set(definition.name, nameKind(definition, versions));
  return named;
}

function versionsByKind(kinds: readonly GroupVersionKind[]): ReadonlyMap<string, Set<string>> {
  const versions = new Map<string, Set<string>>();
  for (const each of kinds) {
    const key = kindKey(each);
    versions.set(key, (versions.get(key) ?? new Set<string>()).add(each.version));
  }
  return versions;
}

function kindKey({ group, kind }: Omit<GroupVersionKind, 'version'>): string {
  return `${kind}.${group}`;
}

function nameKind(
  definition: Definition,
  versions: ReadonlyMap<string, ReadonlySet<string>>,
): Definition {
  const name = parseOpenShiftName(definition.name);
  const form = formOf(definition.schema);
  if (name === undefined || form === 'part') return definition;
  const { version, kind } = name;
  const group = byPackage.get(name.package);
  if (group !== undefined) {
    const scope = group.scopes.get(kind);
    const isServed = scope !== undefined || (form === 'object' && !group.unserved.has(kind));
    const groupVersionKind = { group: group.name, version, kind };
    if (isServed && versions.get(kindKey(groupVersionKind))?.has(version) !== false) {
      return { ...definition, groupVersionKinds: [groupVersionKind], scope };
    }
  }
  return { ...definition, isUnserved: true };
}

/** Tells whether a schema has what an API object has, only an apiVersion and a kind, or is a part of something. */
function formOf(schema: Schema): 'object' | 'typed' | 'part' {
  if (schema.kind !== 'object') return 'part';
  const { properties } = schema;
  const isText = (name: string): boolean => properties.get(name)?.kind === 'string';
  if (!isText('apiVersion') || !isText('kind')) return 'part';
  const metadata = properties.get('metadata');
  if (metadata?.kind !== 'reference') return 'typed';
  if (metadata.target === objectMetaName) return 'object';
  // Lists have an apiVersion and a kind too, and are nothing that anybody writes.
  return /(^|\.)ListMeta$/.test(metadata.target) ? 'part' : 'typed';
}
