import { addObject } from './add.ts';
import { describe, isPlainObject } from './data.ts';
import type { Part, RootOf } from './types.ts';

/**
 * Jsonnet's `first + second + …` for objects: a field of a later part replaces the same field of the parts before it,
 * unless the part was made to add to it, as `withXMixin` and all functions of nested objects do. Then objects are
 * composed in turn, arrays concatenated, numbers added, and any scalar is appended to a string.
 *
 * Grouping does not matter: `compose(compose(a, b), c)` and `compose(a, compose(b, c))` are the same. The parts are not
 * changed, and the result shares nothing with them. Values that are no JSON are passed on as they are.
 *
 * Throws an error that names the path (`spec.tls: cannot add an object to a string`) where two values cannot be added,
 * even if a later part replaces them, and where an object contains itself.
 */
export function compose<First extends object>(
  first: First,
  ...rest: readonly Part<RootOf<First>>[]
): First {
  const result = {};
  for (const [index, part] of [first, ...rest].entries()) {
    if (!isPlainObject(part)) {
      throw new Error(`compose: part ${index + 1} is ${describe(part)}, not an object`);
    }
    addObject(result, part, undefined);
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- parts of an object of this type give one
  return result as First;
}
