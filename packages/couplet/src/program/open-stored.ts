import { Diagnostics } from '../diagnostic/diagnostics.ts';
import { buildLibrary } from '../library/build.ts';
import type { OpenedStore } from '../load/store/read-store.ts';
import { openStore, StoreError } from '../load/store/read-store.ts';
import { LoadedApi } from './loaded-api.ts';

/**
 * Opens the facts of an API that {@link loadApi} has kept in a file, without looking at the documents that they are from.
 *
 * @throws {StoreError} where the file cannot be used, or is of another version of Couplet
 */
export function openApi(file: string): LoadedApi {
  return loadedFrom(openStore(file));
}

/** Opens a store if it has the facts that are wanted; `undefined` where it is to be written anew. */
export function openIfCurrent(file: string, key: string): LoadedApi | undefined {
  try {
    const store = openStore(file);
    if (store.key === key) return loadedFrom(store);
    store.close();
    return undefined;
  } catch (error) {
    if (error instanceof StoreError) return undefined;
    throw error;
  }
}

function loadedFrom({ api, definitions, placedKinds, close }: OpenedStore): LoadedApi {
  return new LoadedApi({
    api,
    diagnostics: [],
    definitions,
    // What is wrong with it was reported when the store was written.
    library: () => buildLibrary(definitions(), undefined, new Diagnostics(), api.resolver),
    placedKinds: () => placedKinds,
    close,
  });
}
