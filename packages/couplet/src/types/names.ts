import { hash } from '../text/hash.ts';

/** JavaScript's reserved words, those of modules and of strict mode included: none of them can name a binding. */
const reservedWords: ReadonlySet<string> = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export ' +
    'extends false finally for function if implements import in instanceof interface let new null package ' +
    'private protected public return static super switch this throw true try typeof undefined var void while ' +
    'with yield'
  ).split(' '),
);

const nameLimit = 200;

/**
 * The name of a type, by what the schema calls it: an identifier that starts with a letter. All that TypeScript itself
 * calls a type is in lower case (`string`, `object`, `never`), as are all keywords: such a name gets a `_`.
 */
export function typeName(name: string): string {
  const identifier = limited(name.replaceAll(/[^A-Za-z0-9_]/g, '_'));
  if (!/^[A-Za-z]/.test(identifier)) return `T${identifier}`;
  return /^[a-z]+$/.test(identifier) ? `${identifier}_` : identifier;
}

/**
 * The name of a type for an object that is described in place: the type that it stands in, and the properties that
 * lead to it (`RouteSpec` and `tls` give `RouteSpecTls`). What a list or a map holds is called like the list; at the
 * top of a definition, like one item of it.
 */
export function inlineTypeName(definition: string, path: readonly string[]): string {
  if (path.every((step) => step === '*')) return limited(`${definition}Item`);
  return limited(
    definition + path.flatMap((step) => (step === '*' ? [] : [capitalized(step)])).join(''),
  );
}

function capitalized(property: string): string {
  return property
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

/** Names grow with every level of nesting. Too long ones keep what they can and get a hash. */
function limited(name: string): string {
  return name.length > nameLimit ? `${name.slice(0, nameLimit)}_${hash(name)}` : name;
}

/** The name of a constant or a parameter, by the name that other languages give it. */
export function bindingName(name: string): string {
  const identifier = name.replaceAll(/[^A-Za-z0-9_]/g, '_');
  if (reservedWords.has(identifier)) return `${identifier}_`;
  return /^[0-9]/.test(identifier) || identifier === '' ? `_${identifier}` : identifier;
}

/** The names of the constants of a module, by the keys of its kinds, which are given in the order of the library. */
export function constantNames(keys: readonly string[]): ReadonlyMap<string, string> {
  const names = new UniqueNames();
  return new Map(keys.map((key) => [key, names.take(bindingName(key))]));
}

/** Gives out names, each of them once. */
export class UniqueNames {
  readonly #taken = new Set<string>();
  readonly #suffixes: readonly string[];

  /** @param suffixes what is put behind a name for what belongs to it: with a name, all of these are taken */
  constructor(suffixes: readonly string[] = []) {
    this.#suffixes = suffixes;
  }

  /**
   * Takes a name or, where it is not free, the first of the others that is; if none is free, the last of them with as
   * many `_` as are needed.
   */
  take(name: string, others: () => readonly string[] = () => []): string {
    let free = name;
    if (!this.#isFree(name)) {
      const candidates = others();
      free = candidates.find((candidate) => this.#isFree(candidate)) ?? candidates.at(-1) ?? name;
      while (!this.#isFree(free)) free += '_';
    }
    this.#taken.add(free);
    for (const suffix of this.#suffixes) this.#taken.add(free + suffix);
    return free;
  }

  #isFree(name: string): boolean {
    return (
      !this.#taken.has(name) && this.#suffixes.every((suffix) => !this.#taken.has(name + suffix))
    );
  }
}
