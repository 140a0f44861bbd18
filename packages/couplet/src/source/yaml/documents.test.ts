import { describe, expect, test } from 'vitest';
import { Diagnostics } from '../../diagnostic/diagnostics.ts';
import { rawSource } from '../document.ts';
import { parseSource } from '../parse.ts';

async function parse(content: string) {
  const diagnostics = new Diagnostics();
  const documents = await parseSource(rawSource('input', Buffer.from(content)), diagnostics);
  const values = documents.map((document) => document.value);
  const problems = diagnostics.list().map(({ code, message, position, path }) => {
    const place = position === undefined ? '' : `${position.line}:${position.column} `;
    return `${place}${path === '' ? '' : `${path} `}${code}: ${message}`;
  });
  return { documents, values, problems };
}

async function valuesOf(content: string): Promise<readonly unknown[]> {
  const { values, problems } = await parse(content);
  expect(problems).toEqual([]);
  return values;
}

describe('scalars are those of Kubernetes', () => {
  test.each([
    ['yes', true],
    ['On', true],
    ['n', false],
    ['~', null],
    ['0644', 420],
    ['0x1F', 31],
    ['0b11', 3],
    ['08', 8],
    ['1_000', 1000],
    ['-0', -0],
    ['1e3', 1000],
    ['9223372036854775807', 9223372036854775807n],
    ['1:30', '1:30'],
    ['2001-12-14', '2001-12-14'],
    ['2001-12-14T21:59:43Z', '2001-12-14T21:59:43Z'],
    ['e5', 'e5'],
    ['.', '.'],
    ['"yes"', 'yes'],
    ['!!str 1', '1'],
    ['!!int "1"', 1],
    ['! 1', '1'],
    ['|\n  x\n  y', 'x\ny\n'],
  ])('%s', async (text, value) => {
    expect(await valuesOf(`a: ${text}`)).toEqual([
      { a: typeof value === 'bigint' ? Number(value) : value },
    ]);
  });

  test('but a document may ask for YAML 1.2', async () => {
    expect(await valuesOf('%YAML 1.2\n---\na: yes')).toEqual([{ a: 'yes' }]);
  });

  test.each(['.inf', '-.INF', '.nan', '1e999'])(
    'except %s, which JSON cannot hold',
    async (text) => {
      expect(await parse(`a:\n- ${text}`)).toMatchObject({
        values: [],
        problems: [
          '2:3 a[0] number-out-of-range: the number is infinite, no number, or too large to be kept',
        ],
      });
    },
  );

  test.each(['!!binary', '!!timestamp', '!!set', '!!js/function', '!mine'])(
    'with the tag %s are taken as they are written, with a warning',
    async (tag) => {
      expect(await parse(`%YAML 1.2\n---\na: ${tag} "aGk="`)).toMatchObject({
        values: [{ a: 'aGk=' }],
        problems: ['3:4 unknown-tag: the tag here means nothing in Kubernetes'],
      });
    },
  );
});

