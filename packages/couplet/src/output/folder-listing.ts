import { lstatSync, readdirSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { foldCase, nameOf, parentOf } from './path.ts';

/** The kind of what stands under a name; links are not followed. */
export type EntryType = 'file' | 'directory' | 'link' | 'other';

const nothing: ReadonlyMap<string, EntryType> = new Map();

/** The content of a folder. Each of its directories is read once, and only when asked for. */
export class FolderListing {
  readonly #root: string;
  readonly #directories = new Map<string, ReadonlyMap<string, EntryType>>();
  readonly #foldedNames = new Map<string, ReadonlyMap<string, string>>();

  /** The folder need not exist. */
  constructor(root: string) {
    this.#root = root;
  }

  /** The entries of a directory, none where there is no directory (a link to one is none either). */
  entries(directory: string): ReadonlyMap<string, EntryType> {
    let entries = this.#directories.get(directory);
    if (entries === undefined) {
      const exists = this.find(directory) === 'directory';
      entries = exists ? listDirectory(this.resolve(directory)) : nothing;
      this.#directories.set(directory, entries);
    }
    return entries;
  }

  /** Tells what stands at a path, `undefined` for nothing; `''` is the folder itself. */
  find(path: string): EntryType | undefined {
    if (path === '') return lstatSync(this.#root, { throwIfNoEntry: false }) && 'directory';
    return this.entries(parentOf(path)).get(nameOf(path));
  }

  /** The name of an entry beside the path that is the same as the path's but for case, if any. */
  findOtherCase(path: string): string | undefined {
    const directory = parentOf(path);
    let names = this.#foldedNames.get(directory);
    if (names === undefined) {
      const entries = this.entries(directory);
      names = new Map(Array.from(entries.keys(), (name) => [foldCase(name), name]));
      this.#foldedNames.set(directory, names);
    }
    const name = names.get(foldCase(nameOf(path)));
    return name === nameOf(path) ? undefined : name;
  }

  /** The absolute path. */
  resolve(path: string): string {
    return path === '' ? this.#root : `${this.#root}/${path}`;
  }
}

/** The entries of a directory as it is now. */
export function listDirectory(directory: string): ReadonlyMap<string, EntryType> {
  const entries = readdirSync(directory, { withFileTypes: true });
  return new Map(entries.map((entry) => [entry.name, typeOf(entry)]));
}

function typeOf(entry: Dirent): EntryType {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'directory';
  return entry.isSymbolicLink() ? 'link' : 'other';
}
