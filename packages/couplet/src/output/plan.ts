import { posix } from 'node:path';
import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { Problem } from '../diagnostic/problem.ts';
import type { Claims } from './claims.ts';
import type { EntryType, FolderListing } from './folder-listing.ts';
import type { OutputFolder } from './output-folder.ts';
import { foldCase, parentOf, pathIn, whyUnsafe } from './path.ts';
import { sha256, sha256File } from './sha256.ts';
import { outputProblems } from './problems.ts';

/** The fate of a file of the request. */
type Decision = 'create' | 'change' | 'keep' | 'refuse';

const notRegular: Readonly<Record<Exclude<EntryType, 'file'>, string>> = {
  directory: 'a folder',
  link: 'a symbolic link',
  other: 'neither a file nor a folder',
};

/** The input of a plan. */
interface PlanInput {
  readonly folder: OutputFolder;
  readonly listing: FolderListing;
  readonly claims: Claims;
  readonly diagnostics: Diagnostics;
}

/**
 * Decides what a run does to its folder, and changes nothing. Files are added one by one, their texts are not
 * kept; {@link finish} then finds what is no longer generated. All reasons against the run are reported, and
 * {@link refused} tells that there were any.
 */
export class Plan {
  readonly #input: PlanInput;
  /** All paths of the request and of their directories, by their folded case. */
  readonly #names = new Map<string, string>();
  readonly #directories = new Set<string>();
  /** Entries of the folder that must go for the request to fit in, and what to report where they stay. */
  readonly #obstacles = new Map<string, () => void>();
  #refused = false;

  /** The SHA-256 of each file of the request, by path. */
  readonly hashes: Map<string, string> = new Map();
  readonly created: string[] = [];
  readonly changed: string[] = [];
  readonly unchanged: string[] = [];
  /** Files of the owner's earlier run that go. */
  readonly removed: string[] = [];
  /** The removed files, and the directories that become empty by that. */
  readonly leaving: Set<string> = new Set();

  constructor(input: PlanInput) {
    this.#input = input;
  }

  /** Tells whether something stands against the run: then nothing may be written. */
  get refused(): boolean {
    return this.#refused;
  }

  /** Tells whether the folder holds anything else after the run, the record aside. */
  get changesFolder(): boolean {
    return this.created.length + this.changed.length + this.removed.length > 0;
  }

  /** Adds a file of the request. Errors of the file system are thrown. */
  add(path: string, text: string): Decision {
    const danger = whyUnsafe(path);
    if (danger !== undefined) {
      return this.#refuse(outputProblems['output-path-unsafe'], { path, reason: danger });
    }
    if (!this.#takeName(path)) return 'refuse';
    const digest = sha256(text);
    const rival = this.#input.claims.findRival(path, digest);
    if (rival !== undefined) {
      return this.#refuse(outputProblems['output-file-claimed'], {
        path: this.#show(path),
        owner: rival,
      });
    }
    this.hashes.set(path, digest);
    const decision = this.#compare(path, digest);
    if (decision === 'create') this.created.push(path);
    if (decision === 'change') this.changed.push(path);
    if (decision === 'keep') this.unchanged.push(path);
    return decision;
  }

  /** Finds what goes, once all files are added. Errors of the file system are thrown. */
  finish(): void {
    const remaining = new Map<string, number>();
    for (const [path, digest] of this.#input.claims.droppedBy(this.hashes)) {
      const type = this.#input.listing.find(path);
      if (type === undefined) continue;
      if (type === 'file' && this.#hashPresent(path) === digest) {
        this.removed.push(path);
        this.#leave(path, remaining);
      } else {
        this.#input.diagnostics.report(outputProblems['output-file-kept'], {
          path: this.#show(path),
        });
      }
    }
    for (const [path, report] of this.#obstacles) if (!this.leaving.has(path)) report();
    for (const list of [this.created, this.changed, this.unchanged, this.removed]) list.sort();
  }

  /** Reserves the names of the file and of its directories; false where one of them cannot be had. */
  #takeName(path: string): boolean {
    return this.#takeDirectory(parentOf(path)) && this.#reserve(path);
  }

  #takeDirectory(directory: string): boolean {
    if (directory === '' || this.#directories.has(directory)) return true;
    if (!this.#takeDirectory(parentOf(directory))) return false;
    if (!this.#reserve(directory)) return false;
    this.#directories.add(directory);
    const type = this.#input.listing.find(directory);
    if (type === 'link' || type === 'other') {
      this.#refuseBlocked(directory, notRegular[type]);
    }
    if (type === 'file') this.#expectGone(directory, 'a file');
    return true;
  }

  /** Reports names that are one where case is ignored, so that they clash on every system. */
  #reserve(path: string): boolean {
    const folded = foldCase(path);
    const other = this.#names.get(folded);
    if (other !== undefined) {
      this.#refuseClash(path, other);
      return false;
    }
    this.#names.set(folded, path);
    const { listing } = this.#input;
    const present = listing.find(path) === undefined ? listing.findOtherCase(path) : undefined;
    if (present !== undefined) {
      const neighbour = pathIn(parentOf(path), present);
      this.#obstacles.set(neighbour, () => this.#refuseClash(path, neighbour));
    }
    return true;
  }

  #compare(path: string, digest: string): Decision {
    const type = this.#input.listing.find(path);
    if (type === undefined) return 'create';
    if (type === 'directory') {
      this.#expectGone(path, notRegular[type]);
      return 'create';
    }
    if (type !== 'file') return this.#refuseBlocked(path, notRegular[type]);
    const present = this.#hashPresent(path);
    if (present === digest) return 'keep';
    const recorded = this.#input.claims.recordedHash(path);
    if (recorded === present) return 'change';
    const code = recorded === undefined ? 'output-file-foreign' : 'output-file-edited';
    return this.#refuse(outputProblems[code], { path: this.#show(path) });
  }

  #expectGone(path: string, found: string): void {
    this.#obstacles.set(path, () => this.#refuseBlocked(path, found));
  }

  /** Notes that an entry goes, and its directory too where that was the last entry and none is added. */
  #leave(path: string, remaining: Map<string, number>): void {
    this.leaving.add(path);
    const directory = parentOf(path);
    const count = remaining.get(directory) ?? this.#input.listing.entries(directory).size;
    remaining.set(directory, count - 1);
    if (count > 1 || directory === '' || this.#directories.has(directory)) return;
    this.#leave(directory, remaining);
  }

  #hashPresent(path: string): string {
    return sha256File(this.#input.listing.resolve(path));
  }

  #show(path: string): string {
    return posix.join(this.#input.folder.shown, path);
  }

  #refuseClash(path: string, other: string): Decision {
    return this.#refuse(outputProblems['output-path-clash'], {
      path: this.#show(path),
      other: this.#show(other),
    });
  }

  #refuseBlocked(path: string, found: string): Decision {
    return this.#refuse(outputProblems['output-path-blocked'], { path: this.#show(path), found });
  }

  #refuse<Parameters>(problem: Problem<Parameters>, parameters: NoInfer<Parameters>): 'refuse' {
    this.#refused = true;
    this.#input.diagnostics.report(problem, parameters);
    return 'refuse';
  }
}
