import { existsSync, readFileSync } from 'node:fs';
import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import { placeInText } from '../diagnostic/place.ts';
import { isFileSystemError, reasonOf } from '../files/file-system-error.ts';
import { replaceFile } from '../files/replace-file.ts';
import { isJsonObject, ownValue } from '../json/object.ts';
import { isWebAddress } from '../net/address.ts';
import { compareVersions } from './versions.ts';
import { catalogProblems } from './problems.ts';

/** A downloaded document: exactly these bytes. */
export interface LockedFile {
  readonly url: string;
  /** In hexadecimal. */
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
}

/** The version and the files that a source stood for when it was first downloaded. */
export interface LockedSource {
  /** The version that was meant, of a source of the catalog: `5.1` for `openshift@latest`. */
  readonly version: string | undefined;
  /** The commit or tag. */
  readonly revision: string | undefined;
  readonly files: readonly LockedFile[];
}

/** Sources as users write them, with what they stand for. */
export type Lock = ReadonlyMap<string, LockedSource>;

/** The name of the lock file, beside the project file or in the current folder. */
export const lockFileName = 'couplet.lock';

const schemaVersion = 1;

/** A lock file that cannot be used; the message says why, to be read after "it". */
class LockError extends Error {}

/** Reads a lock file, empty where there is none. One that cannot be used is reported. */
export function readLock(file: string, diagnostics: Diagnostics): Lock | undefined {
  try {
    return existsSync(file) ? parseLock(readFileSync(file, 'utf8')) : new Map();
  } catch (error) {
    const isExpected = error instanceof LockError || isFileSystemError(error);
    if (!isExpected) throw error;
    const reason = isFileSystemError(error) ? `cannot be read: ${reasonOf(error)}` : error.message;
    diagnostics.report(catalogProblems['lock-damaged'], { reason }, placeInText(file));
    return undefined;
  }
}

/**
 * Writes a lock file: the old one stays whole until the new one is. What is against that is reported.
 */
export function writeLock(file: string, lock: Lock, diagnostics: Diagnostics): void {
  try {
    replaceFile(file, printLock(lock));
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    diagnostics.report(
      catalogProblems['lock-unwritable'],
      { reason: reasonOf(error) },
      placeInText(file),
    );
  }
}

/**
 * @throws {LockError} where it is not what {@link printLock} prints
 */
export function parseLock(text: string): Lock {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new LockError('is not JSON; a merge may have left its marks');
  }
  if (!isJsonObject(value)) throw new LockError('is not a JSON object');
  if (ownValue(value, 'schemaVersion') !== schemaVersion) {
    throw new LockError(`is not of the version ${schemaVersion} that this Couplet knows`);
  }
  const sources = ownValue(value, 'sources');
  if (!isJsonObject(sources)) throw new LockError('has no sources');
  return new Map(Object.entries(sources).map(([name, source]) => [name, parseSource(source)]));
}

function parseSource(value: unknown): LockedSource {
  const files = isJsonObject(value) ? ownValue(value, 'files') : undefined;
  if (!isJsonObject(value) || !Array.isArray(files) || files.length === 0) {
    throw new LockError('has a source without files');
  }
  return {
    version: optionalText(ownValue(value, 'version')),
    revision: optionalText(ownValue(value, 'revision')),
    files: files.map(parseFile),
  };
}

function parseFile(value: unknown): LockedFile {
  if (!isJsonObject(value)) throw new LockError('has a file that is no object');
  const url = ownValue(value, 'url');
  const sha256 = ownValue(value, 'sha256');
  const size = ownValue(value, 'size');
  if (typeof url !== 'string' || !isWebAddress(url)) {
    throw new LockError('has a file without an http or https address');
  }
  if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256)) {
    throw new LockError('has a file without SHA-256');
  }
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) {
    throw new LockError('has a file without size');
  }
  return { url, sha256, size };
}

function optionalText(value: unknown): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  throw new LockError('has a version or revision that is no text');
}

/**
 * The lock as text: JSON, sorted, a line for each file, so that a difference shows what changed. The same lock gives
 * the same bytes on every machine.
 */
export function printLock(lock: Lock): string {
  const sources = [...lock]
    .sort(([left], [right]) => compareVersions(left, right))
    .map(([name, { version, revision, files }]) => {
      const facts = Object.entries({ version, revision }).flatMap(([key, value]) =>
        value === undefined ? [] : [`      "${key}": ${JSON.stringify(value)},\n`],
      );
      const lines = files.map(
        ({ url, sha256, size }) => `        ${JSON.stringify({ url, sha256, size })}`,
      );
      const list = `      "files": [\n${lines.join(',\n')}\n      ]\n`;
      return `    ${JSON.stringify(name)}: {\n${facts.join('')}${list}    }`;
    });
  const body = sources.length === 0 ? '{}' : `{\n${sources.join(',\n')}\n  }`;
  return `{\n  "schemaVersion": ${schemaVersion},\n  "sources": ${body}\n}\n`;
}
