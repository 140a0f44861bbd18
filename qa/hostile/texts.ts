import type { HostileCase } from './case.ts';
import { jsonCase, kindWith, objectOf, openApi, served } from './case.ts';
import { nastyNames } from './names.ts';

const descriptions = {
  'the end of a comment': 'ends */ here /* and // there',
  'the marks of a text block': `|||\n  text\n|||\n'"`,
  'every kind of quote': `' '' " """ \` \\' \\" ''' \\\\`,
  'control characters': Array.from({ length: 0xa0 }, (_, code) => String.fromCodePoint(code)).join(
    '',
  ),
  'halves of characters': '\ud800 \udfff a\ud83d \udc00\ud800 😀',
  'other lines': 'a\nb\r\nc\rd\u2028e\u2029f\u0085g',
  'the other direction': '\u202e\u2066 abc \u2069',
  'Markdown and HTML': '# a\n---\n```\n</pre><script>alert(1)</script>\n[x](javascript:y)',
  'a format': '%s %d %(name)s ${x} {{ y }} $$ \\u0041 \\x41',
  'a million characters': `a'"\\${'x'.repeat(1_000_000)}`,
  'half a million line ends': '\n'.repeat(500_000),
} as const;

function descriptionCases(): readonly HostileCase[] {
  return Object.entries(descriptions).map(([name, description]) => {
    const properties = { spec: { description, properties: { a: { description, type: 'array' } } } };
    return jsonCase(
      `a description with ${name}`,
      openApi({ 'com.example.tea.v1.Pot': { description, ...served(properties) } }),
    );
  });
}

/** A pattern that a backtracking engine tries for longer than anybody waits. */
const slowPattern = '^(a+)+(b|a+)*$';

export const textCases: readonly HostileCase[] = [
  ...descriptionCases(),
  jsonCase(
    'a pattern that backtracks',
    kindWith({
      a: {
        type: 'string',
        pattern: slowPattern,
        default: 'a'.repeat(100),
        enum: ['a'.repeat(100)],
      },
    }),
  ),
  jsonCase('a pattern that is none', kindWith({ a: { type: 'string', pattern: '(' } })),
  jsonCase(
    'nasty names as values',
    kindWith({
      a: { enum: nastyNames, default: nastyNames, example: objectOf(nastyNames, (name) => name) },
    }),
  ),
  jsonCase(
    'nasty names as required, types, formats and titles',
    kindWith(
      objectOf(nastyNames, (name) => ({ type: name, format: name, title: name, required: [name] })),
    ),
    'library',
    'wrong-type',
  ),
  jsonCase(
    'huge numbers',
    kindWith({
      a: {
        minimum: 1.7976931348623157e308,
        maximum: 5e-324,
        multipleOf: -0,
        maxLength: Number.MAX_SAFE_INTEGER + 2,
      },
    }),
  ),
  {
    name: 'a number that is too large',
    files: {
      'in.json': JSON.stringify(kindWith({ a: { minimum: 0 } })).replace(
        '"minimum":0',
        '"minimum":1e999',
      ),
    },
    outcome: 'number-out-of-range',
  },
  {
    name: 'a number of a million digits',
    files: {
      'in.json': JSON.stringify(kindWith({ a: { minimum: 0 } })).replace(
        '"minimum":0',
        `"minimum":${'9'.repeat(1_000_000)}`,
      ),
    },
    outcome: 'number-out-of-range',
  },
];
