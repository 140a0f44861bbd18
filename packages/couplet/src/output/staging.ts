import { existsSync, lstatSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import { isFileSystemError, naming, reasonOf } from '../files/file-system-error.ts';
import { readJournal, writeJournal } from './journal.ts';
import type { StagingHold } from './staging-hold.ts';
import { giveStagingBack, stagingPath } from './staging-hold.ts';
import type { OutputFolder } from './output-folder.ts';
import { placeBeside, placeInside } from './output-folder.ts';
import { folderRecordPath, parentOf } from './path.ts';
import type { Unit } from './unit.ts';
import { outputProblems } from './problems.ts';

/**
 * The folder in which a run builds what is to come, and from which it swaps it in. It holds `new`, a tree like that of
 * the output folder; `old`, another one, where what is replaced is moved to; and, once a swap begins, its journal.
 */
export class Staging {
  readonly folder: OutputFolder;
  readonly path: string;
  readonly #hold: StagingHold;
  readonly #directories = new Set<string>();

  constructor(folder: OutputFolder, hold: StagingHold) {
    this.folder = folder;
    this.path = stagingPath(hold.place);
    this.#hold = hold;
  }

  /** The path at which a path of the folder is staged; `''` is the whole folder. */
  resolve(path: string): string {
    return path === '' ? `${this.path}/new` : `${this.path}/new/${path}`;
  }

  /** Gives where what stands at a path of the folder is moved to; its directory is made. */
  prepareOld(path: string): string {
    const old = this.#resolveOld(path);
    mkdirSync(dirname(old), { recursive: true });
    return old;
  }

  /** Stages a file. */
  write(path: string, text: string): void {
    this.makeDirectory(parentOf(path));
    const file = this.resolve(path);
    naming(file, () => writeFileSync(file, text));
  }

  /** Makes a directory of the staged tree, unless it has been made. */
  makeDirectory(path: string): void {
    if (this.#directories.has(path)) return;
    mkdirSync(this.resolve(path), { recursive: true });
    this.#directories.add(path);
  }

  /** Makes the staged tree the folder, which must not exist: one rename, so all or nothing. */
  install(): void {
    renameSync(this.resolve(''), this.folder.root);
  }

  /**
   * Swaps in what is staged, the record last: with it the swap is done, without it {@link close} undoes it. All that
   * takes time was done before; between the first rename and the last there is nothing but renames.
   */
  swap(units: readonly Unit[]): void {
    const { root } = this.folder;
    const moves: (readonly [from: string, to: string])[] = [];
    for (const { path, before, arrives } of units) {
      if (before === 'moved') moves.push([`${root}/${path}`, this.#resolveOld(path)]);
      if (arrives) moves.push([this.resolve(path), `${root}/${path}`]);
    }
    moves.push([this.resolve(folderRecordPath), `${root}/${folderRecordPath}`]);
    writeJournal(this.#journal, units);
    for (const [from, to] of moves) renameSync(from, to);
  }

  /** Undoes a swap that stopped half way, and removes all that is staged. */
  reset(): void {
    const units = existsSync(this.resolve(folderRecordPath))
      ? readJournal(this.#journal)
      : undefined;
    for (const unit of units?.toReversed() ?? []) this.#undo(unit.path, unit.arrives);
    // The journal goes first: with it, what is half removed would look like what is half swapped.
    rmSync(this.#journal, { force: true });
    rmSync(this.resolve(''), { recursive: true, force: true });
    rmSync(this.#resolveOld(''), { recursive: true, force: true });
  }

  /**
   * Ends the run: undoes a swap that stopped half way, removes all that is staged, and lets others write. Where that
   * fails it is reported, and left to the next run.
   */
  close(diagnostics: Diagnostics): void {
    try {
      this.reset();
      const { folder } = this;
      giveStagingBack(this.#hold, isThere(folder.root) ? placeInside(folder) : placeBeside(folder));
    } catch (error) {
      if (!isFileSystemError(error)) throw error;
      diagnostics.report(outputProblems['output-leftover'], {
        path: this.path,
        reason: reasonOf(error),
      });
    }
  }

  /** Takes what has arrived back to its stage; what was moved away comes back from there. */
  #undo(path: string, arrives: boolean): void {
    const place = `${this.folder.root}/${path}`;
    if (arrives && !isThere(this.resolve(path)) && isThere(place)) {
      renameSync(place, this.resolve(path));
    }
    const old = this.#resolveOld(path);
    if (isThere(old) && !isThere(place)) renameSync(old, place);
  }

  get #journal(): string {
    return `${this.path}/journal.json`;
  }

  #resolveOld(path: string): string {
    return path === '' ? `${this.path}/old` : `${this.path}/old/${path}`;
  }
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
