import type { Diagnostics } from '../../diagnostic/diagnostics.ts';
import { placeInText } from '../../diagnostic/place.ts';
import { isJsonObject, ownValue } from '../../json/object.ts';
import type { SourceDocument } from '../../source/document.ts';
import type { SourceFiles } from '../../source/source-files.ts';
import { compareNames } from '../../text/compare-names.ts';
import { readerProblems } from '../problems.ts';
import { isCustomResourceDefinition } from './crd.ts';

/** A source of which is known what it is. */
export interface Package {
  /** The name of the library if nobody gives one; characters that no label has are replaced. */
  readonly label: string | undefined;
  /** The documents that are read, as their dialects say. All else that the package holds is passed over. */
  readonly documents: readonly SourceDocument[];
}

/** A package of which nothing is read: what is wrong with it was reported. */
export const nothingToRead: Package = { label: undefined, documents: [] };

/**
 * Finds the folders of a source that a file marks as the roots of packages: `''` for the source's own root, otherwise
 * with a slash behind. A package inside of another one is a part of it.
 *
 * @param marker matches the paths of the files that mark a root, from that root on
 */
export function packageRoots(files: SourceFiles, marker: RegExp): readonly string[] {
  const marked = files.paths.flatMap((path) => {
    const match = marker.exec(path);
    return match === null ? [] : [path.slice(0, match.index)];
  });
  const roots: string[] = [];
  for (const root of marked.sort(compareNames)) {
    // In this order, what is inside of a root follows it at once.
    const last = roots.at(-1);
    if (last === undefined || !root.startsWith(last)) roots.push(root);
  }
  return roots;
}

/** Tells whether all files of a source lie in a folder. What lies beside a package is no part of it. */
export function isRootOfAll(files: SourceFiles, root: string): boolean {
  return files.paths.every((path) => path.startsWith(root));
}

const listedRoots = 10;

/** Reports that a source holds several packages, and reads none of them. */
export function severalPackages(
  what: string,
  roots: readonly string[],
  files: SourceFiles,
  diagnostics: Diagnostics,
): Package {
  const listed = roots.slice(0, listedRoots).map((root) => root.slice(0, -1));
  const more = roots.length - listed.length;
  const place = placeInText(files.name);
  diagnostics.report(readerProblems['several-packages'], { what, roots: listed, more }, place);
  return nothingToRead;
}

/**
 * The package whose custom resource definitions are given; that there is none is reported.
 *
 * @param what what it is, in words
 */
export function customResourcePackage(
  what: string,
  { label, documents }: Package,
  files: SourceFiles,
  diagnostics: Diagnostics,
): Package {
  if (documents.length === 0 && !diagnostics.hasErrors) {
    diagnostics.report(readerProblems['package-without-crds'], { what }, placeInText(files.name));
  }
  return { label, documents };
}

/** Reads all documents of some files. */
export async function readDocuments(
  files: SourceFiles,
  paths: readonly string[],
): Promise<readonly SourceDocument[]> {
  const documents: SourceDocument[] = [];
  // One by one, since a file can have more documents than a call has arguments.
  for (const path of paths) {
    for (const document of await files.read(path)) documents.push(document);
  }
  return documents;
}

/** Tells whether a document is a custom resource definition. */
export function isOfCustomResources({ value }: SourceDocument): boolean {
  return isJsonObject(value) && isCustomResourceDefinition(value);
}

/** The beginning of a file as text, for a look at what it is; what is no text becomes some. */
export function beginningOf(files: SourceFiles, path: string): string {
  const bytes = files.bytes(path);
  // What is packed by gzip begins with no text; decoding it took longer than unpacking.
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return '';
  return new TextDecoder().decode(bytes.subarray(0, 1024 * 1024));
}

/** The value at a path of keys in data; `undefined` where it leads nowhere. */
export function valueAt(value: unknown, ...path: readonly string[]): unknown {
  let found = value;
  for (const key of path) found = isJsonObject(found) ? ownValue(found, key) : undefined;
  return found;
}

/** The text at a path of keys in data; `undefined` where there is none, or an empty one. */
export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = valueAt(value, ...path);
  return typeof found === 'string' && found !== '' ? found : undefined;
}
