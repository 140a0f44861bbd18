import type { Api } from '../api/api.ts';
import type { FieldPath } from '../api/field-path.ts';
import type { ApiField } from '../api/field.ts';
import type { ApiKind } from '../api/kind.ts';
import type { Diagnostic } from '../diagnostic/diagnostics.ts';
import type { Call } from '../library/calls.ts';
import { Calls, pathOfCall } from '../library/calls.ts';
import type { PlacedKinds } from '../library/placed-kinds.ts';
import { printJsonnetCalls } from '../target/jsonnet/call.ts';
import { printTypeScriptCalls } from '../target/typescript/call.ts';

/** How a field is set in a program. */
export interface FieldCalls {
  /** `o.route.v1.route.spec.tls.withTermination(termination)`. */
  readonly jsonnet: string;
  /** `route.spec.tls.withTermination(termination)`. */
  readonly typescript: string;
  /** The imports that the TypeScript program needs, each a statement. */
  readonly imports: readonly string[];
  /** What of the path no function sets: it stands as plain data in the argument. Empty in most cases. */
  readonly rest: FieldPath;
}

/** What a library is called in the programs that use it. */
export interface LibraryNames {
  /** What Jsonnet programs call it; `o` if it is not given. */
  readonly localName?: string | undefined;
  /** The npm package with the label, `@couplet/openshift/4.20`; `@couplet/openshift/<label>` if it is not given. */
  readonly folder?: string | undefined;
}

/** An API that was loaded, with the functions of its library. */
export class LoadedApi {
  readonly api: Api;
  /** What was found on the way that is no error. */
  readonly diagnostics: readonly Diagnostic[];
  readonly #kinds: () => PlacedKinds;
  #known: PlacedKinds | undefined;

  constructor(api: Api, kinds: () => PlacedKinds, diagnostics: readonly Diagnostic[]) {
    this.api = api;
    this.diagnostics = diagnostics;
    this.#kinds = kinds;
  }

  /**
   * Tells how a field of a kind's manifest is set in a program, or what the namespace of its functions is called.
   *
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
   * @returns the call, and the path of the field that it sets in a manifest of its kind
   */
  findCall(
    names: readonly string[],
  ): { readonly call: Call; readonly path: FieldPath } | undefined {
    const call = new Calls(this.#placed()).find(names);
    return call && { call, path: pathOfCall(call) };
  }

  #placed(): PlacedKinds {
    this.#known ??= this.#kinds();
    return this.#known;
  }
}
