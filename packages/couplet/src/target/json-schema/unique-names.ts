import { hash } from '../../text/hash.ts';
import { safeName } from '../../text/safe-name.ts';

/** Gives names that are safe as keys and as files, and differ where case does not count. */
export class UniqueNames {
  readonly #taken = new Set<string>();

  /** The wish itself, if it is safe and nobody has it yet. */
  take(wish: string): string {
    let name = safeName(wish);
    for (let round = 0; this.#taken.has(name.toLowerCase()); round++) {
      name = `${safeName(wish)}_${hash(`${wish}/${round}`)}`;
    }
    this.#taken.add(name.toLowerCase());
    return name;
  }
}
