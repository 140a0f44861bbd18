import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import { rawSource } from './document.ts';
import { parseSource } from './parse.ts';

async function parse(content: string | Uint8Array) {
  const diagnostics = new Diagnostics();
  const documents = await parseSource(rawSource('input', Buffer.from(content)), diagnostics);
  const values = documents.map((document) => document.value);
  const problems = diagnostics.list().map(({ code, message, position, path }) => {
    const place = position === undefined ? '' : `${position.line}:${position.column} `;
    return `${place}${path === '' ? '' : `${path} `}${code}: ${message}`;
  });
  return { documents, values, problems };
}

describe('JSON', () => {
  test('is one document', async () => {
    expect(await parse('{"a": [1, "x", null]}')).toMatchObject({
      values: [{ a: [1, 'x', null] }],
      problems: [],
    });
  });

  test('in gzip finds its positions too', async () => {
    const { documents } = await parse(gzipSync('{\n  "a": {"b": 1}}'));
    expect(documents[0]?.source).toBe('input');
    expect(documents[0]?.locate([['a', 'b'], ['x'], []])).toEqual([
      { line: 2, column: 9 },
      { line: 1, column: 1 },
      { line: 1, column: 1 },
    ]);
  });

  test('keeps __proto__ as a property like any other', async () => {
    const { values } = await parse('{"__proto__": {"a": 1}}');
    expect(Object.entries(values[0] ?? {})).toEqual([['__proto__', { a: 1 }]]);
  });

  test('with a mistake is told with its position', async () => {
    expect(await parse('{\n  "a": 1\n  "b": 2\n}')).toMatchObject({
      values: [],
      problems: ['3:3 json-syntax: this is no JSON: expected a comma or }, found "\\"b\\""'],
    });
  });

  test('that breaks off is told at its end', async () => {
    expect(await parse('{"a": [1,\n')).toMatchObject({
      values: [],
      problems: ['2:1 json-syntax: this is no JSON: expected a value, found the end of the text'],
    });
  });

  test.each([
    ['brackets', '['.repeat(100_000) + ']'.repeat(100_000), '1:301 '],
    ['open brackets', '['.repeat(100_000), '1:301 '],
    ['braces', '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000), '1:1497 '],
  ])('nested 100,000 deep is told: %s', async (_, text, position) => {
    const { values, problems } = await parse(text);
    expect(values).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.startsWith(position)).toBe(true);
    expect(problems[0]).toContain('too-deep: values are nested more than 300 levels deep here');
  });

  test('may be nested as deep as the limit', async () => {
    expect((await parse('['.repeat(300) + ']'.repeat(300))).problems).toEqual([]);
  });

  test('with a number that JavaScript cannot hold is told', async () => {
    expect((await parse('{"a": [1, -1e999]}')).problems).toEqual([
      '1:11 a[1] number-out-of-range: the number is infinite, no number, or too large to be kept',
    ]);
  });

  test('with millions of values is told', async () => {
    expect((await parse(`[${'1,'.repeat(3_000_000)}1]`)).problems).toEqual([
      '1:6000000 [2999999] too-many-values: it holds more than 3000000 values, those behind YAML aliases included',
    ]);
  });
});

describe('what starts like JSON', () => {
  test('and is YAML in flow style is taken as such', async () => {
    expect(await parse('{a: 1, b: [x,],}')).toMatchObject({
      values: [{ a: 1, b: ['x'] }],
      problems: [],
    });
  });

  test('and holds comments is YAML as well', async () => {
    const { documents, values } = await parse('[ # one\n  {"a": 1}\n]');
    expect(values).toEqual([[{ a: 1 }]]);
    expect(documents[0]?.locate([[0, 'a']])).toEqual([{ line: 2, column: 4 }]);
  });

  test('and is neither is told as JSON', async () => {
    expect((await parse('{"a": 1} {"b": 2}')).problems).toEqual([
      '1:10 json-syntax: this is no JSON: expected nothing more, found "{"',
    ]);
  });
});

