import type { Api } from '../api/api.ts';
import type { Definitions } from '../api/definition.ts';
import { apiOf } from '../api/from-documents.ts';
import type { Resolver } from '../api/resolve.ts';
import type { ApiFacts } from '../api/resource.ts';
import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import { placeInText } from '../diagnostic/place.ts';
import { buildLibrary } from '../library/build.ts';
import type { Library } from '../library/library.ts';
import type { ReaderOptions } from '../reader/read.ts';
import { readApiFacts } from '../reader/read.ts';
import type { RawSource, SourceDocument } from '../source/document.ts';
import { parseSource } from '../source/parse.ts';
import { loadProblems } from './problems.ts';

/** What is taken from the sources. */
export interface LoadOptions extends Pick<ReaderOptions, 'featureSet'> {
  /** Which definitions get a place in the library; absent for the default choice. */
  readonly prefix?: RegExp | undefined;
}

/** A library with what it was built from. */
export interface LoadedLibrary {
  readonly api: Api;
  readonly library: Library;
  readonly definitions: Definitions;
  /** Has followed the references of the library. */
  readonly resolver: Resolver;
}

/**
 * Makes the library of some sources: parsed, read and built. What is wrong is reported; sources that define nothing at
 * all are too.
 */
export async function loadLibrary(
  sources: readonly RawSource[],
  { prefix, featureSet }: LoadOptions,
  diagnostics: Diagnostics,
): Promise<LoadedLibrary> {
  const facts = await loadFacts(sources, { featureSet, ignoresPaths: true }, diagnostics);
  const { definitions } = facts;
  const api = apiOf(facts);
  const { resolver } = api;
  const library = buildLibrary(definitions, prefix, diagnostics, resolver);
  // Now: later the texts are gone, and would have to be unpacked and decoded again.
  diagnostics.locate();
  return { api, library, definitions, resolver };
}

/** Parses and reads sources. What is wrong is reported; sources that define nothing at all are too. */
export async function loadFacts(
  sources: readonly RawSource[],
  options: ReaderOptions,
  diagnostics: Diagnostics,
): Promise<ApiFacts> {
  const documents: SourceDocument[] = [];
  for (const source of sources) {
    // One by one, since a source can have more documents than a call has arguments.
    for (const document of await parseSource(source, diagnostics)) documents.push(document);
  }
  const facts = readApiFacts(documents, diagnostics, options);
  if (facts.definitions.size === 0 && !diagnostics.hasErrors) {
    for (const { name } of sources) {
      diagnostics.report(loadProblems['no-definitions'], {}, placeInText(name));
    }
  }
  return facts;
}
