import { describe, expect, it } from 'vitest';
import { nearest } from './nearest.ts';

describe('nearest', () => {
  it.each([
    ['jsonet', 'jsonnet'],
    ['JSONNET', 'jsonnet'],
    ['makdown', 'markdown'],
    ['markdwon', 'markdown'],
  ])('takes %j for %j', (word, meant) => {
    expect(nearest(word, ['jsonnet', 'markdown'])).toBe(meant);
  });

  it.each([
    ['lable', 'label'],
    ['nmae', 'name'],
    ['anme', 'name'],
  ])('takes %j for %j, where two letters have changed places', (word, meant) => {
    expect(nearest(word, ['label', 'name'])).toBe(meant);
  });

  it.each(['xml', '', 'json-schema-of-everything'])('does not guess at %j', (word) => {
    expect(nearest(word, ['jsonnet', 'markdown'])).toBeUndefined();
  });
});