describe('what is neither JSON nor YAML', () => {
  test.each(['', ' \n\t\r\n ', '# only a comment', '---\n---\n', 'null'])(
    'is told to be empty: %j',
    async (text) => {
      expect(await parse(text)).toMatchObject({
        values: [],
        problems: ['empty-source: there is nothing in it'],
      });
    },
  );

  test.each(['<!DOCTYPE html><html>', '\n <html lang="en">', '<HTML>', '<!doctype html>'])(
    'is told to be HTML: %j',
    async (text) => {
      expect(await parse(text)).toMatchObject({
        values: [],
        problems: ['html-page: it is an HTML page, not JSON or YAML'],
      });
    },
  );

  test('is not decoded in vain', async () => {
    expect((await parse(Uint8Array.of(0x7b, 0x80))).problems).toEqual([
      '1:2 not-utf-8: the text is not UTF-8 from here on',
    ]);
  });
});

describe.each([
  ['JSON', (value: unknown) => JSON.stringify(value, undefined, 1)],
  ['YAML', (value: unknown) => `# YAML\n${JSON.stringify(value, undefined, 1)}`],
])('a List in %s', (format, print) => {
  const offset = format === 'YAML' ? 1 : 0;

  test('is unpacked, with positions in the whole text', async () => {
    const { documents, values, problems } = await parse(
      print({ kind: 'List', items: [{ kind: 'A', x: 1 }, { kind: 'B' }] }),
    );
    expect(problems).toEqual([]);
    expect(values).toEqual([{ kind: 'A', x: 1 }, { kind: 'B' }]);
    const places = documents.map((document) => document.locate([[], ['kind'], ['x']]));
    expect(places).toEqual([
      [
        { line: 4 + offset, column: 3 },
        { line: 5 + offset, column: 4 },
        { line: 6 + offset, column: 4 },
      ],
      [
        { line: 8 + offset, column: 3 },
        { line: 9 + offset, column: 4 },
        { line: 8 + offset, column: 3 },
      ],
    ]);
  });

  test('among the items of a List is unpacked too', async () => {
    const inner = { kind: 'List', items: [{ kind: 'A' }] };
    const { documents, values } = await parse(
      print({ items: [inner, { kind: 'B' }], kind: 'List' }),
    );
    expect(values).toEqual([{ kind: 'A' }, { kind: 'B' }]);
    expect(documents[0]?.locate([['kind']])).toEqual([{ line: 7 + offset, column: 6 }]);
  });

  test('without items is told, with its place', async () => {
    const problem = 'list-without-items: the List has no items';
    expect((await parse(print({ kind: 'List' }))).problems).toEqual([`${1 + offset}:1 ${problem}`]);
    const inner = { kind: 'List', items: { a: 1 } };
    expect((await parse(print({ kind: 'List', items: [inner] }))).problems).toEqual([
      `${4 + offset}:3 items[0] ${problem}`,
    ]);
  });

  test('of no items holds nothing', async () => {
    expect(await parse(print({ kind: 'List', items: [] }))).toMatchObject({
      values: [],
      problems: [],
    });
  });

  test('of 3,000 items finds a position in each without reading the text each time', async () => {
    const items = Array.from({ length: 3000 }, (_, index) => ({
      kind: 'A',
      text: 'x'.repeat(300),
      index,
    }));
    const { documents } = await parse(print({ kind: 'List', items }));
    const started = performance.now();
    const lines = documents.map((document) => document.locate([['index']])[0]?.line);
    expect(lines).toEqual(items.map((_, index) => 7 + offset + index * 5));
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test('without own kind is a document like any other', async () => {
    const { values } = await parse('{"__proto__": {"kind": "List", "items": [1]}}');
    expect(values).toHaveLength(1);
  });
});
