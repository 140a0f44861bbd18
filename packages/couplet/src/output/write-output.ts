import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { OutputFile } from '../text/output-file.ts';
import { Claims } from './claims.ts';
import { reportFileSystemError } from './report-error.ts';
import { FolderListing } from './folder-listing.ts';
import type { Json } from '../json/json.ts';
import type { FolderRecord } from './folder-record.ts';
import { loadFolderRecord, printFolderRecord } from './folder-record.ts';
import { isInterrupted, openStaging } from './open-staging.ts';
import type { OutputFolder } from './output-folder.ts';
import { locateFolder } from './output-folder.ts';
import { folderRecordPath } from './path.ts';
import { Plan } from './plan.ts';
import { swapIn } from './swap.ts';

/** A run's whole output. */
export interface OutputRequest {
  /** The folder as the user calls it; it need not exist. */
  readonly folder: string;
  /** The label of the library: several libraries share a folder, each with files of its own. */
  readonly owner: string;
  /** All files of the library. They are taken one by one, and no text is kept. */
  readonly files: Iterable<OutputFile>;
  /** Stands for all that the files are made from; see {@link upToDate}. */
  readonly fingerprint: string;
  /** Called once all files are taken; what it gives is kept for {@link upToDate}. */
  readonly summarize: () => Json;
  /** Find out what would change, and change nothing. */
  readonly dryRun: boolean;
}

/** The changes that a run made to its folder, or would do: paths relative to it, sorted. */
export interface OutputChanges {
  readonly created: readonly string[];
  readonly changed: readonly string[];
  /** Not written again: they keep their inode and time. */
  readonly unchanged: readonly string[];
  /** Written by an earlier run for the same owner, and no longer generated. */
  readonly removed: readonly string[];
}

/**
 * Brings an output folder to the state where a library's files are exactly those of the request.
 *
 * What Couplet did not write, and what was edited since it did, is never changed or removed: where such a file is
 * in the way, that is reported and nothing at all is written. Files are Couplet's own if the record
 * (`.couplet.json` in the folder) has them with the hash they have now; a file that is already there with the very
 * text to write becomes Couplet's own. Two owners may share a file of the same text. Nothing is written outside of the
 * folder, whatever the paths are and wherever symbolic links in the folder lead; if the folder itself is one, it
 * is followed.
 *
 * All or nothing: everything is built in a staging folder, and then swapped in with a few renames. Whoever reads the
 * folder finds the old state or the new one, also where the process is killed or the disk gets full. A folder that did
 * not exist comes by a single rename, and so does the only file or the only new directory of a run. Otherwise there is
 * a window of a few dozen microseconds, from the first rename to the last: two for each entry of the folder that has
 * changes in it, for Node cannot exchange two directories in one step. Killed right then, some entries are new and
 * at most one is missing, until the next run on the folder, or {@link recover}, puts back the old state.
 *
 * This is promised for the end of the process, not for a power failure: files are not forced to the disk. Nobody else
 * should write into the library's directories while a run swaps them.
 *
 * @returns what was done, or `undefined` where an error was reported; the folder then is as it was. What the files'
 * iterator throws is thrown on, with the folder as it was.
 */
export function writeOutput(
  request: OutputRequest,
  diagnostics: Diagnostics,
): OutputChanges | undefined {
  return reportingErrors(request.folder, diagnostics, () =>
    request.dryRun ? preview(request, diagnostics) : write(request, diagnostics),
  );
}

/**
 * Puts an output folder in order where a run was killed while it wrote there, and changes nothing anywhere else. Every
 * run that writes does so by itself. What stands against it is reported.
 */
export function recover(folder: string, diagnostics: Diagnostics): void {
  reportingErrors(folder, diagnostics, () => {
    const located = locateFolder(folder, diagnostics);
    if (located === undefined || !isInterrupted(located)) return;
    openStaging(folder, diagnostics)?.close(diagnostics);
  });
}

function reportingErrors<Result>(
  folder: string,
  diagnostics: Diagnostics,
  action: () => Result,
): Result | undefined {
  try {
    return action();
  } catch (error) {
    const located = { shown: folder, root: resolve(folder), exists: true };
    reportFileSystemError(error, located, diagnostics);
    return undefined;
  }
}

function preview(request: OutputRequest, diagnostics: Diagnostics): OutputChanges | undefined {
  const folder = locateFolder(request.folder, diagnostics);
  if (folder === undefined) return undefined;
  const planned = planOutput(request, folder, diagnostics, () => undefined);
  return planned && changesOf(planned.plan);
}

function write(request: OutputRequest, diagnostics: Diagnostics): OutputChanges | undefined {
  const staging = openStaging(request.folder, diagnostics);
  if (staging === undefined) return undefined;
  try {
    const planned = planOutput(request, staging.folder, diagnostics, (path, text) => {
      staging.write(path, text);
    });
    if (planned === undefined) return undefined;
    const { plan, listing, claims, folderRecord } = planned;
    const next = claims.folderRecordWith(plan.hashes, request.fingerprint, request.summarize());
    if (plan.changesFolder || !isDeepStrictEqual(folderRecord, next)) {
      staging.write(folderRecordPath, printFolderRecord(next));
      swapIn(staging, plan, listing);
    }
    return changesOf(plan);
  } finally {
    staging.close(diagnostics);
  }
}

interface PlannedOutput {
  readonly plan: Plan;
  readonly listing: FolderListing;
  readonly claims: Claims;
  readonly folderRecord: FolderRecord;
}

/** Compares the files with the folder; those that are new or changed are staged as long as nothing is refused. */
function planOutput(
  request: OutputRequest,
  folder: OutputFolder,
  diagnostics: Diagnostics,
  stage: (path: string, text: string) => void,
): PlannedOutput | undefined {
  const listing = new FolderListing(folder.root);
  const folderRecord = loadFolderRecord(folder, listing, diagnostics);
  if (folderRecord === undefined) return undefined;
  const claims = new Claims(folderRecord, request.owner);
  const plan = new Plan({ folder, listing, claims, diagnostics });
  for (const { path, text } of request.files) {
    const decision = plan.add(path, text);
    const arrives = decision === 'create' || decision === 'change';
    if (arrives && !plan.refused) stage(path, text);
  }
  plan.finish();
  return plan.refused ? undefined : { plan, listing, claims, folderRecord };
}

function changesOf({ created, changed, unchanged, removed }: Plan): OutputChanges {
  return { created, changed, unchanged, removed };
}
