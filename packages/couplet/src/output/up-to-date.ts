import { Diagnostics } from '../diagnostic/diagnostics.ts';
import { isFileSystemError } from '../files/file-system-error.ts';
import { FolderListing } from './folder-listing.ts';
import type { OwnerRecord } from './folder-record.ts';
import { FolderRecordError, readFolderRecord } from './folder-record.ts';
import { isInterrupted } from './open-staging.ts';
import { locateFolder } from './output-folder.ts';
import { sha256File } from './sha256.ts';

/**
 * Tells whether a run for the owner with the same fingerprint would change nothing: no run was interrupted, and every
 * file that the last one left is there as it was written. Reads all these files, changes nothing.
 *
 * @returns the record of that last run, with its summary, or `undefined` where the library must be written; whatever
 * stands against that is reported when it is tried
 */
export function upToDate(
  folder: string,
  owner: string,
  fingerprint: string,
): OwnerRecord | undefined {
  try {
    const located = locateFolder(folder, new Diagnostics());
    if (located === undefined || isInterrupted(located)) return undefined;
    const listing = new FolderListing(located.root);
    const record = readFolderRecord(listing).get(owner);
    if (record?.fingerprint !== fingerprint) return undefined;
    return hasAll(listing, record.files) ? record : undefined;
  } catch (error) {
    if (isFileSystemError(error) || error instanceof FolderRecordError) return undefined;
    throw error;
  }
}

function hasAll(listing: FolderListing, files: ReadonlyMap<string, string>): boolean {
  for (const [path, hash] of files) {
    if (listing.find(path) !== 'file') return false;
    if (sha256File(listing.resolve(path)) !== hash) return false;
  }
  return true;
}
