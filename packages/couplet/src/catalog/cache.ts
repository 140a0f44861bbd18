import { hash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { isFileSystemError, reasonOf } from '../files/file-system-error.ts';
import { replaceFile } from '../files/replace-file.ts';

/**
 * Gives the folder in which downloaded documents are kept if none is named: below `XDG_CACHE_HOME`, or `~/.cache`, as
 * the XDG Base Directory Specification has it (a relative path there is to be ignored).
 */
export function defaultCacheFolder(env: Readonly<Record<string, string | undefined>>): string {
  const home = env['XDG_CACHE_HOME'] ?? '';
  return join(isAbsolute(home) ? home : join(homedir(), '.cache'), 'couplet');
}

/** Documents by their SHA-256. It holds nothing that cannot be downloaded again, and may be removed at any time. */
export class Cache {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The bytes with this hash. Those that have been changed since are not given. */
  get(sha256: string): Uint8Array | undefined {
    try {
      const bytes = readFileSync(this.#pathOf(sha256));
      return hash('sha256', bytes) === sha256 ? bytes : undefined;
    } catch (error) {
      // Absent, or not to be read: then it is downloaded.
      if (isFileSystemError(error)) return undefined;
      throw error;
    }
  }

  /** Keeps some bytes. Gives the reason where that is not possible. */
  put(sha256: string, bytes: Uint8Array): string | undefined {
    const path = this.#pathOf(sha256);
    try {
      mkdirSync(dirname(path), { recursive: true });
      // Another run may put the same bytes there at the same time; each is whole.
      replaceFile(path, bytes);
      return undefined;
    } catch (error) {
      if (!isFileSystemError(error)) throw error;
      return reasonOf(error);
    }
  }

  #pathOf(sha256: string): string {
    return join(this.#folder, 'sha256', sha256.slice(0, 2), sha256);
  }
}
