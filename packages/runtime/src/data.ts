/**
 * The key under which an object keeps which of its fields were set with `+:`. The symbol is in the global registry, so
 * that two copies of this package in one program understand each other.
 */
const marksKey: unique symbol = Symbol.for('@couplet/runtime marks');

/**
 * The fields that are added to what stands before them, where all others replace it. With the name of a field stand
 * the values to add one by one, if adding their sum could give something else; otherwise `true`, to add its value.
 */
export type Marks = Map<string, unknown[] | true>;

/** An object of fields, as JSON has it: no array, and no instance of a class. */
export interface PlainObject {
  [key: string]: unknown;
  readonly [marksKey]?: Marks;
}

/** Tells objects of fields from everything else, whichever window or context they were made in. */
export function isPlainObject(value: unknown): value is PlainObject {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return true;
  return !isArray(value) && Object.getPrototypeOf(prototype) === null;
}

export function isArray(value: unknown): value is unknown[] {
  return Array.isArray(value);
}

/** An object's marks. Those of an object that somebody else has are not to be changed: patches share them. */
export function marksOf(object: PlainObject): Marks | undefined {
  return object[marksKey];
}

/** Gives an object its marks, where nothing that lists, prints or compares its fields sees them. */
export function setMarks(object: object, marks: Marks): void {
  Object.defineProperty(object, marksKey, { value: marks });
}

/** Sets a field of the object itself, even one that is called `__proto__`. */
export function setField(object: PlainObject, key: string, value: unknown): void {
  if (key === '__proto__') {
    const attributes = { configurable: true, enumerable: true, writable: true };
    Object.defineProperty(object, key, { value, ...attributes });
  } else object[key] = value;
}

/** Names a value as an error does. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value !== 'object') return `a ${typeof value}`;
  if (isArray(value)) return 'an array';
  return isPlainObject(value) ? 'an object' : 'an instance of a class';
}
