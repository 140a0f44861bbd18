import { expect, test } from 'vitest';
import { weakly } from './weakly.ts';

test('makes the value once for all who ask in one go', () => {
  let made = 0;
  const get = weakly(() => ({ number: (made += 1) }));
  expect(made).toBe(0);
  expect(get()).toBe(get());
  expect(made).toBe(1);
});

test('takes a value that is there already', () => {
  const first = { number: 0 };
  const get = weakly(() => ({ number: 1 }), first);
  expect(get()).toBe(first);
});
