import type { Catalog } from '../catalog/catalog.ts';
import type { Target } from '../target/target.ts';

/** A library that a configuration asks for. */
export interface LibraryConfiguration {
  /** Absent where it is to follow from the source. */
  readonly label: string | undefined;
  readonly from: readonly string[];
  readonly prefix: RegExp | undefined;
  readonly patches: string | undefined;
  readonly extensions: string | undefined;
  readonly localName: string | undefined;
  readonly description: string | undefined;
  readonly repository: string | undefined;
  /** Absent where the command line says it, or nobody does. */
  readonly targets?: readonly Target[] | undefined;
  readonly featureSet?: string | undefined;
}

/** The content of a configuration file. */
export interface Configuration {
  readonly libraries: readonly LibraryConfiguration[];
  /** The user's own entries. */
  readonly catalog: Catalog;
  /** True where the addresses among the sources are locked, as those of the catalog always are. */
  readonly locksAddresses: boolean;
}
