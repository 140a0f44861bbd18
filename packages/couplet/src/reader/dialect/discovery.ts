import type { Definition, Definitions, GroupVersionKind, Scope } from '../../api/definition.ts';
import { groupVersionKindKey } from '../../api/group-version-kind.ts';
import type { Resource } from '../../api/resource.ts';
import { knownFacts } from '../../api/resource.ts';
import type { Diagnostics } from '../../diagnostic/diagnostics.ts';
import type { Cursor } from '../../json/cursor.ts';
import type { JsonObject } from '../../json/object.ts';
import { isJsonObject, ownValue } from '../../json/object.ts';
import type { SourceDocument } from '../../source/document.ts';
import { sourceProblems } from '../../source/problems.ts';
import { compareNames } from '../../text/compare-names.ts';
import { readerCursor, textsOf } from '../cursor.ts';
import { groupVersionKindOf } from './group-version-kinds.ts';

/**
 * Tells whether a document is what a cluster says of the resources that it serves, as `/apis` or `/apis/apps/v1` give
 * it.
 */
export function isDiscovery(value: JsonObject): boolean {
  const kind = ownValue(value, 'kind');
  return kind === 'APIGroupDiscoveryList' || kind === 'APIResourceList';
}

/**
 * The kinds that a cluster serves, with their scopes, which OpenAPI leaves open. It is told in two forms: a list of all
 * groups (`apidiscovery.k8s.io`, Kubernetes 1.26 and later), and a list of the resources of one group and version.
 */
export class ServedKinds {
  readonly #scopes = new Map<string, Scope>();
  readonly #resources: Resource[] = [];

  /** The resources that were told of, in the order in which they were. */
  get resources(): readonly Resource[] {
    return this.#resources;
  }

  /** Adds what a document says, that is of this dialect. */
  add(document: SourceDocument, diagnostics: Diagnostics): void {
    const root = readerCursor(document, diagnostics);
    if (root.text('kind') === 'APIResourceList') this.#addResources(root);
    else this.#addGroups(root);
  }

  /** The definitions with their scopes where they are served; what CRDs say of theirs stays. */
  applyTo(definitions: Definitions): Definitions {
    if (this.#scopes.size === 0) return definitions;
    return new Map([...definitions].map(([name, definition]) => [name, this.#apply(definition)]));
  }

  #apply(definition: Definition): Definition {
    for (const kind of definition.groupVersionKinds) {
      const scope = this.#scopes.get(groupVersionKindKey(kind));
      if (scope !== undefined) {
        const origin = { ...definition.origin, isListed: true };
        return { ...definition, scope: definition.scope ?? scope, origin };
      }
    }
    return definition;
  }

  #addGroups(root: Cursor): void {
    for (const item of objectsIn(root, 'items')) {
      const group = item.at('metadata').at('name').value ?? '';
      for (const served of objectsIn(item, 'versions')) {
        const version = served.at('version').value;
        if (served.at('freshness').value === 'Stale') reportStale(served, [group, version]);
        for (const resource of objectsIn(served, 'resources')) {
          const kind = resource.at('responseKind');
          const groupVersionKind = groupVersionKindOf(
            kind.at('group').value ?? '',
            kind.at('version').value || version,
            kind.at('kind').value,
          );
          // A resource that only has subresources has no kind.
          if (groupVersionKind === undefined) continue;
          const subresources = objectsIn(resource, 'subresources');
          this.#add(groupVersionKind, resource, {
            plural: resource.text('resource'),
            singular: resource.text('singularResource'),
            scope: scopeOf(resource.at('scope').value),
            subresources: new Set(subresources.map((each) => each.text('subresource'))),
          });
        }
      }
    }
  }

  #addResources(root: Cursor): void {
    const [group, version] = splitGroupVersion(root.at('groupVersion').value);
    const resources = objectsIn(root, 'resources');
    const subresources = subresourcesIn(resources);
    for (const resource of resources) {
      const name = String(resource.at('name').value);
      // `pods/log` is no object of its own.
      if (name.includes('/')) continue;
      const groupVersionKind = groupVersionKindOf(
        resource.at('group').value || group,
        resource.at('version').value || version,
        resource.at('kind').value,
      );
      if (groupVersionKind === undefined) continue;
      this.#add(groupVersionKind, resource, {
        plural: resource.text('name'),
        singular: resource.text('singularName'),
        scope: resource.at('namespaced').value === true ? 'Namespaced' : 'Cluster',
        subresources: subresources.get(name) ?? new Set(),
      });
    }
  }

  #add(
    groupVersionKind: GroupVersionKind,
    cursor: Cursor,
    { subresources, ...names }: ServedNames,
  ): void {
    if (names.scope !== undefined)
      this.#scopes.set(groupVersionKindKey(groupVersionKind), names.scope);
    const facts = knownFacts({
      ...names,
      shortNames: textsOf(cursor, 'shortNames'),
      categories: textsOf(cursor, 'categories'),
      verbs: textsOf(cursor, 'verbs')?.toSorted(compareNames),
      isServed: true,
      hasStatus: subresources.has('status'),
      scale: subresources.has('scale') ? {} : undefined,
    });
    const origin = { dialect: 'discovery', document: cursor.locator.source } as const;
    this.#resources.push({ ...facts, groupVersionKind, origin, place: cursor.place });
  }
}

/** The facts for which the two forms have different names. */
interface ServedNames {
  readonly plural: string | undefined;
  readonly singular: string | undefined;
  readonly scope: Scope | undefined;
  readonly subresources: ReadonlySet<string | undefined>;
}

function scopeOf(value: unknown): Scope | undefined {
  return value === 'Namespaced' || value === 'Cluster' ? value : undefined;
}

/** The subresources in a list where they stand as `pods/log` beside the resources, by resource. */
function subresourcesIn(resources: readonly Cursor[]): ReadonlyMap<string, Set<string>> {
  const byResource = new Map<string, Set<string>>();
  for (const resource of resources) {
    const [name = '', subresource] = String(resource.at('name').value).split('/');
    if (subresource === undefined) continue;
    const subresources = byResource.get(name) ?? new Set();
    byResource.set(name, subresources.add(subresource));
  }
  return byResource;
}

/** The objects of a list; a value that is no list is reported. */
function objectsIn(holder: Cursor, key: string): readonly Cursor[] {
  return holder.list(key).filter(({ value }) => isJsonObject(value));
}

function reportStale(served: Cursor, parts: readonly unknown[]): void {
  const groupVersion = parts.filter((part) => typeof part === 'string').join('/');
  served.report(sourceProblems['group-version-stale'], { groupVersion });
}

function splitGroupVersion(value: unknown): readonly [group: string, version: string] {
  const [first = '', second] = String(value).split('/');
  return second === undefined ? ['', first] : [first, second];
}
