import { argumentName, functionSuffix, lowerFirstWord } from './names.ts';
import { compareNames } from '../text/compare-names.ts';

/** The names of a field in the library. */
export interface FieldNames {
  readonly key: string;
  readonly argument: string;
  readonly setter: string;
  readonly adder: string;
}

/**
 * The names that fields have where no other one wants them. Most properties stand in many objects: their names are made
 * once.
 */
export class UsualNames {
  readonly #names = new Map<string, FieldNames>();

  of(property: string): FieldNames {
    const known = this.#names.get(property);
    if (known !== undefined) return known;
    const names = namesFor(lowerFirstWord(wellFormed(property)));
    this.#names.set(property, names);
    return names;
  }
}

/** The names that a field needs, by what it holds. */
export interface WantedNames {
  readonly property: string;
  readonly hasNamespace: boolean;
  readonly hasSetter: boolean;
  readonly hasAdder: boolean;
}

/** A field whose usual names another field of the same object has. */
export interface FieldClash {
  readonly property: string;
  readonly usual: string;
  readonly taken: string;
}

/** Names that every kind has besides its fields; `#` alone, which documents the kind, would document `''`. */
const reservedKeys: ReadonlySet<string> = new Set(['new', 'mixin', '']);

/**
 * Names the fields of one object, so that no two of them share a function or a namespace. A field whose key is
 * its property's own spelling goes first, then by code points. Who comes too late is called by its property as it
 * is spelled, odd characters as `_x2e_`, with as many `_` behind it as are needed.
 */
export function nameFields(
  wanted: readonly WantedNames[],
  usual: UsualNames,
): {
  readonly names: ReadonlyMap<string, FieldNames>;
  readonly clashes: readonly FieldClash[];
} {
  const names = nameAsUsual(wanted, usual);
  return names === undefined ? nameInTurn(wanted, usual) : { names, clashes: [] };
}

/** The usual names of all fields. None, if any two want the same: in nearly every object nobody has to go first. */
function nameAsUsual(
  wanted: readonly WantedNames[],
  usual: UsualNames,
): ReadonlyMap<string, FieldNames> | undefined {
  const taken = new Set<string>();
  const names = new Map<string, FieldNames>();
  for (const wish of wanted) {
    const chosen = usual.of(wish.property);
    if (!take(chosen, wish, taken)) return undefined;
    names.set(wish.property, chosen);
  }
  return names;
}

function nameInTurn(
  wanted: readonly WantedNames[],
  usual: UsualNames,
): ReturnType<typeof nameFields> {
  const taken = new Set<string>();
  const names = new Map<string, FieldNames>();
  const clashes: FieldClash[] = [];
  for (const wish of [...wanted].sort(byPriority)) {
    let chosen = usual.of(wish.property);
    if (!take(chosen, wish, taken)) {
      let key = spell(wish.property);
      while (!take(namesFor(key), wish, taken)) key += '_';
      clashes.push({ property: wish.property, usual: chosen.key, taken: key });
      chosen = namesFor(key);
    }
    names.set(wish.property, chosen);
  }
  return { names, clashes };
}

function byPriority(left: WantedNames, right: WantedNames): number {
  return (
    Number(isPlain(right.property)) - Number(isPlain(left.property)) ||
    compareNames(left.property, right.property)
  );
}

function isPlain(property: string): boolean {
  return lowerFirstWord(property) === property && !/[^\p{L}\p{Nd}_]/u.test(property);
}

function namesFor(key: string): FieldNames {
  const setter = `with${functionSuffix(key)}`;
  return { key, argument: argumentName(key), setter, adder: `${setter}Mixin` };
}

/** Halves of surrogate pairs are one and the same character in all that is printed. */
function wellFormed(name: string): string {
  return /^[ -~]*$/.test(name) ? name : name.replaceAll(/\p{Surrogate}/gu, '\ufffd');
}

/** Takes the names that a field needs, if all of them are free. */
function take({ key, setter, adder }: FieldNames, wish: WantedNames, taken: Set<string>): boolean {
  // `#` starts the names under which a library documents its fields.
  if (wish.hasNamespace && (reservedKeys.has(key) || key.startsWith('#') || taken.has(key))) {
    return false;
  }
  if (wish.hasSetter && taken.has(setter)) return false;
  if (wish.hasAdder && taken.has(adder)) return false;
  if (wish.hasNamespace) taken.add(key);
  if (wish.hasSetter) taken.add(setter);
  if (wish.hasAdder) taken.add(adder);
  return true;
}

function spell(property: string): string {
  const text = property.replaceAll(
    /[^A-Za-z0-9_]/gu,
    (odd) => `_x${odd.codePointAt(0)?.toString(16)}_`,
  );
  return reservedKeys.has(text) ? `${text}_` : text;
}
