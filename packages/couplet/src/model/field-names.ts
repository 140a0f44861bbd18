import { compareNames, functionSuffix, lowerFirstWord } from './names.ts';

/** What a field is called in the library. */
export interface FieldNames {
  readonly key: string;
  readonly setter: string;
  readonly adder: string;
}

/** Which names a field needs, by what it holds. */
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
export function nameFields(wanted: readonly WantedNames[]): {
  readonly names: ReadonlyMap<string, FieldNames>;
  readonly clashes: readonly FieldClash[];
} {
  const taken = new Set<string>();
  const names = new Map<string, FieldNames>();
  const clashes: FieldClash[] = [];
  for (const wish of [...wanted].sort(byPriority)) {
    const usual = namesFor(lowerFirstWord(wellFormed(wish.property)));
    let chosen = usual;
    if (!isFree(chosen, wish, taken)) {
      let key = spell(wish.property);
      while (!isFree(namesFor(key), wish, taken)) key += '_';
      chosen = namesFor(key);
      clashes.push({ property: wish.property, usual: usual.key, taken: chosen.key });
    }
    for (const name of neededNames(chosen, wish)) taken.add(name);
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
  return { key, setter, adder: `${setter}Mixin` };
}

/** Halves of surrogate pairs are one and the same character in all that is printed. */
function wellFormed(name: string): string {
  return name.replaceAll(/\p{Surrogate}/gu, '\ufffd');
}

function neededNames(names: FieldNames, wish: WantedNames): readonly string[] {
  return [
    ...(wish.hasNamespace ? [names.key] : []),
    ...(wish.hasSetter ? [names.setter] : []),
    ...(wish.hasAdder ? [names.adder] : []),
  ];
}

function isFree(names: FieldNames, wish: WantedNames, taken: ReadonlySet<string>): boolean {
  // `#` starts the names under which a library documents its fields.
  const isReserved = reservedKeys.has(names.key) || names.key.startsWith('#');
  if (wish.hasNamespace && isReserved) return false;
  return neededNames(names, wish).every((name) => !taken.has(name));
}

function spell(property: string): string {
  const text = property.replaceAll(
    /[^A-Za-z0-9_]/gu,
    (odd) => `_x${odd.codePointAt(0)?.toString(16)}_`,
  );
  return reservedKeys.has(text) ? `${text}_` : text;
}
