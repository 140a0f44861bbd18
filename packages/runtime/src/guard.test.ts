import { expect, it } from 'vitest';
import { isTeapot, teapot } from '../testing/tea-v1.js';

it('tells a kind by its apiVersion and kind', () => {
  expect(isTeapot(teapot.new('brown'))).toBe(true);
  expect(isTeapot({ apiVersion: 'tea.example.com/v2', kind: 'Teapot' })).toBe(false);
  expect(isTeapot({ apiVersion: 'tea.example.com/v1', kind: 'Kettle' })).toBe(false);
  expect(isTeapot(teapot.spec.withLid('Open'))).toBe(false);
  for (const value of [null, undefined, 'Teapot', 1, []]) expect(isTeapot(value)).toBe(false);
});
