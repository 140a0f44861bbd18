import { expect, it } from 'vitest';
import { compareVersions } from './versions.ts';

it.each([
  ['4.9', '4.20'],
  ['4.20', '5.0'],
  ['1.0', '1.0.1'],
  ['1.0-rc.1', '1.0'],
  ['1.0-alpha', '1.0-beta'],
  ['1.0-rc.2', '1.0-rc.10'],
  ['1.0', '1.00'],
])('%s comes before %s', (left, right) => {
  expect(compareVersions(left, right)).toBeLessThan(0);
  expect(compareVersions(right, left)).toBeGreaterThan(0);
  expect(compareVersions(left, left)).toBe(0);
});
