import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { Definition, Definitions } from '../api/definition.ts';
import { checkReferences } from '../api/check-references.ts';
import { apiVersionOf, chooseGroupVersionKind } from '../api/group-version-kind.ts';
import type { NamedDefinition } from './kind-names.ts';
import { nameKinds } from './kind-names.ts';
import type { NewFunction, Group, Kind, Library, Shape, Version } from './library.ts';
import { SizeLimits } from './limits.ts';
import { compareNames } from '../text/compare-names.ts';
import { Resolver } from '../api/resolve.ts';
import { selectDefinitions } from './select.ts';
import { ShapeBuilder } from './shapes.ts';

/**
 * Builds the library of the definitions that match the prefix (see {@link selectDefinitions}).
 * Problems are reported; what is left of the definitions is always a library that can be emitted.
 *
 * @param resolver to be given where others resolve references too, so that each is followed once
 */
export function buildLibrary(
  definitions: Definitions,
  prefix: RegExp | undefined,
  diagnostics: Diagnostics,
  resolver: Resolver = new Resolver(definitions),
): Library {
  const selected = selectDefinitions(definitions, prefix, resolver, diagnostics);
  checkReferences(
    selected.map(({ name }) => name),
    definitions,
    diagnostics,
  );
  const named = nameKinds(selected, diagnostics);
  const shapes = new ShapeBuilder(definitions, resolver, diagnostics).build(
    named.map(({ definition }) => definition.name),
  );
  const limits = new SizeLimits(diagnostics);
  const kinds = named.flatMap((entry) => {
    const shape = shapes.get(entry.definition.name) ?? emptyShape(entry.definition);
    return limits.allow(shape, entry.definition)
      ? [{ ...entry, kind: buildKind(entry, shape) }]
      : [];
  });
  return { groups: groupKinds(kinds) };
}

/** The shape of a definition without properties. */
export function emptyShape({ name, schema }: Definition): Shape {
  return {
    definition: name,
    path: [],
    description: schema.description,
    fields: [],
    members: [],
    gated: new Map(),
  };
}

/** Makes the kind of a definition that has a place, with the functions for its fields. */
export function buildKind(
  { definition, key, kindName }: Pick<NamedDefinition, 'definition' | 'key' | 'kindName'>,
  shape: Shape,
): Kind {
  const groupVersionKind = chooseGroupVersionKind(definition);
  const members = shape.members.filter(({ field: { property } }) => {
    if (property === 'apiVersion') return false;
    return property !== 'kind' || groupVersionKind === undefined;
  });
  const kind = {
    key,
    name: kindName,
    definition: definition.name,
    description: shape.description,
    scope: definition.scope,
    isUnserved: definition.isUnserved === true,
    members,
    shape,
  };
  if (groupVersionKind === undefined) return { ...kind, newFunction: undefined };
  const metadata = metadataFunctions(shape);
  const takesName = metadata.has('withName');
  const newFunction: NewFunction = {
    groupVersionKind,
    apiVersion: apiVersionOf(groupVersionKind),
    takesName,
    marksClusterScope:
      takesName && metadata.has('withAnnotations') && definition.scope === 'Cluster',
  };
  return { ...kind, newFunction };
}

/** The fields that `metadata` has: a document may describe it in its own way, or not at all. */
function metadataFunctions(shape: Shape): ReadonlySet<string> {
  const metadata = shape.members.find(({ name }) => name === 'metadata');
  if (metadata?.kind !== 'namespace' || metadata.buildsItem) return new Set();
  return new Set(metadata.shape.members.map(({ name }) => name));
}

function groupKinds(
  kinds: readonly { group: string; version: string; kind: Kind }[],
): readonly Group[] {
  const groups = new Map<string, Map<string, Kind[]>>();
  for (const { group, version, kind } of kinds) {
    const versions = groups.get(group) ?? new Map<string, Kind[]>();
    groups.set(group, versions);
    const members = versions.get(version) ?? [];
    versions.set(version, members);
    members.push(kind);
  }
  return sortByName(groups, (name, versions): Group => ({
    name,
    versions: sortByName(versions, (version, members): Version => ({
      name: version,
      kinds: members.sort((left, right) => compareNames(left.key, right.key)),
    })),
  }));
}

function sortByName<Value, Result>(
  map: ReadonlyMap<string, Value>,
  make: (name: string, value: Value) => Result,
): readonly Result[] {
  return [...map]
    .sort(([left], [right]) => compareNames(left, right))
    .map(([name, value]) => make(name, value));
}
