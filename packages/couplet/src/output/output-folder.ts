import { lstatSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import { isErrorOf } from '../files/file-system-error.ts';
import type { StagingPlace } from './staging-hold.ts';
import { outputProblems } from './problems.ts';

/** A folder that Couplet writes into. */
export interface OutputFolder {
  /** The path as the user gave it. */
  readonly shown: string;
  /** Its absolute path; where it exists, without symbolic links. */
  readonly root: string;
  readonly exists: boolean;
}

/** Finds the folder; a symbolic link to it is followed. What is no folder is reported. */
export function locateFolder(shown: string, diagnostics: Diagnostics): OutputFolder | undefined {
  const path = resolve(shown);
  const root = realPath(path);
  if (root !== undefined && statSync(root).isDirectory()) return { shown, root, exists: true };
  if (root === undefined && lstatSync(path, { throwIfNoEntry: false }) === undefined) {
    return { shown, root: path, exists: false };
  }
  const found = root === undefined ? 'a symbolic link that leads nowhere' : 'not a folder';
  diagnostics.report(outputProblems['output-folder-blocked'], { folder: shown, found });
  return undefined;
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch (error) {
    if (isErrorOf(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** The staging place of a folder that exists: inside, so surely on the same file system. */
export function placeInside(folder: OutputFolder): StagingPlace {
  return { directory: folder.root, prefix: '.couplet' };
}

/** The staging place of a folder that does not exist yet: beside it, to be renamed as a whole. */
export function placeBeside(folder: OutputFolder): StagingPlace {
  return { directory: dirname(folder.root), prefix: `.${basename(folder.root)}.couplet` };
}
