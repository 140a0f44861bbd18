import type { Api } from '../api/api.ts';
import type { Definition, Definitions } from '../api/definition.ts';
import type { FieldPath } from '../api/field-path.ts';
import type { ApiField } from '../api/field.ts';
import type { ApiKind } from '../api/kind.ts';
import type { Diagnostic } from '../diagnostic/diagnostics.ts';
import type { Call } from '../library/calls.ts';
import { Calls, pathOfCall } from '../library/calls.ts';
import type { Library } from '../library/library.ts';
import type { PlacedKinds } from '../library/placed-kinds.ts';
import { printJsonnetCalls } from '../target/jsonnet/call.ts';
import { printTypeScriptCalls } from '../target/typescript/call.ts';
import type { TypeLibrary } from '../types/types.ts';

/** The calls that set a field in a program. */
export interface FieldCalls {
  /** `o.route.v1.route.spec.tls.withTermination(termination)`. */
  readonly jsonnet: string;
  /** `route.spec.tls.withTermination(termination)`. */
  readonly typescript: string;
  /** The imports that the TypeScript program needs, each a statement. */
  readonly imports: readonly string[];
  /** The end of the path that no function sets: it stands as plain data in the argument. Empty in most cases. */
  readonly rest: FieldPath;
}

/** The names of a library in the programs that use it. */
export interface LibraryNames {
  /** The name by which Jsonnet programs call it; `o` if it is not given. */
  readonly localName?: string | undefined;
  /** The npm package with the label, `@couplet/openshift/4.20`; `@couplet/openshift/<label>` if it is not given. */
  readonly folder?: string | undefined;
}

/** A function or a namespace of a library, and what it is for. */
export interface FoundCall {
  readonly call: Call;
  /** The field of its kind's manifest that it sets, or that its namespace is for. */
  readonly path: FieldPath;
}

/** The parts from which a loaded API answers. What is a function is worked out, or read, when it is first asked for. */
export interface LoadedParts {
  readonly api: Api;
  readonly diagnostics: readonly Diagnostic[];
  readonly definitions: () => Definitions;
  readonly library: () => Library;
  readonly placedKinds: () => PlacedKinds;
  readonly close: () => void;
}

/**
 * An API that was loaded: its kinds by all their names, and the functions of its library. One that was opened from a
 * store reads what it is asked for; a store that turns out to be damaged then is a {@link StoreError} there.
 */
export class LoadedApi {
  readonly #parts: LoadedParts;
  #placedKinds: PlacedKinds | undefined;
  #library: Library | undefined;
  #types: Promise<TypeLibrary> | undefined;

  /** @internal */
  constructor(parts: LoadedParts) {
    this.#parts = parts;
  }

  /** The facts alone, for what takes an {@link Api}. */
  get api(): Api {
    return this.#parts.api;
  }

  /** The findings on the way that are no errors; none for what comes from a store. */
  get diagnostics(): readonly Diagnostic[] {
    return this.#parts.diagnostics;
  }

  /** Every kind once, by group, then by kind, then the preferred version first. */
  get kinds(): readonly ApiKind[] {
    return this.api.kinds;
  }

  /** Finds the kind of a manifest: `api.kind('route.openshift.io/v1', 'Route')`; `undefined` where there is none. */
  kind(apiVersion: string, kind: string): ApiKind | undefined {
    return this.api.kind(apiVersion, kind);
  }

  /**
   * Finds kinds by what people call them: kind, plural, singular or short name, in any case; with a group behind a dot,
   * or a version and a group (`deploy`, `Routes`, `jobs.batch`, `jobs.v1.batch`).
   *
   * @returns the kinds, those of Kubernetes and OpenShift first, then by group; of one kind the preferred version first
   */
  find(name: string): readonly ApiKind[] {
    return this.api.find(name);
  }

  /** Gives the definition of a name, `io.k8s.api.core.v1.Container`; `undefined` where there is none. */
  definition(name: string): Definition | undefined {
    return this.api.definition(name);
  }

  /**
   * The library of the whole API, with every name in it. Of a store it is worked out from all definitions when it is
   * first asked for, which takes as long as with documents, except for reading these.
   */
  get library(): Library {
    this.#library ??= this.#parts.library();
    return this.#library;
  }

  /** Gives the library as a typed language sees it, which is worked out once, when it is first asked for. */
  types(): Promise<TypeLibrary> {
    this.#types ??= this.#buildTypes();
    return this.#types;
  }

  /**
   * Tells how a field of a kind's manifest is set in a program, or what the namespace of its functions is called.
   *
   * @param field the field, as the kind's own `field` and `fields` give it
   * @returns `undefined` where the library has no function: for what `new` sets, and for a status
   */
  callsOf(kind: ApiKind, field: ApiField, names: LibraryNames = {}): FieldCalls | undefined {
    const kinds = this.#placed();
    const chain = new Calls(kinds).of(kind, field);
    if (chain === undefined) return undefined;
    const { localName = 'o', folder = '@couplet/openshift/<label>' } = names;
    const { text, imports } = printTypeScriptCalls(chain, kinds, folder);
    const { rest } = chain;
    return { jsonnet: printJsonnetCalls(chain, localName), typescript: text, imports, rest };
  }

  /**
   * Finds a function or a namespace by the names that lead to it: `route`, `v1`, `route`, `spec`, `withHost`.
   *
   * @returns the call, and the path of the field that it sets; `undefined` where there is none
   */
  findCall(names: readonly string[]): FoundCall | undefined {
    const call = new Calls(this.#placed()).find(names);
    return call && { call, path: pathOfCall(call) };
  }

  /** Closes the file of a store, of which nothing more can be read then. Does nothing where there is none. */
  close(): void {
    this.#parts.close();
  }

  #placed(): PlacedKinds {
    this.#placedKinds ??= this.#parts.placedKinds();
    return this.#placedKinds;
  }

  async #buildTypes(): Promise<TypeLibrary> {
    const { buildTypes } = await import('../types/build.ts');
    return buildTypes(this.library, this.#parts.definitions(), this.api.resolver);
  }
}
