import type { FSWatcher } from 'node:fs';
import { watch } from 'node:fs';
import { dirname, join } from 'node:path';

/** Milliseconds. Editors write a file in several steps, and version control many files at once. */
const settlingTime = 100;

/**
 * Tells when files change. Watched are their folders, because editors put a new file in the place of the old one, and
 * because a file that is missing may yet come.
 */
export class Changes {
  readonly #onTrouble: (folder: string, reason: string) => void;
  readonly #watchers = new Map<string, FSWatcher>();
  #files: ReadonlySet<string> = new Set();
  #takesNewFiles = false;
  #timer: NodeJS.Timeout | undefined;
  #isChanged = false;
  #wake: () => void = () => undefined;

  /** @param onTrouble is told which folder cannot be watched, and why */
  constructor(onTrouble: (folder: string, reason: string) => void) {
    this.#onTrouble = onTrouble;
  }

  /**
   * Follows these files from now on, and no others.
   *
   * @param takesNewFiles whether any file that comes into their folders, or goes from there, is a change
   */
  follow(files: ReadonlySet<string>, takesNewFiles: boolean): void {
    this.#files = files;
    this.#takesNewFiles = takesNewFiles;
    const folders = new Set(Array.from(files, (file) => dirname(file)));
    for (const folder of this.#watchers.keys()) if (!folders.has(folder)) this.#unwatch(folder);
    for (const folder of folders) if (!this.#watchers.has(folder)) this.#watch(folder);
  }

  /** Waits for the next change, or for one since the last call. Gives `false` where the signal came instead. */
  async next(signal: AbortSignal): Promise<boolean> {
    if (!this.#isChanged && !signal.aborted) {
      await new Promise<void>((wake) => {
        this.#wake = wake;
        signal.addEventListener('abort', () => wake(), { once: true });
      });
    }
    this.#isChanged = false;
    return !signal.aborted;
  }

  close(): void {
    clearTimeout(this.#timer);
    for (const folder of this.#watchers.keys()) this.#unwatch(folder);
  }

  #watch(folder: string): void {
    try {
      const watcher = watch(folder, (event, name) => this.#notice(folder, event, name));
      watcher.on('error', () => this.#unwatch(folder));
      this.#watchers.set(folder, watcher);
    } catch (error) {
      this.#onTrouble(folder, error instanceof Error ? error.message : String(error));
    }
  }

  #unwatch(folder: string): void {
    this.#watchers.get(folder)?.close();
    this.#watchers.delete(folder);
  }

  #notice(folder: string, event: string, name: string | null): void {
    const isFollowed = name === null || this.#files.has(join(folder, name));
    if (!isFollowed && !(this.#takesNewFiles && event === 'rename')) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#isChanged = true;
      this.#wake();
    }, settlingTime);
  }
}
