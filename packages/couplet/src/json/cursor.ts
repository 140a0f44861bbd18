import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { Locator, Path, Place } from '../diagnostic/place.ts';
import type { Problem } from '../diagnostic/problem.ts';
import { describe, isJsonObject, ownValue } from './object.ts';

/** A way to report values of one document that are not what they should be. */
export interface Reporting {
  readonly locator: Locator;
  readonly diagnostics: Diagnostics;
  /** The problem of a value that is of another type; each layer has its own. */
  readonly wrongType: Problem<{ expected: string; found: string }>;
  /** Says in a message what a value is; {@link describe}, unless values must not be shown. */
  readonly describe?: (value: unknown) => string;
}

/**
 * A value of a document together with its place. Reads what is in it; a value of the wrong type is reported at its
 * place and left out. `null` counts as absent everywhere, as in Go.
 */
export class Cursor {
  readonly value: unknown;
  readonly path: Path;
  readonly #reporting: Reporting;

  constructor(value: unknown, path: Path, reporting: Reporting) {
    this.value = value;
    this.path = path;
    this.#reporting = reporting;
  }

  /** The name of the document, and what finds its places. */
  get locator(): Locator {
    return this.#reporting.locator;
  }

  get diagnostics(): Diagnostics {
    return this.#reporting.diagnostics;
  }

  get place(): Place {
    return { locator: this.locator, path: this.path };
  }

  get isAbsent(): boolean {
    return this.value === undefined || this.value === null;
  }

  /** Moves to the value under a key, absent where there is none or where this is no object. */
  at(key: string): Cursor {
    return this.#below(key, this.#own(key));
  }

  /** Reads a text; an empty one counts as absent. */
  text(key: string): string | undefined {
    const value = this.#own(key);
    if (typeof value === 'string') return value === '' ? undefined : value;
    return this.#refuse(key, value, 'text');
  }

  /** Reads `true` or `false`. */
  flag(key: string): boolean | undefined {
    const value = this.#own(key);
    if (typeof value === 'boolean') return value;
    return this.#refuse(key, value, 'true or false');
  }

  /** Reads a number. */
  number(key: string): number | undefined {
    const value = this.#own(key);
    if (typeof value === 'number') return value;
    return this.#refuse(key, value, 'a number');
  }

  /** Reads an object. */
  object(key: string): Cursor | undefined {
    const below = this.at(key);
    return below.isAbsent ? undefined : below.asObject();
  }

  /** Reads the entries of a list, none where it is absent. */
  list(key: string, expected?: string): readonly Cursor[] {
    const below = this.at(key);
    return below.isAbsent ? [] : (below.asList(expected) ?? []);
  }

  /** Reads the texts of a list; what is no text in it is reported. */
  texts(key: string): readonly string[] {
    return this.list(key).flatMap((entry) => {
      if (typeof entry.value === 'string') return [entry.value];
      entry.wrong('text');
      return [];
    });
  }

  /** Reads all members of an object, none where it is absent. */
  members(key: string): readonly (readonly [name: string, member: Cursor])[] {
    return this.object(key)?.asMembers() ?? [];
  }

  /** Gives this cursor if its value is an object; anything else is reported, its absence too. */
  asObject(expected = 'an object'): this | undefined {
    if (isJsonObject(this.value)) return this;
    return this.wrong(expected);
  }

  /** Gives the entries if the value is a list; anything else is reported, its absence too. */
  asList(expected = 'a list'): readonly Cursor[] | undefined {
    if (!Array.isArray(this.value)) return this.wrong(expected);
    return this.value.map((entry: unknown, index) => this.#below(index, entry));
  }

  /** Gives the members if the value is an object; anything else is reported, its absence too. */
  asMembers(): readonly (readonly [name: string, member: Cursor])[] | undefined {
    if (!isJsonObject(this.value)) return this.wrong('an object');
    return Object.entries(this.value).map(([name, member]) => [name, this.#below(name, member)]);
  }

  /** Reports that the value is not what it should be. */
  wrong(expected: string): undefined {
    const found = (this.#reporting.describe ?? describe)(this.value);
    return this.report(this.#reporting.wrongType, { expected, found });
  }

  /** Reports a problem of the value. */
  report<Parameters>(problem: Problem<Parameters>, parameters: NoInfer<Parameters>): undefined {
    this.diagnostics.report(problem, parameters, this.place);
    return undefined;
  }

  #own(key: string): unknown {
    return isJsonObject(this.value) ? ownValue(this.value, key) : undefined;
  }

  #below(key: string | number, value: unknown): Cursor {
    return new Cursor(value, [...this.path, key], this.#reporting);
  }

  #refuse(key: string, value: unknown, expected: string): undefined {
    if (value === undefined || value === null) return undefined;
    return this.#below(key, value).wrong(expected);
  }
}
