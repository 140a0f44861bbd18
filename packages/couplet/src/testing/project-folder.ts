import { onTestFinished } from 'vitest';
import type { CommandResult } from './command.ts';
import { runCommand, tidy } from './command.ts';
import type { Files } from './output-folder.ts';
import { put, temporaryFolder } from './output-folder.ts';

/** A folder that commands run in, with a cache of its own. */
export class ProjectFolder {
  readonly path: string = temporaryFolder();
  readonly #cache = temporaryFolder();

  constructor(files: Files = {}) {
    const before = process.cwd();
    process.chdir(this.path);
    onTestFinished(() => process.chdir(before));
    this.put(files);
  }

  put(files: Files): void {
    put(this.path, files);
  }

  /** Runs `couplet` there; times are always the same. */
  async run(...args: readonly string[]): Promise<CommandResult> {
    const result = await runCommand(args, { env: { XDG_CACHE_HOME: this.#cache } });
    return { ...result, stderr: tidy(result.stderr, this.path) };
  }
}
