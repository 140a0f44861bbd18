import { describe, expect, it } from 'vitest';
import { portablePattern } from './pattern.ts';

describe('portablePattern', () => {
  it.each([
    ['^[a-z0-9]([-a-z0-9]*[a-z0-9])?$', String.raw`^[a-z0-9]([\-a-z0-9]*[a-z0-9])?$`],
    ['^a{2}b{1,}c{0,3}?$', '^a{2}b{1,}c{0,3}?$'],
    ['(?:tea|pot)+', '(?:tea|pot)+'],
    [String.raw`^\d+\w\W\b\.\/$`, String.raw`^\d+\w\W\b\.\/$`],
    ['tasse-é😀', 'tasse-é😀'],
  ])('keeps %j', (pattern, expected) => {
    expect(portablePattern(pattern)).toBe(expected);
  });

  it.each([
    ['signs that need no backslash', String.raw`a\-b\_c\"\@`, 'a-b_c"@'],
    ['brackets that close nothing', 'a{b}]', String.raw`a\{b\}\]`],
    ['a quantifier without its lower end, which RE2 takes as text', 'a{,3}', String.raw`a\{,3\}`],
    ['a bracket first in its class', '[]a]', String.raw`[\]a]`],
    ['a bracket first in a class that is turned around', '[^]a]', String.raw`[^\]a]`],
    ['a bracket within a class', '[[a]', String.raw`[\[a]`],
    ['hyphens at the ends and behind a class', String.raw`[-a\w-.-]`, String.raw`[\-a\w\-.\-]`],
    ['the beginning and the end of the text', String.raw`\Aa\z`, '^a$'],
    [
      'white space, of which JavaScript has more',
      String.raw`\s\S[\s,]`,
      String.raw`[\t\n\f\r ][^\t\n\f\r ][\t\n\f\r ,]`,
    ],
    ['the dot, which takes a carriage return in RE2', '^.$', String.raw`^[^\n]$`],
    ['a caret within a class', '[a^]', String.raw`[a\^]`],
  ])('rewrites %s', (_, pattern, expected) => {
    expect(portablePattern(pattern)).toBe(expected);
  });

  it.each([
    '(?i)tea',
    '(?P<name>tea)',
    '(?=tea)',
    '(?<!tea)',
    '[[:alpha:]]',
    String.raw`\pL`,
    String.raw`\p{Greek}`,
    String.raw`\x{1F375}`,
    String.raw`\Qa.b\E`,
    String.raw`\a`,
    String.raw`\1`,
    String.raw`[\S]`,
    String.raw`[\b]`,
    String.raw`[a-\d]`,
    '[a',
    '(a',
    'a\\',
    '[z-a]',
    'a**',
    '^*',
  ])('leaves out %j', (pattern) => {
    expect(portablePattern(pattern)).toBeUndefined();
  });

  it('means what it meant', () => {
    const cases: readonly (readonly [string, string, boolean])[] = [
      ['^.$', '\r', true],
      ['^.$', '\n', false],
      [String.raw`^\s$`, '\v', false],
      [String.raw`^\s$`, ' ', true],
      ['^a$', 'a\n', false],
      ['^[]-]+$', ']-]', true],
      ['^.$', '😀', true],
    ];
    for (const [pattern, text, expected] of cases) {
      expect(new RegExp(portablePattern(pattern) ?? '', 'u').test(text), pattern).toBe(expected);
    }
  });
});
