import { expect, it } from 'vitest';
import { limitsOf } from './limits.ts';

it.each([
  [{ minimum: 1, maximum: 5 }, ['Range: 1 to 5']],
  [{ minimum: 0 }, ['Range: at least 0']],
  [{ maximum: 5, exclusiveMaximum: true, minimum: 1 }, ['Range: at least 1, below 5']],
  [{ minimum: 1, exclusiveMinimum: true }, ['Range: above 1']],
  [{ exclusiveMinimum: true }, []],
  [{ minLength: 3, maxLength: 3 }, ['Length: 3']],
  [
    { pattern: '^a$', maxItems: 2, minProperties: 1, multipleOf: 0.5 },
    ['Multiple of: 0.5', 'Items: at most 2', 'Entries: at least 1', 'Pattern: ^a$'],
  ],
  [{}, []],
])('says %o in words', (facts, limits) => {
  expect(limitsOf(facts).map(({ name, text }) => `${name}: ${text}`)).toEqual(limits);
});
