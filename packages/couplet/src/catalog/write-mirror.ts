import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import { placeInText } from '../diagnostic/place.ts';
import { isFileSystemError, reasonOf } from '../files/file-system-error.ts';
import type { RawSource } from '../source/document.ts';
import { mirrorPath } from './origin.ts';
import { catalogProblems } from './problems.ts';

/** The numbers of documents that were put into a mirror, and of those that were there already. */
export interface MirrorChanges {
  written: number;
  unchanged: number;
}

/**
 * Puts documents into a mirror, each by its address. A file that holds something else is reported and left as it is:
 * somebody may rely on it.
 */
export function writeMirror(
  folder: string,
  documents: readonly RawSource[],
  diagnostics: Diagnostics,
): MirrorChanges {
  const changes: MirrorChanges = { written: 0, unchanged: 0 };
  for (const { name, bytes } of documents) {
    const path = join(folder, mirrorPath(new URL(name)));
    try {
      if (!existsSync(path)) {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, bytes, { flag: 'wx' });
        changes.written += 1;
      } else if (readFileSync(path).equals(bytes)) changes.unchanged += 1;
      else diagnostics.report(catalogProblems['mirror-differs'], { path }, placeInText(name));
    } catch (error) {
      if (!isFileSystemError(error)) throw error;
      const reason = reasonOf(error);
      diagnostics.report(catalogProblems['mirror-unwritable'], { path, reason }, placeInText(name));
    }
  }
  return changes;
}
