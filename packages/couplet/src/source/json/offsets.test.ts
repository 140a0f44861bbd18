import { describe, expect, test } from 'vitest';
import type { Path } from '../../diagnostic/place.ts';
import { findJsonOffsets } from './offsets.ts';

function find(text: string, ...paths: readonly Path[]): readonly string[] {
  return findJsonOffsets(text, 0, paths).map((offset) => text.slice(offset, offset + 4));
}

describe('findJsonOffsets', () => {
  const text = ' {"one": {"two": [10, {"three": 30}, "}]"]}, "four": 40}';

  test('gives the key of a member and the value of an item', () => {
    expect(find(text, ['one'], ['one', 'two'], ['four'])).toEqual(['"one', '"two', '"fou']);
    expect(find(text, ['one', 'two', 0], ['one', 'two', 1], ['one', 'two', 2])).toEqual([
      '10, ',
      '{"th',
      '"}]"',
    ]);
    expect(find(text, ['one', 'two', 1, 'three'])).toEqual(['"thr']);
  });

  test('gives the start of the value for the empty path', () => {
    expect(find(text, [])).toEqual(['{"on']);
  });

  test('gives the deepest value on the way of a path that leads nowhere', () => {
    expect(find(text, ['five'], ['one', 'six', 'seven'], ['four', 'x'], ['four', 0])).toEqual([
      '{"on',
      '"one',
      '"fou',
      '"fou',
    ]);
    expect(find(text, ['one', 'two', 7], ['one', 'two', 'length'], ['one', 0])).toEqual([
      '"two',
      '"two',
      '"one',
    ]);
  });

  test('starts from where it is told to', () => {
    const start = text.indexOf('[');
    expect(findJsonOffsets(text, start, [[1, 'three'], []])).toEqual([
      text.indexOf('"three'),
      start,
    ]);
  });

  test('takes the last of members with the same key, as JSON.parse does', () => {
    const twice = '{"a": {"b": 1}, "a": {"c": 2}}';
    expect(findJsonOffsets(twice, 0, [['a'], ['a', 'b'], ['a', 'c']])).toEqual([16, 16, 22]);
  });

  test('knows escapes in keys and quotes in strings', () => {
    expect(find(String.raw`{"x": "\\\"", "a\"b": 1, "\u0063": 2}`, ['a"b'], ['c'])).toEqual([
      String.raw`"a\"`,
      String.raw`"\u0`,
    ]);
  });

  test('takes __proto__ and constructor for keys like any other', () => {
    const odd = '{"__proto__": {"a": 1}}';
    expect(find(odd, ['__proto__', 'a'], ['constructor', 'name'])).toEqual(['"a":', '{"__']);
  });

  test('passes over nesting of any depth', () => {
    const deep = `{"deep": ${'['.repeat(100_000)}${']'.repeat(100_000)}, "after": 1}`;
    expect(find(deep, ['after'])).toEqual(['"aft']);
  });

  test('reads the text once for many paths', () => {
    const count = 20_000;
    const items = Array.from({ length: count }, (_, index) => `{"key": ${index}}`);
    const paths = items.map((_, index): Path => [index, 'key']);
    const started = performance.now();
    const offsets = findJsonOffsets(`[${items.join(',')}]`, 0, paths);
    expect(new Set(offsets).size).toBe(count);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
