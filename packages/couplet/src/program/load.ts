import { apiOf } from '../api/from-documents.ts';
import type { ApiFacts } from '../api/resource.ts';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import { buildLibrary } from '../library/build.ts';
import { placedKindsOf } from '../library/placed-kinds.ts';
import { openInputs } from '../load/inputs.ts';
import { loadFacts } from '../load/load-library.ts';
import { storeKey, writeStore } from '../load/store/write-store.ts';
import { unlessFailed } from './error.ts';
import { LoadedApi } from './loaded-api.ts';
import { openIfCurrent } from './open-stored.ts';
import type { SourceChoice } from './sources.ts';
import { readChosen } from './sources.ts';

/** The sources that an API is loaded from, and the file that its facts are kept in. */
export interface LoadChoice extends SourceChoice {
  /**
   * A file for the facts. If it has those of the same documents, they are read from it, in part, as they are asked for;
   * otherwise it is written.
   */
  readonly store?: string | undefined;
}

/**
 * Loads an API from its documents, or from a store of what they say.
 *
 * @throws {CoupletError} where a document has errors, or cannot be read; errors of the file system where a store cannot be written
 */
export async function loadApi(choice: LoadChoice): Promise<LoadedApi> {
  const diagnostics = new Diagnostics();
  const sources = await readChosen(choice, diagnostics);
  const { store, featureSet, dialects } = choice;
  const own = dialects?.map(({ name }) => name);
  const key =
    store === undefined ? '' : storeKey({ documents: sources, featureSet, dialects: own });
  if (store !== undefined && !diagnostics.hasErrors) {
    const stored = openIfCurrent(store, key);
    if (stored !== undefined) return stored;
  }
  const inputs = await openInputs(sources, diagnostics, dialects);
  const facts = await loadFacts(inputs, { featureSet, dialects }, diagnostics);
  const loaded = fromFacts(facts, diagnostics);
  if (store !== undefined) writeStore(store, facts, loaded.library, key);
  return loaded.api;
}

function fromFacts(facts: ApiFacts, diagnostics: Diagnostics) {
  const { definitions } = facts;
  const api = apiOf(facts);
  const library = buildLibrary(definitions, undefined, diagnostics, api.resolver);
  const list = diagnostics.list();
  const loaded = new LoadedApi({
    api,
    diagnostics: list,
    definitions: () => definitions,
    library: () => library,
    placedKinds: () => placedKindsOf(library),
    close: () => undefined,
  });
  return { api: unlessFailed(list, loaded), library };
}
