import { randomUUID } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { isFileSystemError } from './file-system-error.ts';

/**
 * Writes a file whole or not at all: what was there stays until all of the new one is. Its folder has to be there.
 * Several runs may write the same file at the same time; the last one counts.
 *
 * @throws errors of the file system; then nothing is left behind
 */
export function replaceFile(file: string, bytes: string | Uint8Array): void {
  const staged = `${file}.${randomUUID()}`;
  try {
    writeFileSync(staged, bytes);
    renameSync(staged, file);
  } catch (error) {
    discard(staged);
    throw error;
  }
}

/** Removes a file that may not be there. What is against that is told by what went wrong before. */
function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
  }
}
