import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Expression } from '../testing/expression.ts';
import { anyExpression, literal, objectOf, sumOf } from '../testing/expression.ts';
import { evaluateAll, fails, hasJsonnet, ifSkipped, printed } from '../testing/jsonnet.ts';

/** What an expression gives here, or nothing where it cannot be composed. */
function tryToMake({ make }: Expression): object | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

function sumOfTwo(left: unknown, right: unknown): Expression {
  return sumOf([
    objectOf([{ key: 'a', isAdded: false, ...literal(left) }]),
    objectOf([{ key: 'a', isAdded: true, ...literal(right) }]),
  ]);
}

describe.skipIf(!hasJsonnet)(`compose, compared with Jsonnet${ifSkipped}`, () => {
  it('gives what Jsonnet gives, for random sums in any grouping', () => {
    const samples = fc.sample(anyExpression, { numRuns: 4000, seed: 3 });
    const made = samples.flatMap((expression) => {
      const value = tryToMake(expression);
      return value === undefined ? [] : [{ text: expression.jsonnet, value: printed(value) }];
    });
    expect(made.length).toBeGreaterThan(3000);
    const values = evaluateAll(made.map(({ text }) => text));
    expect(made).toEqual(made.map(({ text }, index) => ({ text, value: printed(values[index]) })));
  });

  it('adds what Jsonnet adds, pair by pair, and refuses to make text of objects and arrays', () => {
    const operands = [{ b: 1 }, ['x'], [], 'text', 1, 0.1, true, null];
    const pairs = operands.flatMap((left) => operands.map((right) => ({ left, right })));
    const sums = pairs.map(({ left, right }) => ({ left, right, sum: sumOfTwo(left, right) }));
    const isPossible = ({ sum }: { sum: Expression }): boolean => tryToMake(sum) !== undefined;
    const possible = sums.filter(isPossible).map(({ sum }) => sum);
    const values = evaluateAll(possible.map(({ jsonnet }) => jsonnet));
    expect(possible.map(({ make }) => printed(make()))).toEqual(values.map(printed));

    for (const { left, right, sum } of sums.filter((pair) => !isPossible(pair))) {
      const isText = typeof left === 'string' || typeof right === 'string';
      expect({ sum, fails: fails(sum.jsonnet) }).toEqual({ sum, fails: !isText });
    }
  });

  it('writes numbers into texts as Jsonnet does', () => {
    const numbers = fc.sample(
      fc.oneof(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.double({ noNaN: true, min: -1, max: 1 }),
        fc.double({ noNaN: true, min: 1e14, max: 1e18 }),
        fc.maxSafeInteger(),
      ),
      { numRuns: 2000, seed: 3 },
    );
    // JSON does not write a negative zero, so that Jsonnet would not get it.
    const sums = numbers.map((number) => sumOfTwo('', number + 0));
    const values = evaluateAll(sums.map(({ jsonnet }) => jsonnet));
    expect(sums.map(({ make }) => make())).toEqual(values);
  });
});
