import { openStore, StoreError } from '../load/store/read-store.ts';
import { LoadedApi } from './loaded-api.ts';

/**
 * Opens the facts of an API that {@link loadApi} has kept in a file, without looking at the documents that they are from.
 *
 * @throws {StoreError} where the file cannot be used, or is of another version of Couplet
 */
export function openApi(file: string): LoadedApi {
  const { api, placedKinds } = openStore(file);
  return new LoadedApi(api, () => placedKinds, []);
}

/** Opens a store if it has the facts that are wanted; `undefined` where it is to be written anew. */
export function openIfCurrent(file: string, key: string): LoadedApi | undefined {
  try {
    const store = openStore(file);
    if (store.key === key) return new LoadedApi(store.api, () => store.placedKinds, []);
    store.close();
    return undefined;
  } catch (error) {
    if (error instanceof StoreError) return undefined;
    throw error;
  }
}
