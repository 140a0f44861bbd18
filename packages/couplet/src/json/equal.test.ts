import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isEqual } from './equal.ts';

const leaf = fc.oneof(
  fc.constantFrom('', 'tea', '__proto__', 0, -0, 1, Number.NaN, true, false, null, undefined),
  fc.string(),
  fc.double(),
);
const key = fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor', '0', 'length');

/** Small and out of few parts, so that two of them are often equal, or nearly so. */
const { data } = fc.letrec<{ data: unknown }>((tie) => ({
  data: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('data'), { maxLength: 3 }),
    fc.dictionary(key, tie('data'), { maxKeys: 3 }),
    fc.array(key, { maxLength: 3 }).map((members) => new Set(members)),
    fc.array(fc.tuple(key, tie('data')), { maxLength: 3 }).map((entries) => new Map(entries)),
  ),
}));

/** The same data with every key and every member in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value instanceof Set) return new Set([...value].toReversed());
  if (value instanceof Map) {
    return new Map([...value].toReversed().map(([name, item]) => [name, reversed(item)]));
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toReversed();
  const copy: object = Object.create(Object.getPrototypeOf(value));
  for (const [name, item] of entries) {
    Object.defineProperty(copy, name, { value: reversed(item), enumerable: true });
  }
  return copy;
}

describe('isEqual', () => {
  test('says what isDeepStrictEqual says of any two values', () => {
    fc.assert(
      fc.property(data, data, (left, right) => {
        expect(isEqual(left, right)).toBe(isDeepStrictEqual(left, right));
      }),
      { numRuns: 2000 },
    );
  });

  test('holds for the same in another order, and not with a part more', () => {
    fc.assert(
      fc.property(data, (value) => {
        expect(isEqual(value, reversed(value))).toBe(true);
        expect(isEqual([value, reversed(value)], [reversed(value), value])).toBe(true);
        expect(isEqual([value], [value, undefined])).toBe(false);
      }),
    );
  });

  test.for<[string, unknown, unknown]>([
    ['zero and minus zero', 0, -0],
    ['an absent property and one that is undefined', {}, { tea: undefined }],
    ['two properties that are undefined', { tea: undefined }, { pot: undefined }],
    ['a list and an object', [], {}],
    ['a set and a map', new Set(), new Map()],
    ['an object without prototype and one with', Object.create(null), {}],
    ['values of a key', new Map([['a', 1]]), new Map([['a', 2]])],
    ['a length and a longer list', [1], [1, undefined]],
    ['what a prototype has and a property', { toString: undefined }, { tea: undefined }],
    ['a key in a set and in none', new Set(['a']), new Set(['b'])],
  ])('tells apart %s', ([, left, right]) => {
    expect(isDeepStrictEqual(left, right)).toBe(false);
    expect([isEqual(left, right), isEqual(right, left)]).toEqual([false, false]);
  });
});