describe('keys', () => {
  test('are the text that stands there', async () => {
    expect(await valuesOf('on: 1\n1.0: 2\n0x10: 3\n~: 4\n: 5\n2001-01-01: 6\n"a\\tb": 7')).toEqual([
      { on: 1, '1.0': 2, '0x10': 3, '~': 4, '': 5, '2001-01-01': 6, 'a\tb': 7 },
    ]);
  });

  test('may be __proto__', async () => {
    const [value] = await valuesOf('__proto__: {a: 1}\nb: {__proto__: 2}');
    expect(JSON.stringify(value)).toBe('{"__proto__":{"a":1},"b":{"__proto__":2}}');
  });

  test.each(['? [a]\n: 1', '? {a: b}\n: 1'])('may not be lists or mappings: %j', async (text) => {
    expect(await parse(text)).toMatchObject({
      values: [],
      problems: ['1:3 yaml-syntax: this is no YAML: "A key must be text"'],
    });
  });

  test('that are repeated are told at each mapping, and the last counts', async () => {
    expect(await parse('a:\n  b: 1\n  "b": 2\nc: {b: 1, d: 2, b: 3}\n')).toMatchObject({
      values: [{ a: { b: 2 }, c: { b: 3, d: 2 } }],
      problems: [
        '3:3 a duplicate-key: the key "b" stands here a second time',
        '4:17 c duplicate-key: the key "b" stands here a second time',
      ],
    });
  });

  test('are compared in linear time', async () => {
    const started = performance.now();
    const keys = Array.from({ length: 50_000 }, (_, index) => `key${index}: 1\n`);
    expect((await parse(`${keys.join('')}key0: 2`)).problems).toEqual([
      '50001:1 duplicate-key: the key "key0" stands here a second time',
    ]);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe('aliases', () => {
  test('stand for the last anchor of their name before them', async () => {
    expect(await valuesOf('- &a 1\n- *a\n- &a {b: 2}\n- *a\n- &k key: *k')).toEqual([
      [1, 1, { b: 2 }, { b: 2 }, { key: 'key' }],
    ]);
  });

  test('without an anchor are told', async () => {
    expect((await parse('a: *b\nb: &b 1')).problems).toEqual([
      '1:4 a unknown-anchor: the alias "b" has no anchor before it',
    ]);
  });

  test('do not reach into another document', async () => {
    expect((await parse('a: &a 1\n---\nb: *a')).problems).toEqual([
      '3:4 b unknown-anchor: the alias "a" has no anchor before it',
    ]);
  });

  test.each([
    ['&a [*a]', '1:5 [0]'],
    ['a: &a\n  b: {c: *a}', '2:10 a.b.c'],
    ['a: &a\n  <<: *a\n', '2:7 a["<<"]'],
  ])('of what they stand in are told: %j', async (text, place) => {
    expect((await parse(`# YAML\n${text}`)).problems).toEqual([
      `${place.replace(/^\d+/, (line) => String(Number(line) + 1))} alias-cycle: the alias "a" stands inside of what it stands for`,
    ]);
  });

  test('that multiply are told', async () => {
    const levels = 'bcdefghi'.split('').map((name, index) => {
      const below = `*${'abcdefgh'[index]}`;
      return `${name}: &${name} [${Array.from({ length: 10 }, () => below).join()}]\n`;
    });
    expect((await parse(`a: &a [1]\n${levels.join('')}`)).problems).toEqual([
      expect.stringContaining('too-many-values: it holds more than 3000000 values'),
    ]);
  });

  test('that add up to deep nesting are told', async () => {
    const steps = Array.from(
      { length: 400 },
      (_, index) => `k${index + 1}: &k${index + 1} [*k${index}]\n`,
    );
    const { values, problems } = await parse(`k0: &k0 1\n${steps.join('')}`);
    expect(values).toEqual([]);
    expect(problems).toEqual([
      expect.stringContaining('too-deep: values are nested more than 300'),
    ]);
  });

  test('lead positions to where the value is written', async () => {
    const { documents } = await parse('a: &a\n  b: 1\nc: *a\n');
    expect(documents[0]?.locate([['c'], ['c', 'b'], ['c', 'x']])).toEqual([
      { line: 3, column: 1 },
      { line: 2, column: 3 },
      { line: 3, column: 1 },
    ]);
  });
});

describe('merges', () => {
  test('add what is not there, the first of a list before the others', async () => {
    const text =
      '- &a {x: 1, y: 1}\n- &b {y: 2, z: 2}\n- x: 0\n  <<: [*a, *b]\n- {<<: *b, <<: {w: 3}}\n';
    expect(await valuesOf(text)).toEqual([
      [
        { x: 1, y: 1 },
        { y: 2, z: 2 },
        { x: 0, y: 1, z: 2 },
        { y: 2, z: 2, w: 3 },
      ],
    ]);
  });

  test('take members that were merged themselves', async () => {
    expect(await valuesOf('a: &a {x: 1}\nb: &b {<<: *a, y: 2}\nc: {<<: *b}\n')).toEqual([
      { a: { x: 1 }, b: { x: 1, y: 2 }, c: { x: 1, y: 2 } },
    ]);
  });

  test('are keys like any other in quotes', async () => {
    expect(await valuesOf('"<<": {x: 1}')).toEqual([{ '<<': { x: 1 } }]);
  });

  test('of something else are told', async () => {
    const problem =
      'merge-without-mapping: << merges something other than a mapping, or one it stands in';
    expect((await parse('a: {<<: 1}\nb: {<<: [[{}]]}')).problems).toEqual([
      `1:5 a ${problem}`,
      `2:5 b ${problem}`,
    ]);
  });

  test('that multiply are told, in time', async () => {
    const keys = Array.from({ length: 1000 }, (_, index) => `k${index}`).join();
    const aliases = Array.from({ length: 20_000 }, () => '*a').join();
    expect((await parse(`a: &a {${keys}}\nb: {<<: [${aliases}]}\n`)).problems).toEqual([
      '2:5 b too-many-merges: << adds more than 200000 members to the mappings of this document',
    ]);
  });

  test('lead positions to where the member is written', async () => {
    const { documents } = await parse('a: &a\n  x: 1\nb:\n  <<: *a\n');
    expect(documents[0]?.locate([['b', 'x']])).toEqual([{ line: 2, column: 3 }]);
  });
});
