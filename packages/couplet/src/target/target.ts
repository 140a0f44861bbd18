import type { Api } from '../api/api.ts';
import type { Library } from '../library/library.ts';
import type { OutputFile } from '../text/output-file.ts';
import type { TypeLibrary } from '../types/types.ts';
import type { LibraryNaming } from './library-naming.ts';
import type { TargetOption, TargetOptionValues } from './option.ts';

/**
 * What can be generated from an API. A target is data and two functions: nothing of it is registered anywhere. What
 * only `emit` needs is loaded by it, on demand, so that nobody waits for what is not generated.
 */
export interface Target {
  /** What users call it: `json-schema`. */
  readonly name: string;
  /** What it makes, in a few words for the help. */
  readonly summary: string;
  /** Folders of the output that are its own; a library cannot be labelled so. */
  readonly folders: readonly string[];
  /** What users can choose; options of one name are one option, whichever targets have it. */
  readonly options: readonly TargetOption[];
  /**
   * Makes the files that do not depend on the API. They are made before it is read, and a run is only taken for a
   * repetition of the last one if they are the same.
   */
  readonly fixedFiles?: (setting: TargetSetting) => readonly OutputFile[];
  /** Makes the files of an API, one by one as they are taken. It reads and writes nothing itself. */
  readonly emit: (subject: TargetSubject) => Promise<Iterable<OutputFile>>;
}

/** What a target knows of a run before the API is read. */
export interface TargetSetting {
  readonly naming: LibraryNaming;
  readonly options: TargetOptionValues;
  /** The names of the user's patches, in the order in which they are added. */
  readonly patches: readonly string[];
  /** The user's patches and extensions. */
  readonly additions: readonly OutputFile[];
  /** Gives the text of a file, by its path from the output folder; empty where something else is there. */
  readonly existing: (path: string) => string | undefined;
}

/** What a target makes its files from. */
export interface TargetSubject extends TargetSetting {
  /** The facts: the kinds with all that is known of them. */
  readonly api: Api;
  /** The names and functions that are made from them. */
  readonly library: Library;
  /** Gives the library as a typed language sees it, which is worked out once, when it is first asked for. */
  readonly types: () => Promise<TypeLibrary>;
  /** The version of Couplet. */
  readonly version: string;
}
