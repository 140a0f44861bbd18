import { describe, expect, it } from 'vitest';
import { goQuote } from './quote.ts';

describe('goQuote', () => {
  it.each([
    ['Tea.', '"Tea."'],
    ['say "hi"', String.raw`"say \"hi\""`],
    ['a\nb\tc', String.raw`"a\nb\tc"`],
    ['back\\slash', String.raw`"back\\slash"`],
    ['\u0000\u001b\u007f', String.raw`"\x00\x1b\x7f"`],
    ['\u0007\b\f\r\v', String.raw`"\a\b\f\r\v"`],
    ['no-break\u00a0space', String.raw`"no-break\u00a0space"`],
    ['\u2028\ufeff', String.raw`"\u2028\ufeff"`],
    ['naïve “quotes” 漢字 😀', '"naïve “quotes” 漢字 😀"'],
    ['\u{e0001}', String.raw`"\U000e0001"`],
    ['\ud800', String.raw`"\ufffd"`],
  ])('prints %j as Go does', (text, quoted) => {
    expect(goQuote(text)).toBe(quoted);
  });
});
