import type { GroupVersionKind } from '../../api/definition.ts';
import type { Resource } from '../../api/resource.ts';
import { knownFacts } from '../../api/resource.ts';
import type { Diagnostics } from '../../diagnostic/diagnostics.ts';
import type { Cursor } from '../../json/cursor.ts';
import type { JsonObject } from '../../json/object.ts';
import { isJsonObject, ownValue } from '../../json/object.ts';
import type { SourceDocument } from '../../source/document.ts';
import { compareNames } from '../../text/compare-names.ts';
import { readerCursor } from '../cursor.ts';
import { groupVersionKindOf } from './group-version-kinds.ts';

/** A place where an API server has objects of one kind, gathered from several paths. */
interface Endpoint {
  readonly plural: string;
  readonly cursor: Cursor;
  readonly verbs: Set<string>;
  readonly subresources: Set<string>;
  groupVersionKind: GroupVersionKind | undefined;
  isNamespaced: boolean;
}

/** A path of Kubernetes' API: group, version, `namespaces/{namespace}/`, plural, subresource. */
const apiPath =
  /^\/(?:api|apis\/([^/]+))\/([^/]+)\/(?:watch\/)?(namespaces\/\{namespace\}\/)?([^/{}]+)(?:\/\{name\}(?:\/(.+))?)?$/;

/** The verbs that `x-kubernetes-action` names, as authorization and discovery call them. */
const verbs: ReadonlyMap<unknown, string> = new Map([
  ['get', 'get'],
  ['list', 'list'],
  ['watch', 'watch'],
  ['watchlist', 'watch'],
  ['post', 'create'],
  ['put', 'update'],
  ['patch', 'patch'],
  ['delete', 'delete'],
  ['deletecollection', 'deletecollection'],
]);

/**
 * Reads what an OpenAPI document of any version says of resources by its `paths`: plural, verbs, scope, and whether
 * there are a status and a scale. Paths that are none of Kubernetes' resources are passed over.
 */
export function readPaths(document: SourceDocument, diagnostics: Diagnostics): readonly Resource[] {
  const endpoints = new Map<string, Endpoint>();
  for (const [path, cursor] of readerCursor(document, diagnostics).members('paths')) {
    const match = apiPath.exec(path);
    if (match === null) continue;
    const [, group = '', version = '', namespace, plural = '', subresource] = match;
    const key = JSON.stringify([group, version, plural]);
    const endpoint = endpoints.get(key) ?? emptyEndpoint(plural, cursor);
    endpoints.set(key, endpoint);
    if (namespace !== undefined) endpoint.isNamespaced = true;
    if (subresource === undefined) addOperations(endpoint, cursor.value);
    else endpoint.subresources.add(subresource);
  }
  return [...endpoints.values()].flatMap((endpoint) => resourceOf(endpoint) ?? []);
}

function emptyEndpoint(plural: string, cursor: Cursor): Endpoint {
  return {
    plural,
    cursor,
    verbs: new Set(),
    subresources: new Set(),
    groupVersionKind: undefined,
    isNamespaced: false,
  };
}

function addOperations(endpoint: Endpoint, item: unknown): void {
  if (!isJsonObject(item)) return;
  for (const operation of Object.values(item)) {
    if (!isJsonObject(operation)) continue;
    const served = servedIn(operation);
    const verb = verbs.get(ownValue(operation, 'x-kubernetes-action'));
    if (served === undefined || verb === undefined) continue;
    endpoint.groupVersionKind ??= served;
    endpoint.verbs.add(verb);
  }
}

function servedIn(operation: JsonObject): GroupVersionKind | undefined {
  const value = ownValue(operation, 'x-kubernetes-group-version-kind');
  if (!isJsonObject(value)) return undefined;
  return groupVersionKindOf(
    ownValue(value, 'group'),
    ownValue(value, 'version'),
    ownValue(value, 'kind'),
  );
}

function resourceOf(endpoint: Endpoint): Resource | undefined {
  const { groupVersionKind, plural, isNamespaced, subresources, cursor } = endpoint;
  if (groupVersionKind === undefined) return undefined;
  return {
    ...knownFacts({
      plural,
      scope: isNamespaced ? 'Namespaced' : 'Cluster',
      verbs: [...endpoint.verbs].sort(compareNames),
      isServed: true,
      hasStatus: subresources.has('status'),
      scale: subresources.has('scale') ? {} : undefined,
    }),
    groupVersionKind,
    origin: { dialect: 'openapi', document: cursor.locator.source },
    place: cursor.place,
  };
}
