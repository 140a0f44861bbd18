// What an author of a dialect needs, and all that the dialects of packages use.
import type { Definition } from '../../api/definition.ts';
import type { Resource } from '../../api/resource.ts';
import type { Diagnostics } from '../../diagnostic/diagnostics.ts';
import type { Problem } from '../../diagnostic/problem.ts';
import type { JsonObject } from '../../json/object.ts';
import type { SourceDocument } from '../../source/document.ts';
import type { SourceFiles } from '../../source/source-files.ts';
import type { CustomResource } from './crd.ts';
import type { ServedKinds } from './discovery.ts';
import type { Package } from './packages.ts';

export type { Definition } from '../../api/definition.ts';
export type { Resource } from '../../api/resource.ts';
export type { Diagnostics } from '../../diagnostic/diagnostics.ts';
export { placeInText } from '../../diagnostic/place.ts';
export type { ProblemCauses, Problems } from '../../diagnostic/problem.ts';
export { defineProblems, shorten } from '../../diagnostic/problem.ts';
export type { JsonObject } from '../../json/object.ts';
export { isJsonObject, ownValue } from '../../json/object.ts';
export type { SourceDocument } from '../../source/document.ts';
export type { SourceFiles } from '../../source/source-files.ts';
export type { CustomResource } from './crd.ts';
export type { Package } from './packages.ts';
export {
  beginningOf,
  customResourcePackage,
  isOfCustomResources,
  isRootOfAll,
  nothingToRead,
  packageRoots,
  readDocuments,
  severalPackages,
  textAt,
  valueAt,
} from './packages.ts';

/** A form in which the schema of an API is written down. */
export type Dialect = DocumentDialect | PackageDialect;

/** The facts that every dialect has. */
export interface AnyDialect {
  /** A word for it, for people who read the table. */
  readonly name: string;
  /** The problems that are its own. */
  readonly problems?: Readonly<Record<string, Problem<never>>>;
}

/** A form of single documents, wherever they come from. */
export interface DocumentDialect extends AnyDialect {
  /** Tells whether a document says that it is of this dialect. */
  readonly recognises: (value: JsonObject) => boolean;
  /** Adds what a recognised document says to what was found. What is wrong with it is reported. */
  readonly read: (document: SourceDocument, value: JsonObject, found: Findings) => void;
}

/** A form of whole sources: a folder or an archive whose files belong together. */
export interface PackageDialect extends AnyDialect {
  /**
   * Finds the package that the files of a source are; `undefined` where they are none. What is wrong with it is reported.
   */
  readonly find: (files: SourceFiles, diagnostics: Diagnostics) => Promise<Package | undefined>;
}

/** The findings in the documents of an API, as far as these were read. */
export interface Findings {
  readonly diagnostics: Diagnostics;
  /** The kinds that a cluster says that it serves. */
  readonly served: ServedKinds;
  /** Adds the definitions of a document that describes an API. */
  readonly define: (definitions: readonly Definition[]) => void;
  /** Adds those of a document that describes one group and version; what several such documents repeat is one. */
  readonly definePart: (definitions: readonly Definition[]) => void;
  /** Adds versions of custom resources, of which each may be in some feature sets only. */
  readonly addCustomResources: (resources: readonly CustomResource[]) => void;
  /** Adds what a document tells of resources besides their schemas. It is read only where somebody wants to know. */
  readonly addResources: (read: () => readonly Resource[]) => void;
}
