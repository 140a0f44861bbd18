import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonnetKeywords } from '../../library/names.ts';
import { fieldName, quote } from './syntax.ts';

describe('quote', () => {
  it.each([
    ['plain', "'plain'"],
    ['say "hi"', `'say "hi"'`],
    ["it's", `"it's"`],
    [`it's "it"`, String.raw`"it's \"it\""`],
    ["it's <b>", `"it's <b>"`],
    [`it's "<&>"`, String.raw`"it's \"\u003c\u0026\u003e\""`],
    ['a\nb\\c', String.raw`'a\nb\\c'`],
    ['|||', "'|||'"],
    ['%s', "'%s'"],
    ['\u0000\u007f\u009f', String.raw`'\u0000\u007f\u009f'`],
    ['\u2028\ud800a', `'\u2028\ufffda'`],
  ])('prints %j as jsonnetfmt wants it', (text, quoted) => {
    expect(quote(text)).toBe(quoted);
  });

  it('stays on one line and ends where it should', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(quote(text)).toMatch(/^('(\\.|[^'\\\n])*'|"(\\.|[^"\\\n])*")$/u);
      }),
    );
  });
});

describe('fieldName', () => {
  it.each(['spec', 'withHost', '_x', '__proto__', 'A1'])('leaves %j bare', (name) => {
    expect(fieldName(name)).toBe(name);
  });

  it.each([...jsonnetKeywords, 'x-foo', '$ref', '#new', '', '1a', 'é'])('quotes %j', (name) => {
    expect(fieldName(name)).toBe(`'${name}'`);
  });
});
