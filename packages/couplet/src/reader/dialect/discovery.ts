import type { Definition, Definitions, GroupVersionKind, Scope } from '../../api/definition.ts';
import type { Diagnostics } from '../../diagnostic/diagnostics.ts';
import type { Cursor } from '../../json/cursor.ts';
import type { JsonObject } from '../../json/object.ts';
import { isJsonObject, ownValue } from '../../json/object.ts';
import type { SourceDocument } from '../../source/document.ts';
import { sourceProblems } from '../../source/problems.ts';
import { readerCursor } from '../cursor.ts';

/** Whether a document is what a cluster says of the resources that it serves, as `/apis` or `/apis/apps/v1` give it. */
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

  /** Adds what a document says, of which {@link isDiscovery} holds. */
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
      const scope = this.#scopes.get(keyOf(kind));
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
          this.#addKind(
            { group: kind.at('group').value ?? '', version: kind.at('version').value || version },
            kind.at('kind').value,
            resource.at('scope').value,
          );
        }
      }
    }
  }

  #addResources(root: Cursor): void {
    const [group, version] = splitGroupVersion(root.at('groupVersion').value);
    for (const resource of objectsIn(root, 'resources')) {
      // `pods/log` is no object of its own.
      if (String(resource.at('name').value).includes('/')) continue;
      const scope = resource.at('namespaced').value === true ? 'Namespaced' : 'Cluster';
      const served = {
        group: resource.at('group').value || group,
        version: resource.at('version').value || version,
      };
      this.#addKind(served, resource.at('kind').value, scope);
    }
  }

  #addKind(
    { group, version }: { readonly group: unknown; readonly version: unknown },
    kind: unknown,
    scope: unknown,
  ): void {
    if (typeof group !== 'string' || typeof version !== 'string' || typeof kind !== 'string')
      return;
    if (scope !== 'Namespaced' && scope !== 'Cluster') return;
    this.#scopes.set(keyOf({ group, version, kind }), scope);
  }
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

function keyOf({ group, version, kind }: GroupVersionKind): string {
  return JSON.stringify([group, version, kind]);
}
