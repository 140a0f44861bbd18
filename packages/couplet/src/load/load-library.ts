import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import { placeInText } from '../diagnostic/place.ts';
import { buildLibrary } from '../library/build.ts';
import type { Library } from '../library/library.ts';
import { Resolver } from '../api/resolve.ts';
import type { Dialect } from '../reader/dialect/dialect.ts';
import { readDefinitions } from '../reader/read.ts';
import type { Definitions } from '../api/definition.ts';
import type { RawSource, SourceDocument } from '../source/document.ts';
import type { Input } from './inputs.ts';
import { openInputs } from './inputs.ts';
import { loadProblems } from './problems.ts';

/** What is taken from the sources. */
export interface LoadOptions {
  /** Which definitions get a place in the library; absent for the default choice. */
  readonly prefix?: RegExp | undefined;
  /** The feature set of OpenShift whose kinds and fields are read; absent for `Default`. */
  readonly featureSet?: string | undefined;
  /** Dialects that are asked before those that Couplet has. */
  readonly dialects?: readonly Dialect[] | undefined;
}

/** A library with what it was built from. */
export interface LoadedLibrary {
  readonly library: Library;
  readonly definitions: Definitions;
  /** Has followed the references of the library; what leads nowhere is reported once. */
  readonly resolver: Resolver;
}

/** Opens sources and loads their library, see {@link loadInputs}. */
export async function loadLibrary(
  sources: readonly RawSource[],
  options: LoadOptions,
  diagnostics: Diagnostics,
): Promise<LoadedLibrary> {
  const inputs = await openInputs(sources, diagnostics, options.dialects);
  return await loadInputs(inputs, options, diagnostics);
}

/**
 * The library of some sources: parsed, read and built. What is wrong is reported; sources that define nothing at all
 * are too.
 */
export async function loadInputs(
  inputs: readonly Input[],
  { prefix, featureSet, dialects }: LoadOptions,
  diagnostics: Diagnostics,
): Promise<LoadedLibrary> {
  const documents: SourceDocument[] = [];
  for (const input of inputs) {
    // One by one, since a source can have more documents than a call has arguments.
    for (const document of await input.read()) documents.push(document);
  }
  const definitions = readDefinitions(documents, diagnostics, { featureSet, dialects });
  if (definitions.size === 0 && !diagnostics.hasErrors) {
    for (const name of inputs.flatMap(({ names }) => names))
      diagnostics.report(loadProblems['no-definitions'], {}, placeInText(name));
  }
  const resolver = new Resolver(definitions, diagnostics);
  const library = buildLibrary(definitions, prefix, diagnostics, resolver);
  // Now: later the texts are gone, and would have to be unpacked and decoded again.
  diagnostics.locate();
  return { library, definitions, resolver };
}
