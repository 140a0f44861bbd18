import { compareNames } from '../text/compare-names.ts';
import type { Definition } from './definition.ts';
import { regularPlural } from './built-in-names.ts';
import { apiVersionOf } from './group-version-kind.ts';
import type { KindNames } from './kind.ts';
import { ApiKind } from './kind.ts';
import { isPlatformName } from './openshift-names.ts';
import { Resolver } from './resolve.ts';
import type { Resource } from './resource.ts';
import { compareApiVersions } from './versions.ts';

/** The source of the facts of an API: all of them are asked for when they are needed. */
export interface ApiSource {
  readonly kinds: () => readonly KindNames[];
  /** The definition of a name. */
  readonly definition: (name: string) => Definition | undefined;
  /** Gives what is known of a kind besides its schema. */
  readonly resource: (names: KindNames) => Resource | undefined;
}

/** The facts of an API: kinds by all their names, with their fields; definitions by name. */
export class Api {
  /** Follows references between the definitions. */
  readonly resolver: Resolver;
  readonly #source: ApiSource;
  readonly #kinds = new Map<KindNames, ApiKind>();
  #known: readonly KindNames[] | undefined;
  #byIdentity: ReadonlyMap<string, KindNames> | undefined;
  #byName: ReadonlyMap<string, readonly KindNames[]> | undefined;

  /**
   * Makes an API of its facts.
   *
   * @param resolver one that has followed references between the definitions already, if there is one
   * @internal
   */
  constructor(source: ApiSource, resolver?: Resolver) {
    this.#source = source;
    this.resolver = resolver ?? new Resolver({ get: source.definition });
  }

  /** Every kind once, by group, then by kind, then the preferred version first. */
  get kinds(): readonly ApiKind[] {
    return this.#names()
      .filter(({ isMain }) => isMain)
      .map((names) => this.#kindOf(names))
      .sort(
        (left, right) =>
          compareNames(left.group, right.group) ||
          compareNames(left.kind, right.kind) ||
          compareApiVersions(left.version, right.version),
      );
  }

  /** Finds the kind of a manifest: `api.kind('route.openshift.io/v1', 'Route')`. */
  kind(apiVersion: string, kind: string): ApiKind | undefined {
    this.#byIdentity ??= new Map(
      this.#names().map((names) => {
        const { groupVersionKind } = names;
        return [identityOf(apiVersionOf(groupVersionKind), groupVersionKind.kind), names];
      }),
    );
    const names = this.#byIdentity.get(identityOf(apiVersion, kind));
    return names && this.#kindOf(names);
  }

  /**
   * Finds kinds by what people call them: kind, plural, singular or short name, in any case; with a group behind a dot,
   * or a version and a group (`deploy`, `Routes`, `jobs.batch`, `jobs.v1.batch`).
   *
   * @returns the kinds, those of Kubernetes and OpenShift first, then by group; of one kind the preferred version first
   */
  find(name: string): readonly ApiKind[] {
    const [word = '', ...rest] = name.toLowerCase().split('.');
    this.#byName ??= indexByName(this.#names());
    return (this.#byName.get(word) ?? [])
      .filter(({ groupVersionKind }) => isIn(groupVersionKind, rest))
      .map((names) => this.#kindOf(names))
      .sort(byPreference);
  }

  /** The definition of a name: `io.k8s.api.core.v1.Container`. */
  definition(name: string): Definition | undefined {
    return this.#source.definition(name);
  }

  #names(): readonly KindNames[] {
    this.#known ??= this.#source.kinds();
    return this.#known;
  }

  #kindOf(names: KindNames): ApiKind {
    const known = this.#kinds.get(names);
    if (known !== undefined) return known;
    const parts = () => {
      const definition = this.#source.definition(names.definition);
      if (definition === undefined)
        throw new Error(`the kind ${names.definition} has no definition`);
      return { definition, resource: this.#source.resource(names) };
    };
    const kind = new ApiKind(names, parts, this.resolver);
    this.#kinds.set(names, kind);
    return kind;
  }
}

function identityOf(apiVersion: string, kind: string): string {
  return JSON.stringify([apiVersion, kind]);
}

function indexByName(kinds: readonly KindNames[]): ReadonlyMap<string, readonly KindNames[]> {
  const index = new Map<string, KindNames[]>();
  for (const names of kinds) {
    if (!names.isMain) continue;
    for (const word of wordsFor(names)) {
      const known = index.get(word);
      if (known === undefined) index.set(word, [names]);
      else known.push(names);
    }
  }
  return index;
}

function wordsFor({
  groupVersionKind,
  plural,
  singular,
  shortNames,
}: KindNames): ReadonlySet<string> {
  const { kind } = groupVersionKind;
  const words = [kind, singular, plural ?? regularPlural(kind), ...shortNames];
  return new Set(words.map((word) => word.toLowerCase()));
}

/** Tells whether a kind is of the group, or the version and group, that stand behind its name. */
function isIn({ group, version }: KindNames['groupVersionKind'], rest: readonly string[]): boolean {
  if (rest.length === 0 || rest.join('.') === group) return true;
  return rest[0] === version && rest.slice(1).join('.') === group;
}

function byPreference(left: ApiKind, right: ApiKind): number {
  const rank = ({ names }: ApiKind): number => Number(!isPlatformName(names.definition));
  return (
    rank(left) - rank(right) ||
    compareNames(left.group, right.group) ||
    compareNames(left.kind, right.kind) ||
    compareApiVersions(left.version, right.version)
  );
}
