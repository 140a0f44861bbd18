import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { isLiteral, printString } from './scalar.ts';

describe('printString', () => {
  it('leaves bare what no reader takes for anything else', () => {
    const texts = [
      'web',
      'registry.example.com/team/web:v1.2',
      'app.kubernetes.io/name',
      '--listen=:8080',
      '-c',
      '/var/lib/data',
      './run',
      '100m',
      '1Gi',
      'two words, and a comma',
      'a#b',
      '$(HOST)',
      'Tee für zwei',
      '日本語',
      'rock & roll',
      'yesterday',
      'nullable',
    ];
    for (const text of texts) expect(printString(text)).toBe(text);
  });

  it('quotes what YAML 1.1 or 1.2 would take for something else', () => {
    const words = 'y Y yes Yes YES n N no NO on On off OFF true True FALSE null Null NULL ~';
    const numbers =
      '0 1 -1 +1 014 0o14 0b101 0xff 1_000 1,000 1e3 1E3 e3 E-3 -e3 1.5 .5 -.5 1. 12:30:45 -0:30 .inf -.Inf +.INF .nan .NaN';
    const dates = '2001-12-14 2001-12-14T21:59:43Z 2001-1-1';
    const signs = '- -- --- ... ? : = << & * ! | > % @ ` { } [ ] , " \' #';
    for (const text of [words, numbers, dates, signs].flatMap((list) => list.split(' '))) {
      expect(printString(text)).toBe(JSON.stringify(text));
    }
  });

  it('quotes what would end a bare string, or not survive in it', () => {
    const texts = [
      '',
      ' ',
      ' a',
      'a ',
      'a: b',
      'a:',
      'a #b',
      '*.apps.example.com',
      '{{ .Values.name }}',
      '2001-12-14 21:59:43.10 -5',
      'a\tb',
      'a\nb',
      '\r',
      '? a',
      '- a',
      '-1a: ',
    ];
    for (const text of texts) expect(printString(text)).toBe(JSON.stringify(text));
  });

  it('escapes what no document may hold, and what readers take for line breaks', () => {
    expect(printString('\u0000\u007F\u0085\u00A0')).toBe(
      String.raw`"\u0000\u007f\u0085` + '\u00A0"',
    );
    expect(printString('a\u2028\u2029\uFEFF\uFFFE')).toBe(String.raw`"a\u2028\u2029\ufeff\ufffe"`);
    expect(printString('a\uD800')).toBe(String.raw`"a\ud800"`);
    for (const text of ['\u0085', '\u2028', '\uFEFF', '\uD800', '\uDC00a']) {
      expect(parse(printString(text), { version: '1.1' })).toBe(text);
      expect(parse(printString(text), { version: '1.2' })).toBe(text);
    }
  });
});

describe('isLiteral', () => {
  it('holds for lines that look as they are', () => {
    for (const text of ['a\nb', 'a\n\n  b\n', '#!/bin/sh\necho\n', '---\na: b\n']) {
      expect(isLiteral(text)).toBe(true);
    }
  });

  it('does not hold where a reader would see or keep something else', () => {
    const texts = [
      'a',
      ' a\nb',
      '\na',
      'a\n\n',
      'a \nb',
      'a\t\nb',
      'a\nb ',
      'a\r\nb',
      'a\n\u0085',
      'a\n\uD800',
    ];
    for (const text of texts) expect(isLiteral(text)).toBe(false);
  });
});
