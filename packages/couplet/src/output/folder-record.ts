import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { FolderListing } from './folder-listing.ts';
import type { OutputFolder } from './output-folder.ts';
import { folderRecordPath, whyUnsafe } from './path.ts';
import { outputProblems } from './problems.ts';

/** The part of a record that is about one library. */
export interface OwnerRecord {
  /** A hash of what the run was made from: equal where inputs, options and the version of Couplet were equal. */
  readonly fingerprint: string;
  /** Data that the caller wants to have again when nothing has changed. */
  readonly summary: unknown;
  /** The SHA-256 of each file, in hexadecimal, by path. */
  readonly files: ReadonlyMap<string, string>;
}

/** The libraries that share a folder, by their labels. */
export type FolderRecord = ReadonlyMap<string, OwnerRecord>;

const schemaVersion = 1;

/** A summary may be nested this deep, so that no crafted record can exhaust the stack. */
const nestingLimit = 32;

/** A record that cannot be used; the message says why, to be read after "it". */
export class FolderRecordError extends Error {}

/** The record of a folder, empty where there is none. One that cannot be used is reported. */
export function loadFolderRecord(
  folder: OutputFolder,
  listing: FolderListing,
  diagnostics: Diagnostics,
): FolderRecord | undefined {
  try {
    return readFolderRecord(listing);
  } catch (error) {
    if (!(error instanceof FolderRecordError)) throw error;
    const path = posix.join(folder.shown, folderRecordPath);
    diagnostics.report(outputProblems['output-manifest-damaged'], { path, reason: error.message });
    return undefined;
  }
}

/**
 * Reads the record of a folder, empty where there is none.
 * @throws {FolderRecordError} where it is not what {@link printFolderRecord} prints
 */
export function readFolderRecord(listing: FolderListing): FolderRecord {
  const type = listing.find(folderRecordPath);
  if (type === undefined) return new Map();
  if (type !== 'file') throw new FolderRecordError('is not a file');
  const text = readFileSync(listing.resolve(folderRecordPath), 'utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new FolderRecordError('is not JSON');
  }
  const folderRecord = objectOf(value, 'is not a JSON object');
  if (folderRecord['schemaVersion'] !== schemaVersion) {
    throw new FolderRecordError(`is not of the version ${schemaVersion} that this Couplet knows`);
  }
  const owners = objectOf(folderRecord['owners'], 'has no list of owners');
  return new Map(Object.entries(owners).map(([owner, record]) => [owner, parseRecord(record)]));
}

function parseRecord(value: unknown): OwnerRecord {
  const { fingerprint, summary, files } = objectOf(value, 'has an owner without a record');
  if (typeof fingerprint !== 'string')
    throw new FolderRecordError('has an owner without fingerprint');
  if (!isNestedWithin(summary, nestingLimit)) throw new FolderRecordError('is nested too deep');
  const hashes = new Map<string, string>();
  for (const [path, hash] of Object.entries(objectOf(files, 'has an owner without files'))) {
    const danger = whyUnsafe(path);
    if (danger !== undefined) throw new FolderRecordError(`names a file whose path ${danger}`);
    if (typeof hash !== 'string' || !/^[0-9a-f]{64}$/.test(hash)) {
      throw new FolderRecordError('has a file without SHA-256');
    }
    hashes.set(path, hash);
  }
  return { fingerprint, summary, files: hashes };
}

function objectOf(value: unknown, problem: string): Readonly<Record<string, unknown>> {
  if (!isObject(value)) throw new FolderRecordError(problem);
  return value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNestedWithin(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((item) => isNestedWithin(item, levels - 1));
}

/**
 * The record as text. The same record gives the same bytes on every machine: sorted, without times and without
 * absolute paths, so that it can be committed with the library.
 */
export function printFolderRecord(folderRecord: FolderRecord): string {
  const owners = sortedObject(folderRecord, ({ fingerprint, summary, files }) => ({
    fingerprint,
    summary,
    files: sortedObject(files, (hash) => hash),
  }));
  return `${JSON.stringify({ schemaVersion, owners }, null, 2)}\n`;
}

/** `Object.fromEntries` makes own properties of all keys, `__proto__` included. */
function sortedObject<Value, Printed>(
  map: ReadonlyMap<string, Value>,
  print: (value: Value) => Printed,
): Record<string, Printed> {
  const entries = [...map].sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries.map(([key, value]) => [key, print(value)]));
}
