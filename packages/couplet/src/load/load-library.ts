import type { Api } from '../api/api.ts';
import type { Definitions } from '../api/definition.ts';
import { apiOf } from '../api/from-documents.ts';
import type { ApiFacts } from '../api/resource.ts';
import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import { placeInText } from '../diagnostic/place.ts';
import { buildLibrary } from '../library/build.ts';
import type { Library } from '../library/library.ts';
import type { ReaderOptions } from '../reader/read.ts';
import { readApiFacts } from '../reader/read.ts';
import type { RawSource, SourceDocument } from '../source/document.ts';
import type { Input } from './inputs.ts';
import { openInputs } from './inputs.ts';
import { loadProblems } from './problems.ts';

/** The options for what is taken from the sources. */
export interface LoadOptions extends Pick<ReaderOptions, 'featureSet' | 'dialects'> {
  /** A pattern for the names of definitions that get a place in the library; absent for the default choice. */
  readonly prefix?: RegExp | undefined;
}

/** A library with what it was built from. */
export interface LoadedLibrary {
  readonly api: Api;
  readonly library: Library;
  readonly definitions: Definitions;
}

/** Opens sources and loads their library, see {@link loadInputs}. */
export async function loadLibrary(
  sources: readonly RawSource[],
  options: LoadOptions,
  diagnostics: Diagnostics,
): Promise<LoadedLibrary> {
  const inputs = await openInputs(sources, diagnostics, options.dialects);
  return loadInputs(inputs, options, diagnostics);
}

/**
 * Makes the library of some sources: parsed, read and built. What is wrong is reported; sources that define nothing at
 * all are too.
 */
export async function loadInputs(
  inputs: readonly Input[],
  { prefix, featureSet, dialects }: LoadOptions,
  diagnostics: Diagnostics,
): Promise<LoadedLibrary> {
  const options = { featureSet, dialects, ignoresPaths: true };
  const facts = await loadFacts(inputs, options, diagnostics);
  const { definitions } = facts;
  const api = apiOf(facts);
  const library = buildLibrary(definitions, prefix, diagnostics, api.resolver);
  // Now: later the texts are gone, and would have to be unpacked and decoded again.
  diagnostics.locate();
  return { api, library, definitions };
}

/** Parses and reads sources. What is wrong is reported; sources that define nothing at all are too. */
export async function loadFacts(
  inputs: readonly Input[],
  options: ReaderOptions,
  diagnostics: Diagnostics,
): Promise<ApiFacts> {
  const documents: SourceDocument[] = [];
  for (const input of inputs) {
    // One by one, since a source can have more documents than a call has arguments.
    for (const document of await input.read()) documents.push(document);
  }
  const facts = readApiFacts(documents, diagnostics, options);
  if (facts.definitions.size === 0 && !diagnostics.hasErrors) {
    for (const name of inputs.flatMap(({ names }) => names)) {
      diagnostics.report(loadProblems['no-definitions'], {}, placeInText(name));
    }
  }
  return facts;
}
