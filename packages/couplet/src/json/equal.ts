/**
 * Tells whether two values say the same, as `isDeepStrictEqual` of Node does, which browsers lack: for plain data,
 * sets of texts, and maps whose keys are texts. Numbers are told apart by `Object.is`; the order of keys and of members
 * does not matter, a property that is `undefined` is not one that is absent.
 */
export function isEqual(left: unknown, right: unknown): boolean {
  if (!isContainer(left) || !isContainer(right)) return Object.is(left, right);
  if (left === right) return true;
  if (Object.getPrototypeOf(left) !== Object.getPrototypeOf(right)) return false;
  if (left instanceof Set && right instanceof Set) return areEqualSets(left, right);
  if (left instanceof Map && right instanceof Map) return areEqualMaps(left, right);
  if (Array.isArray(left) && Array.isArray(right) && left.length !== right.length) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && isEqual(left[key], right[key]))
  );
}

function isContainer(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null;
}

function areEqualSets(left: ReadonlySet<unknown>, right: ReadonlySet<unknown>): boolean {
  return left.size === right.size && [...left].every((member) => right.has(member));
}

function areEqualMaps(
  left: ReadonlyMap<unknown, unknown>,
  right: ReadonlyMap<unknown, unknown>,
): boolean {
  return (
    left.size === right.size &&
    [...left].every(([key, value]) => right.has(key) && isEqual(value, right.get(key)))
  );
}
