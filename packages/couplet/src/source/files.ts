import type { Stats } from 'node:fs';
import {
  closeSync,
  constants,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import { placeInText } from '../diagnostic/place.ts';
import type { RawSource } from './document.ts';
import { rawSource } from './document.ts';
import { maximumBytes } from '../files/limits.ts';
import { netProblems } from '../net/problems.ts';
import { isDocumentFile, isPackedChart } from './file-endings.ts';
import { sourceProblems } from './problems.ts';

/**
 * Reads a file, or all files of a folder and the folders in it whose names end in `.json`, `.yaml` or `.yml`,
 * or one of these and `.gz`, in the byte order of their paths, and the packed charts of a Helm chart; what Couplet keeps
 * for itself is left out. Only regular files are read, so that nothing hangs on a pipe or a device.
 *
 * A folder may be a package, so it is read as a whole: also the files in it that were read before.
 *
 * @param seen real paths of the files and folders that were read: none is read twice, whatever links lead to it
 */
export function readPath(
  path: string,
  seen: Set<string>,
  diagnostics: Diagnostics,
): readonly RawSource[] {
  const stats = attempt(path, diagnostics, () => statSync(path));
  if (stats === undefined) return [];
  if (!stats.isDirectory()) return readFile(path, undefined, seen, diagnostics);
  return readFolder(path, seen, diagnostics);
}

function readFolder(
  path: string,
  seen: Set<string>,
  diagnostics: Diagnostics,
): readonly RawSource[] {
  const real = attempt(path, diagnostics, () => realpathSync(path));
  if (real === undefined || seen.has(real)) return [];
  seen.add(real);
  const seenInside = new Set<string>();
  return listFolder(path, diagnostics).flatMap((file) =>
    readFile(file.path, { folder: path, path: file.fromRoot }, seenInside, diagnostics),
  );
}

/** Does something with a path; what the file system has against it is reported. */
function attempt<Result>(
  path: string,
  diagnostics: Diagnostics,
  action: () => Result,
): Result | undefined {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const code = String(error.code);
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      diagnostics.report(sourceProblems['file-not-found'], {}, placeInText(path));
    } else {
      diagnostics.report(
        sourceProblems['file-unreadable'],
        { reason: reasons.get(code) ?? code },
        placeInText(path),
      );
    }
    return undefined;
  }
}

const reasons = new Map([
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['ELOOP', 'its symbolic links lead in a circle'],
  ['ENAMETOOLONG', 'the path is too long'],
  ['ERR_INVALID_ARG_VALUE', 'the path holds a NUL character'],
]);

function readFile(
  path: string,
  within: RawSource['within'],
  seen: Set<string>,
  diagnostics: Diagnostics,
): readonly RawSource[] {
  const file = attempt(path, diagnostics, () => {
    const real = realpathSync(path);
    if (seen.has(real)) return undefined;
    seen.add(real);
    const stats = statSync(path);
    if (!stats.isFile()) {
      diagnostics.report(
        sourceProblems['not-a-file'],
        { found: describe(stats) },
        placeInText(path),
      );
      return undefined;
    }
    if (stats.size > maximumBytes) {
      diagnostics.report(netProblems['too-large'], { limit: maximumBytes }, placeInText(path));
      return undefined;
    }
    return rawSource(path, readBytes(path), within);
  });
  return file === undefined ? [] : [file];
}

function readBytes(path: string): Uint8Array {
  // Should a pipe have taken the file's place by now, opening it does not wait for its other end.
  const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function describe(stats: Stats): string {
  if (stats.isFIFO()) return 'a pipe';
  return stats.isSocket() ? 'a socket' : 'a device';
}

/** Couplet's record of a folder that it writes, and what a run that was killed there has left. */
const ownName = /^\.couplet/;

interface ListedFile {
  readonly path: string;
  /** Its path from the folder that the user named, with slashes on every system. */
  readonly fromRoot: string;
}

/** The files of a folder and all in it. A folder that several links lead to is gone through once. */
function listFolder(root: string, diagnostics: Diagnostics): readonly ListedFile[] {
  const files: ListedFile[] = [];
  const visited = new Set<string>();
  const waiting: ListedFile[] = [{ path: root, fromRoot: '' }];
  for (const folder of waiting) {
    attempt(folder.path, diagnostics, () => {
      const real = realpathSync(folder.path);
      if (visited.has(real)) return;
      visited.add(real);
      for (const name of readdirSync(folder.path).sort(byBytes)) {
        if (ownName.test(name)) continue;
        const path = join(folder.path, name);
        const fromRoot = folder.fromRoot === '' ? name : `${folder.fromRoot}/${name}`;
        if (isFolder(path)) waiting.push({ path, fromRoot });
        else if (isWanted(path, fromRoot)) files.push({ path, fromRoot });
      }
    });
  }
  if (files.length === 0)
    diagnostics.report(sourceProblems['folder-without-sources'], {}, placeInText(root));
  return files.sort((one, other) => byBytes(one.path, other.path));
}

/** Tells whether a file may hold documents: itself, or as a part of the Helm chart in whose folder it lies. */
function isWanted(path: string, fromRoot: string): boolean {
  if (isDocumentFile(fromRoot)) return true;
  return isPackedChart(fromRoot) && existsSync(join(dirname(path), '..', 'Chart.yaml'));
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // A broken link, or one that leads to itself: if its name says that it is wanted, reading it reports that.
    return false;
  }
}

function byBytes(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}
