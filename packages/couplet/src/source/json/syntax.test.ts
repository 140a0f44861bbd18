import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findJsonProblem } from './syntax.ts';

function find(text: string): string | undefined {
  const problem = findJsonProblem(text);
  if (problem?.code !== 'json-syntax') return problem?.code;
  return `${problem.offset}: expected ${problem.expected}, found ${problem.found}`;
}

describe('findJsonProblem', () => {
  test.each([
    ['{"a": 1,}', '8: expected a key in double quotes, found "}"'],
    ['[1,]', '3: expected a value, found "]"'],
    ['[1 2]', '3: expected a comma or ], found "2"'],
    ['[01]', '2: expected a comma or ], found "1"'],
    ['[,]', '1: expected a value or ], found ","'],
    ['{"a" 1}', '5: expected a colon, found "1"'],
    ['{a: 1}', '1: expected a key in double quotes or }, found "a"'],
    ["{'a': 1}", '1: expected a key in double quotes or }, found "\'a\'"'],
    ['{"a": 1 "b": 2}', '8: expected a comma or }, found "\\"b\\""'],
    ['{"a": [1}', '8: expected a comma or ], found "}"'],
    ['{} {}', '3: expected nothing more, found "{"'],
    ['[nul]', '1: expected a value or ], found "nul"'],
    ['[1, // one', '4: expected a value, found a comment'],
    ['[1, /* one', '4: expected a value, found a comment'],
    ['{"a": [1', '8: expected a comma or ], found the end of the text'],
    ['', '0: expected a value, found the end of the text'],
    ['[1.]', '1: expected a value or ], found "1.", which is no number'],
    ['[\u00a01]', '1: expected a value or ], found "\u00a01"'],
  ])('in %s', (text, problem) => {
    expect(find(text)).toBe(problem);
  });

  test.each(['["a', '["\\x"]', '["\\u12g4"]', '["\n"]', '["\t"]'])('in the text of %j', (text) => {
    expect(find(text)).toBe(
      '1: expected a value or ], found text in quotes that does not end, or holds an unknown escape or a control character',
    );
  });

  test('shortens what it found', () => {
    expect(find(`[1 "${'x'.repeat(1000)}"]`)?.length).toBeLessThan(130);
  });

  test('reports nesting, and stops there', () => {
    expect(find('['.repeat(100_000))).toBe('too-deep');
    expect(findJsonProblem('['.repeat(301))).toEqual({ code: 'too-deep', offset: 300 });
  });

  test('reports a mistake that comes before deep nesting', () => {
    expect(find(`[1 ${'['.repeat(1000)}`)).toBe('3: expected a comma or ], found "["');
  });

  test('finds a problem in exactly the texts that JSON.parse rejects', () => {
    const signs = String.raw`{ } [ ] , : " \ "a" "\u00e9" 0 1 - -1 . 1.5 e E+1 true null nul x / /* */ //`;
    const spaces = [' ', '\n', '\t', '\r', '\u00a0', '\u2028', '\u0001', '\u007f'];
    const pieces = fc.constantFrom(...signs.split(' '), ...spaces);
    const anyText = fc.oneof(
      fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
      fc.tuple(fc.json(), fc.nat(), fc.nat(2), pieces).map(([json, at, removed, added]) => {
        const offset = at % (json.length + 1);
        return json.slice(0, offset) + added + json.slice(offset + removed);
      }),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        expect(findJsonProblem(text) === undefined).toBe(isJson(text));
      }),
      { numRuns: 3000 },
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
