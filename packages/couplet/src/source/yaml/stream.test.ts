import { describe, expect, test } from 'vitest';
import { Diagnostics } from '../../diagnostic/diagnostics.ts';
import { rawSource } from '../document.ts';
import { parseSource } from '../parse.ts';

async function parse(content: string) {
  const diagnostics = new Diagnostics();
  const documents = await parseSource(rawSource('input', Buffer.from(content)), diagnostics);
  const problems = diagnostics.list().map(({ code, message, position }) => {
    return `${position?.line}:${position?.column} ${code}: ${message}`;
  });
  return { documents, values: documents.map((document) => document.value), problems };
}

describe('a YAML stream', () => {
  test('gives a document for each that is not empty', async () => {
    const { documents, values, problems } = await parse(
      '# first\n---\na: 1\n---\n# nothing\n---\n...\n---\r\n# third\r\n\r\nb:\r\n  - c\r\n',
    );
    expect(problems).toEqual([]);
    expect(values).toEqual([{ a: 1 }, { b: ['c'] }]);
    expect(documents[0]?.locate([['a']])).toEqual([{ line: 3, column: 1 }]);
    expect(documents[1]?.locate([[], ['b', 0], ['b', 'x']])).toEqual([
      { line: 11, column: 1 },
      { line: 12, column: 5 },
      { line: 11, column: 1 },
    ]);
  });

  test('keeps the documents around one with a mistake', async () => {
    const { values, problems } = await parse('a: 1\n---\nb: "\\q"\n---\nc: 3\n');
    expect(values).toEqual([{ a: 1 }, { c: 3 }]);
    expect(problems).toEqual(['3:5 yaml-syntax: this is no YAML: "Invalid escape sequence \\\\q"']);
  });

  test('tells every mistake', async () => {
    const { values, problems } = await parse('a: [1\nb: 2\nc: @\n');
    expect(values).toEqual([]);
    expect(problems.length).toBeGreaterThan(1);
    expect(problems.every((problem) => problem.includes(' yaml-syntax: this is no YAML: '))).toBe(
      true,
    );
  });

  test('with a mistake on each line has the first 20 told', async () => {
    const letters = 'ABCDEFGHIJKMOQRSTVWXYZcdghijk'.split('');
    const { problems } = await parse(
      letters.map((letter) => `k${letter}: "\\${letter}"\n`).join(''),
    );
    expect(problems).toHaveLength(20);
    expect(problems[19]).toBe('20:6 yaml-syntax: this is no YAML: "Invalid escape sequence \\\\X"');
  });
});

describe('a YAML text that is too much', () => {
  const shapes: readonly [string, (levels: number) => string][] = [
    ['lists', (levels) => `${'- '.repeat(levels)}x`],
    [
      'mappings',
      (levels) => Array.from({ length: levels }, (_, at) => `${' '.repeat(at)}a:\n`).join(''),
    ],
    ['flow lists', (levels) => `# YAML\n${'['.repeat(levels)}${']'.repeat(levels)}`],
    ['flow mappings', (levels) => `# YAML\n${'{a: '.repeat(levels)}1${'}'.repeat(levels)}`],
    [
      'lists of pairs',
      (levels) => `# YAML\n${'[a: '.repeat(levels / 2)}1${']'.repeat(levels / 2)}`,
    ],
  ];

  test.each(shapes)('in nested %s is told from one level above the limit', async (_, print) => {
    expect((await parse(print(300))).problems).toEqual([]);
    const { values, problems } = await parse(print(302));
    expect(values).toEqual([]);
    expect(problems).toEqual([
      expect.stringContaining('too-deep: values are nested more than 300'),
    ]);
  });

  test.each(shapes.filter(([name]) => name !== 'mappings'))(
    'in %s nested 100,000 deep is told as well',
    async (_, print) => {
      const { problems } = await parse(print(100_000));
      expect(problems).toEqual([
        expect.stringContaining('too-deep: values are nested more than 300'),
      ]);
    },
  );

  test('keys of keys nested 100,000 deep are told as well', async () => {
    const { problems } = await parse('? '.repeat(100_000));
    expect(problems).toEqual([expect.stringContaining('too-deep: ')]);
  });

  test('is parsed a second time at the limit without harm', async () => {
    for (const [, print] of shapes) {
      const { documents } = await parse(print(300));
      for (let run = 0; run < 20; run += 1) {
        expect(documents[0]?.locate([[]])[0]?.column).toBeGreaterThan(0);
        await parse(print(300));
      }
    }
  });

  test('in length is told', async () => {
    const { values, problems } = await parse(`a: ${'x'.repeat(16 * 1024 * 1024)}`);
    expect(values).toEqual([]);
    expect(problems).toEqual([
      '1:1 yaml-too-long: the YAML text has more than 16777216 characters',
    ]);
  });

  test.each([
    ['words', '- x\n'.repeat(600_000)],
    ['escapes in quotes', `a: "${'\\q'.repeat(1_600_000)}"`],
  ])('in %s is told', async (_, text) => {
    const { values, problems } = await parse(text);
    expect(values).toEqual([]);
    expect(problems).toEqual([
      expect.stringContaining('yaml-too-long: the YAML text has more than 1500000 words and signs'),
    ]);
  });
});
