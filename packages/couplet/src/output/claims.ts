import type { Json } from '../json/json.ts';
import type { FolderRecord, OwnerRecord } from './folder-record.ts';

/** Knows what the record says about the files of one owner, and of the others it shares a folder with. */
export class Claims {
  readonly #folderRecord: FolderRecord;
  readonly #owner: string;
  readonly #mine: ReadonlyMap<string, string>;
  readonly #others: readonly (readonly [string, OwnerRecord])[];

  constructor(folderRecord: FolderRecord, owner: string) {
    this.#folderRecord = folderRecord;
    this.#owner = owner;
    this.#mine = folderRecord.get(owner)?.files ?? new Map();
    this.#others = [...folderRecord].filter(([name]) => name !== owner);
  }

  /**
   * The owner that has the path with another text. An owner that had the path together with others may change the
   * text, for all of them: else no shared file could ever change.
   */
  findRival(path: string, hash: string): string | undefined {
    for (const [owner, { files }] of this.#others) {
      const theirs = files.get(path);
      if (theirs !== undefined && theirs !== hash && theirs !== this.#mine.get(path)) return owner;
    }
    return undefined;
  }

  /** The hash that Couplet last wrote a file with, for whichever owner. */
  recordedHash(path: string): string | undefined {
    return this.#mine.get(path) ?? this.#hashOfOthers(path);
  }

  /** The files, with their hashes, of the owner's last run that nobody has any more when it has the given ones. */
  droppedBy(files: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
    return [...this.#mine].filter(
      ([path]) => !files.has(path) && this.#hashOfOthers(path) === undefined,
    );
  }

  /** The record once the owner has the given files. */
  folderRecordWith(
    files: ReadonlyMap<string, string>,
    fingerprint: string,
    summary: Json,
  ): FolderRecord {
    const folderRecord = new Map(this.#folderRecord);
    for (const [other, record] of this.#others) {
      folderRecord.set(other, { ...record, files: updateShared(record.files, files) });
    }
    return folderRecord.set(this.#owner, { fingerprint, summary, files });
  }

  #hashOfOthers(path: string): string | undefined {
    for (const [, { files }] of this.#others) {
      const hash = files.get(path);
      if (hash !== undefined) return hash;
    }
    return undefined;
  }
}

function updateShared(
  theirs: ReadonlyMap<string, string>,
  mine: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  return new Map(Array.from(theirs, ([path, hash]) => [path, mine.get(path) ?? hash]));
}
