import type { JsonObject } from '../../packages/couplet/src/json/object.ts';
import { isJsonObject, ownValue } from '../../packages/couplet/src/json/object.ts';

/** What a document is served as, and what it has: bytes of JSON. */
export type Documents = Readonly<Record<string, string>>;

/** A kind, and whether its objects are in a namespace. */
export interface ServedKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly isNamespaced: boolean;
}

/**
 * The kinds whose objects can be read one by one, by the paths of an OpenAPI document: those of objects in a namespace
 * name it.
 */
export function kindsInPaths(document: JsonObject): readonly ServedKind[] {
  const kinds = new Map<string, ServedKind>();
  for (const [path, operations] of objectsIn(ownValue(document, 'paths'))) {
    if (!/\/[a-z0-9]+\/\{name\}$/.test(path) || path.includes('/watch/')) continue;
    const read = ownValue(operations, 'get');
    const served = isJsonObject(read)
      ? ownValue(read, 'x-kubernetes-group-version-kind')
      : undefined;
    if (!isJsonObject(served)) continue;
    const group = textIn(served, 'group');
    const version = textIn(served, 'version');
    const kind = textIn(served, 'kind');
    const isNamespaced = path.includes('/namespaces/{namespace}/');
    kinds.set(`${group}/${version}/${kind}`, { group, version, kind, isNamespaced });
  }
  return [...kinds.values()];
}

function textIn(object: JsonObject, key: string): string {
  const value = ownValue(object, key);
  return typeof value === 'string' ? value : '';
}

/** The two answers in which a cluster tells which kinds it serves. */
export function discoveryOf(kinds: readonly ServedKind[]): Documents {
  const listOf = (served: readonly ServedKind[]): string => {
    const items = groupBy(served, ({ group }) => group).map(([name, members]) => ({
      metadata: { name },
      versions: groupBy(members, ({ version }) => version).map(versionOf),
    }));
    return JSON.stringify({ kind: 'APIGroupDiscoveryList', items });
  };
  return {
    '/api': listOf(kinds.filter(({ group }) => group === '')),
    '/apis': listOf(kinds.filter(({ group }) => group !== '')),
  };
}

function groupBy(
  kinds: readonly ServedKind[],
  keyOf: (kind: ServedKind) => string,
): readonly (readonly [string, readonly ServedKind[]])[] {
  const groups = new Map<string, ServedKind[]>();
  for (const kind of kinds) {
    const key = keyOf(kind);
    groups.set(key, [...(groups.get(key) ?? []), kind]);
  }
  return [...groups];
}

function versionOf([version, kinds]: readonly [string, readonly ServedKind[]]): object {
  const resources = kinds.map(({ group, kind, isNamespaced }) => ({
    resource: `${kind.toLowerCase()}s`,
    responseKind: { group, version, kind },
    scope: isNamespaced ? 'Namespaced' : 'Cluster',
  }));
  return { version, freshness: 'Current', resources };
}

/** What a cluster lists at `/openapi/v3`, with the documents that it leads to. */
export function openApiOf(
  documents: readonly JsonObject[],
): Documents & { readonly '/openapi/v3': string } {
  const addresses = documents.map((_, index) => `/openapi/v3/apis/part-${index}?hash=${index}F`);
  const paths = Object.fromEntries(
    addresses.map((serverRelativeURL, index) => [`apis/part-${index}`, { serverRelativeURL }]),
  );
  const parts = documents.map((document, index) => [
    addresses[index] ?? '',
    JSON.stringify(document),
  ]);
  return { ...Object.fromEntries(parts), '/openapi/v3': JSON.stringify({ paths }) };
}

/** The objects that an object or a list holds, by their keys. */
export function objectsIn(value: unknown): readonly (readonly [string, JsonObject])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]: [string, unknown]) =>
    isJsonObject(each) ? [[key, each]] : [],
  );
}
