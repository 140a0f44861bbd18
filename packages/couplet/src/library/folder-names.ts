import { hash } from '../text/hash.ts';
import { safeName } from '../text/safe-name.ts';

/** Names for folders and files, by label: safe, and different ones where labels differ in case only. */
export class FolderNames {
  readonly #names = new Map<string, string>();
  readonly #taken = new Set<string>();

  /** Gives a label a name that was decided before. */
  keep(label: string, name: string): void {
    this.#names.set(label, name);
    this.#taken.add(name.toLowerCase());
  }

  /** The name of a label: its own, or one that was free when it was first asked for. */
  name(label: string): string {
    const known = this.#names.get(label);
    if (known !== undefined) return known;
    const safe = safeName(label);
    const name = this.#taken.has(safe.toLowerCase()) ? `${safe}_${hash(label)}` : safe;
    this.keep(label, name);
    return name;
  }
}
