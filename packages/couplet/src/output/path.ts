/** The file in which Couplet notes which files of a folder are its own, relative to that folder. */
export const folderRecordPath = '.couplet.json';

/** Bytes of a whole path: what macOS takes, the least of all systems. */
const pathLimit = 1024;

/** Bytes of one part of a path: what the common file systems take. */
const partLimit = 255;

/**
 * Tells why a path must not be written, to be read after "it"; `undefined` where it may be. This is the last line of
 * defence: names that come from an input were made safe long before. A safe path is relative, its parts are
 * divided by `/`, it stays below its folder, and it is none of Couplet's or Git's own files.
 */
export function whyUnsafe(path: string): string | undefined {
  if (Buffer.byteLength(path) > pathLimit) return `is longer than ${pathLimit} bytes`;
  if (path.includes('\0')) return 'has a NUL character';
  if (path.includes('\\')) return 'has a backslash';
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'is absolute';
  // Written as U+FFFD, each of them: two names would become one.
  if (/\p{Surrogate}/u.test(path)) return 'is no valid Unicode';
  if (/^\.couplet/i.test(path)) return 'starts like the files that Couplet keeps for itself';
  for (const part of path.split('/')) {
    if (part === '') return 'has an empty part';
    if (part === '.' || part === '..') return `has the part ${part}`;
    if (Buffer.byteLength(part) > partLimit) return `has a part longer than ${partLimit} bytes`;
    if (/^\.git$/i.test(part)) return 'leads into a Git repository';
  }
  return undefined;
}

/** The directory that a path stands in, `''` for the folder itself. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The path of an entry of a directory. */
export function pathIn(directory: string, name: string): string {
  return directory === '' ? name : `${directory}/${name}`;
}

/** Equal for names that are one and the same where the file system ignores case (macOS, Windows). */
export function foldCase(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
