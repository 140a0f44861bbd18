import type { SourceDocument } from './document.ts';

/**
 * The files of a source: those of a folder or of an archive, or the one that a user named. Their paths start from its
 * root and have slashes between their parts, none of which is `..`.
 */
export interface SourceFiles {
  /** The name by which the user calls the source. */
  readonly name: string;
  /** The paths of all files that can be asked for, in the order of their names. */
  readonly paths: readonly string[];
  /** Tells what the file at a path is called in messages. */
  readonly nameOf: (path: string) => string;
  /** The bytes of a file as they are; none where there is no such file. */
  readonly bytes: (path: string) => Uint8Array;
  /** Reads the documents of a file, JSON or YAML; none of a packed chart. What is wrong is reported. */
  readonly read: (path: string) => Promise<readonly SourceDocument[]>;
  /** Reads the files of an archive that is one of the files. What is wrong is reported; then it has no files. */
  readonly open: (path: string) => Promise<SourceFiles>;
}
