import { readFileSync, statSync } from 'node:fs';
import { reasonOf } from '../files/file-system-error.ts';

/** Certificates, keys and tokens have a few kilobytes. */
const maximumFileBytes = 1024 * 1024;

/** The text of a small file, or why there is none; nothing is read that may never end, such as a pipe. */
export function readSmallFile(
  path: string,
): { readonly text: string } | { readonly text?: undefined; readonly reason: string } {
  try {
    const stats = statSync(path);
    if (!stats.isFile()) return { reason: 'it is no file' };
    if (stats.size > maximumFileBytes) return { reason: 'it is larger than 1 MiB' };
    return { text: readFileSync(path, 'utf8') };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { reason: `it cannot be read: ${reasonOf(error)}` };
  }
}
