import { hash } from '../../text/hash.ts';

/**
 * A store is one file: a line with the {@link StoreHeader}, the {@link StoreIndex} of as many bytes as the header says,
 * then the parts, each of which is read alone. All three are JSON in UTF-8.
 */
export interface StoreHeader {
  readonly format: typeof storeFormat;
  /** The version of Couplet that wrote it: schemas and names may mean something else in another one. */
  readonly version: string;
  /** The key of what the facts were made from; see {@link storeKey}. */
  readonly key: string;
  /** The number of bytes of the index, and its checksum. */
  readonly index: readonly [size: number, checksum: string];
}

/** The name of the format with its version. */
export const storeFormat = 'couplet-api-store/1';

/** An index with what finding anything needs: names of kinds and definitions, and where their parts are. */
export interface StoreIndex {
  /** Definitions by number: the part of each has the same number. */
  readonly definitions: readonly string[];
  readonly kinds: readonly StoredKind[];
  /** The place that a definition has in the library of the whole API: its number, then group, version and key. */
  readonly places: readonly (readonly [
    definition: number,
    group: string,
    version: string,
    key: string,
  ])[];
  /** The start of each part, from the end of the index, in bytes, and its checksum; the last row is the end. */
  readonly parts: readonly (readonly [start: number, checksum: string])[];
}

/** A kind's names in a row, with the numbers of its definition and of the part with its other facts, -1 without one. */
export type StoredKind = readonly [
  group: string,
  version: string,
  kind: string,
  definition: number,
  isMain: boolean,
  plural: string | null,
  singular: string,
  shortNames: readonly string[],
  categories: readonly string[],
  resource: number,
];

/** A short text that tells damage; it is no defence. */
export function checksumOf(text: string): string {
  return hash(text);
}
