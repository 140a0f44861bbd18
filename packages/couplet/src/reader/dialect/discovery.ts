import type { Diagnostics } from '../../diagnostic/diagnostics.ts';
import type { Path } from '../../diagnostic/place.ts';
import type { Definition, Definitions, GroupVersionKind, Scope } from '../../api/definition.ts';
import type { SourceDocument } from '../../source/document.ts';
import type { JsonObject } from '../../json/object.ts';
import { describe, isJsonObject, ownValue } from '../../json/object.ts';
import { sourceProblems } from '../../source/problems.ts';
import { readerProblems } from '../problems.ts';

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
  readonly #diagnostics: Diagnostics;

  constructor(diagnostics: Diagnostics) {
    this.#diagnostics = diagnostics;
  }

  /** Adds what a document says, of which {@link isDiscovery} holds. */
  add(document: SourceDocument, value: JsonObject): void {
    if (ownValue(value, 'kind') === 'APIResourceList') this.#addResources(document, value);
    else this.#addGroups(document, value);
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
        return { ...definition, scope: definition.scope ?? scope, isListed: true };
      }
    }
    return definition;
  }

  #addGroups(document: SourceDocument, list: JsonObject): void {
    for (const [path, item] of this.#objectsIn(document, list, [], 'items')) {
      const metadata = ownValue(item, 'metadata');
      const group = isJsonObject(metadata) ? (ownValue(metadata, 'name') ?? '') : '';
      for (const [at, served] of this.#objectsIn(document, item, path, 'versions')) {
        const version = ownValue(served, 'version');
        if (ownValue(served, 'freshness') === 'Stale') {
          const groupVersion = [group, version]
            .filter((part) => typeof part === 'string')
            .join('/');
          const place = { locator: document, path: at };
          this.#diagnostics.report(sourceProblems['group-version-stale'], { groupVersion }, place);
        }
        for (const [, resource] of this.#objectsIn(document, served, at, 'resources')) {
          const kind = ownValue(resource, 'responseKind');
          // A resource that only has subresources has no kind.
          if (!isJsonObject(kind)) continue;
          this.#addKind(
            { group: ownValue(kind, 'group') ?? '', version: ownValue(kind, 'version') || version },
            ownValue(kind, 'kind'),
            ownValue(resource, 'scope'),
          );
        }
      }
    }
  }

  #addResources(document: SourceDocument, list: JsonObject): void {
    const [group, version] = splitGroupVersion(ownValue(list, 'groupVersion'));
    for (const [, resource] of this.#objectsIn(document, list, [], 'resources')) {
      // `pods/log` is no object of its own.
      if (String(ownValue(resource, 'name')).includes('/')) continue;
      const scope = ownValue(resource, 'namespaced') === true ? 'Namespaced' : 'Cluster';
      const served = {
        group: ownValue(resource, 'group') || group,
        version: ownValue(resource, 'version') || version,
      };
      this.#addKind(served, ownValue(resource, 'kind'), scope);
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

  /** The objects of a list, with their places; a value that is no list is reported. */
  #objectsIn(
    document: SourceDocument,
    holder: JsonObject,
    path: Path,
    key: string,
  ): readonly (readonly [Path, JsonObject])[] {
    const list = ownValue(holder, key);
    if (Array.isArray(list)) {
      return list.flatMap((each: unknown, index) =>
        isJsonObject(each) ? [[[...path, key, index], each]] : [],
      );
    }
    if (list !== undefined && list !== null) {
      const place = { locator: document, path: [...path, key] };
      const wrong = { expected: 'a list', found: describe(list) };
      this.#diagnostics.report(readerProblems['wrong-type'], wrong, place);
    }
    return [];
  }
}

function splitGroupVersion(value: unknown): readonly [group: string, version: string] {
  const [first = '', second] = String(value).split('/');
  return second === undefined ? ['', first] : [first, second];
}

function keyOf({ group, version, kind }: GroupVersionKind): string {
  return JSON.stringify([group, version, kind]);
}
