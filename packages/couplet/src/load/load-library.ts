import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import { placeInText } from '../diagnostic/place.ts';
import { buildLibrary } from '../library/build.ts';
import type { Library } from '../library/library.ts';
import { Resolver } from '../api/resolve.ts';
import { readDefinitions } from '../reader/read.ts';
import type { Definitions } from '../api/definition.ts';
import type { RawSource, SourceDocument } from '../source/document.ts';
import { parseSource } from '../source/parse.ts';
import { loadProblems } from './problems.ts';

/** What is taken from the sources. */
export interface LoadOptions {
  /** Which definitions get a place in the library; absent for the default choice. */
  readonly prefix?: RegExp | undefined;
  /** The feature set of OpenShift whose kinds and fields are read; absent for `Default`. */
  readonly featureSet?: string | undefined;
}

/** A library with what it was built from. */
export interface LoadedLibrary {
  readonly library: Library;
  readonly definitions: Definitions;
  /** Has followed the references of the library. */
  readonly resolver: Resolver;
}

/**
 * The library of some sources: parsed, read and built. What is wrong is reported; sources that define nothing at all
 * are too.
 */
export async function loadLibrary(
  sources: readonly RawSource[],
  { prefix, featureSet }: LoadOptions,
  diagnostics: Diagnostics,
): Promise<LoadedLibrary> {
  const documents: SourceDocument[] = [];
  for (const source of sources) {
    // One by one, since a source can have more documents than a call has arguments.
    for (const document of await parseSource(source, diagnostics)) documents.push(document);
  }
  const definitions = readDefinitions(documents, diagnostics, { featureSet });
  if (definitions.size === 0 && !diagnostics.hasErrors) {
    for (const { name } of sources)
      diagnostics.report(loadProblems['no-definitions'], {}, placeInText(name));
  }
  const resolver = new Resolver(definitions);
  const library = buildLibrary(definitions, prefix, diagnostics, resolver);
  // Now: later the texts are gone, and would have to be unpacked and decoded again.
  diagnostics.locate();
  return { library, definitions, resolver };
}
