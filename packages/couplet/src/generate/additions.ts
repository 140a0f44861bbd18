import { isUtf8 } from 'node:buffer';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import { placeInText } from '../diagnostic/place.ts';
import type { OutputFile } from '../text/output-file.ts';
import { compareNames } from '../text/compare-names.ts';
import { reasonOf } from '../files/file-system-error.ts';
import type { LibraryRequest } from './request.ts';
import { generateProblems } from './problems.ts';

/** The additions of a user to a library: as k8s-gen does, patches change it and extensions lie beside it. */
export interface Additions {
  /** The names of the patches, in the order in which they are added. */
  readonly patches: readonly string[];
  readonly files: readonly OutputFile[];
}

/** Reads the patches and the extensions of a library; what cannot be read is reported. */
export function readAdditions(
  request: Pick<LibraryRequest, 'label' | 'patches' | 'extensions'>,
  diagnostics: Diagnostics,
): Additions {
  const patches = readPatches(request.patches, diagnostics);
  const extensions = readFolder(request.extensions, diagnostics);
  return {
    patches: patches.map(({ path }) => path),
    files: [
      ...inFolder(`${request.label}/_custom`, patches),
      ...inFolder(`${request.label}/extensions`, extensions),
    ],
  };
}

function readPatches(folder: string | undefined, diagnostics: Diagnostics): readonly OutputFile[] {
  if (folder === undefined) return [];
  const files = readFolder(folder, diagnostics);
  const patches = files
    .filter(({ path }) => path.endsWith('.libsonnet'))
    .map(({ path, text }) => ({ path: basename(path), text }))
    .sort((left, right) => compareNames(left.path, right.path));
  if (patches.length === 0 && !diagnostics.hasErrors) {
    diagnostics.report(generateProblems['no-patches'], {}, placeInText(folder));
  }
  reportNamesakes(patches, folder, diagnostics);
  return patches;
}

function inFolder(folder: string, files: readonly OutputFile[]): readonly OutputFile[] {
  return files.map(({ path, text }) => ({ path: `${folder}/${path}`, text }));
}

/** The files of a folder and of the folders in it, by their paths from there. A link to a file counts as one. */
function readFolder(folder: string | undefined, diagnostics: Diagnostics): readonly OutputFile[] {
  if (folder === undefined) return [];
  const entries = attempt(folder, diagnostics, () =>
    readdirSync(folder, { recursive: true, withFileTypes: true }),
  );
  return (entries ?? [])
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort(compareNames)
    .flatMap((path) => {
      const text = attempt(path, diagnostics, () => readText(path));
      return text === undefined
        ? []
        : [{ path: relative(folder, path).split(sep).join('/'), text }];
    });
}

function readText(path: string): string {
  const bytes = readFileSync(path);
  if (!isUtf8(bytes)) throw new Error('it is no text in UTF-8');
  return bytes.toString('utf8');
}

/** Does something with a file or folder; what stands against it is reported. */
function attempt<Result>(
  path: string,
  diagnostics: Diagnostics,
  action: () => Result,
): Result | undefined {
  try {
    return action();
  } catch (error) {
    const reason = error instanceof Error ? reasonOf(error) : String(error);
    diagnostics.report(generateProblems['unreadable-additions'], { reason }, placeInText(path));
    return undefined;
  }
}

/** Patches lie in one folder, whatever folders they came from. */
function reportNamesakes(
  patches: readonly OutputFile[],
  folder: string,
  diagnostics: Diagnostics,
): void {
  for (const [index, { path }] of patches.entries()) {
    if (patches[index - 1]?.path !== path) continue;
    diagnostics.report(generateProblems['patch-clash'], { name: path }, placeInText(folder));
  }
}
