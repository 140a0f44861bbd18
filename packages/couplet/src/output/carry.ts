import {
  chmodSync,
  chownSync,
  constants,
  copyFileSync,
  linkSync,
  lstatSync,
  readlinkSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import type { Stats } from 'node:fs';
import { fileSystemError, isErrorOf } from '../files/file-system-error.ts';
import type { EntryType } from './folder-listing.ts';
import { listDirectory } from './folder-listing.ts';
import { pathIn } from './path.ts';
import type { Staging } from './staging.ts';

/**
 * Brings into the staged tree all that stays of a directory: files as hard links, so that they keep inode and time,
 * symbolic links as they are, directories with their mode and, where allowed, their owner.
 * @param gone what does not stay: it goes, or has been staged anew
 */
export function carryDirectory(
  directory: string,
  staging: Staging,
  gone: (path: string) => boolean,
): void {
  const source = `${staging.folder.root}/${directory}`;
  const stats = lstatSync(source);
  // What is mounted there cannot be moved, and must not be cleared away.
  if (stats.dev !== lstatSync(staging.path).dev) {
    throw fileSystemError('EXDEV', 'another file system is mounted here', source);
  }
  staging.makeDirectory(directory);
  for (const [name, type] of listDirectory(source)) {
    const path = pathIn(directory, name);
    if (gone(path)) continue;
    if (type === 'directory') carryDirectory(path, staging, gone);
    else carryFile(`${source}/${name}`, staging.resolve(path), type);
  }
  copyRights(stats, staging.resolve(directory));
}

/** Hard-links a file, or copies it where the file system knows no hard links or has enough of them. */
export function carryFile(source: string, target: string, type: EntryType): void {
  if (type === 'link') {
    symlinkSync(readlinkSync(source), target);
    return;
  }
  try {
    linkSync(source, target);
  } catch (error) {
    // Copying would read a pipe, or what is mounted.
    if (type !== 'file' || isErrorOf(error, 'EXDEV')) throw error;
    copyFileSync(source, target, constants.COPYFILE_EXCL);
    const { atime, mtime } = lstatSync(source);
    utimesSync(target, atime, mtime);
  }
}

function copyRights({ mode, uid, gid }: Stats, directory: string): void {
  const made = lstatSync(directory);
  if (made.uid !== uid || made.gid !== gid) giveTo(uid, gid, directory);
  // After the owner, whose change takes away setuid and setgid.
  if (made.mode !== mode) chmodSync(directory, mode & 0o7777);
}

/** Only root may give a directory away; for others it becomes theirs. */
function giveTo(uid: number, gid: number, directory: string): void {
  try {
    chownSync(directory, uid, gid);
  } catch (error) {
    if (!isErrorOf(error, 'EPERM')) throw error;
  }
}
