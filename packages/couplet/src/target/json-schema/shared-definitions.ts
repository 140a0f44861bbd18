import type { Api } from '../../api/api.ts';
import type { Schema } from '../../schema/schema.ts';
import { compareNames } from '../../text/compare-names.ts';
import type { JsonSchema } from './keywords.ts';
import type { Translation } from './translation.ts';
import { translate } from './translate.ts';
import { UniqueNames } from './unique-names.ts';

/** A schema in JSON Schema, with the definitions that it refers to. */
export interface Translated {
  readonly json: JsonSchema;
  readonly targets: ReadonlySet<SharedDefinition>;
}

/** A definition as files carry it; it is translated once, however many files need it. */
export interface SharedDefinition {
  /** The name that files have for it. */
  readonly key: string;
  readonly name: string;
  readonly isChecked: boolean;
}

/** The definitions of an API in JSON Schema, each translated when the first file needs it. */
export class SharedDefinitions {
  readonly #api: Api;
  readonly #isSlim: boolean;
  readonly #keys: UniqueNames;
  readonly #checked = new Map<string, SharedDefinition>();
  readonly #unchecked = new Map<string, SharedDefinition>();
  readonly #lines = new Map<SharedDefinition, DefinitionLine>();

  /** @param keys gives the keys of the definitions; others may take some of them */
  constructor(api: Api, isSlim: boolean, keys: UniqueNames) {
    this.#api = api;
    this.#isSlim = isSlim;
    this.#keys = keys;
  }

  /** Lets a schema be translated, and notes what it refers to. */
  translate(
    work: (how: Translation) => JsonSchema,
    isExact: boolean,
    isChecked: boolean,
  ): Translated {
    const targets = new Set<SharedDefinition>();
    const json = work({
      isSlim: this.#isSlim,
      isExact,
      isChecked,
      referTo: (name, isTargetChecked) => {
        const target = this.#sharedOf(name, isTargetChecked);
        targets.add(target);
        return `#/definitions/${target.key}`;
      },
      resolve: (reference) => this.#api.resolver.resolve(reference, reference.target),
    });
    return { json, targets };
  }

  /** The definitions that the given ones lead to, themselves included, in the order of their keys. */
  reachedFrom(targets: Iterable<SharedDefinition>): readonly SharedDefinition[] {
    const reached = new Set<SharedDefinition>();
    const open = [...targets];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (reached.has(next)) continue;
      reached.add(next);
      for (const target of this.#lineOf(next).targets) open.push(target);
    }
    return [...reached].sort((left, right) => compareNames(left.key, right.key));
  }

  /** A definition as a line of a file. */
  line(shared: SharedDefinition): string {
    return this.#lineOf(shared).text;
  }

  #sharedOf(name: string, isChecked: boolean): SharedDefinition {
    const known = isChecked ? this.#checked : this.#unchecked;
    const found = known.get(name);
    if (found !== undefined) return found;
    const key = this.#keys.take(isChecked ? name : `${name}.status`);
    const shared = { key, name, isChecked };
    known.set(name, shared);
    return shared;
  }

  #lineOf(shared: SharedDefinition): DefinitionLine {
    const known = this.#lines.get(shared);
    if (known !== undefined) return known;
    const { key, name, isChecked } = shared;
    const { json, targets } = this.translate(
      (how) => translate(this.#schemaOf(name), true, how),
      this.#api.definition(name)?.origin.dialect === 'crd',
      isChecked,
    );
    const line = { text: definitionLine(key, json), targets };
    this.#lines.set(shared, line);
    return line;
  }

  /** Gives what a definition describes in the end: any value, where it leads nowhere or back to itself. */
  #schemaOf(name: string): Schema {
    return this.#api.resolver.resolve({ kind: 'reference', target: name }, name).schema;
  }
}

interface DefinitionLine {
  readonly text: string;
  readonly targets: ReadonlySet<SharedDefinition>;
}

/** Prints a definition on a line of its own, so that a change is seen where it is. */
export function definitionLine(key: string, json: JsonSchema): string {
  return `${JSON.stringify(key)}:${JSON.stringify(json)}`;
}
