import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import { decode } from './decode.ts';
import { rawSource } from './document.ts';
import { maximumBytes } from '../files/limits.ts';

function run(...parts: readonly (string | readonly number[] | Uint8Array)[]) {
  const bytes = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const diagnostics = new Diagnostics();
  const text = decode(rawSource('input', bytes), diagnostics);
  const problems = diagnostics.list().map(({ code, message, position }) => {
    const place = position === undefined ? '' : `${position.line}:${position.column} `;
    return `${place}${code}: ${message}`;
  });
  return { text, problems };
}

describe('text', () => {
  test('is decoded as UTF-8', () => {
    expect(run('größe: €')).toEqual({ text: 'größe: €', problems: [] });
  });

  test('loses its byte-order mark', () => {
    expect(run([0xef, 0xbb, 0xbf], '{}').text).toBe('{}');
  });

  test('may hold the replacement character', () => {
    expect(run('a: \ufffd')).toEqual({ text: 'a: \ufffd', problems: [] });
  });

  test('that is not UTF-8 is told with the position of its first broken byte', () => {
    const problems = ['2:6 not-utf-8: the text is not UTF-8 from here on'];
    expect(run('\ufffd\n€\ufffd: "', [0xe4], 'x\ufffd"')).toEqual({ text: undefined, problems });
  });

  test('that breaks off within a character is told too', () => {
    const problems = ['1:3 not-utf-8: the text is not UTF-8 from here on'];
    expect(run([0xef, 0xbb, 0xbf], 'ab', [0xe2, 0x82])).toEqual({ text: undefined, problems });
  });

  test('in UTF-16 is told by its byte-order mark', () => {
    const problems = [
      'utf-16: the text is UTF-16 or UTF-32, as its byte-order mark says, and should be UTF-8',
    ];
    expect(run([0xff, 0xfe, 0x7b, 0, 0x7d, 0]).problems).toEqual(problems);
    expect(run([0xfe, 0xff, 0, 0x7b, 0, 0x7d]).problems).toEqual(problems);
  });

  test('with a NUL is told with its position', () => {
    expect(run('a: 1\nb: \0').problems).toEqual([
      '2:4 nul-character: a NUL character stands here, so this is no text',
    ]);
  });
});

describe('gzip', () => {
  test('is unpacked', () => {
    expect(run(gzipSync('a: 1'))).toEqual({ text: 'a: 1', problems: [] });
  });

  test('in several members is one text', () => {
    expect(run(gzipSync('a: '), gzipSync('1')).text).toBe('a: 1');
  });

  test('that breaks off anywhere is told', () => {
    const packed = gzipSync('a: 1');
    for (let length = 2; length < packed.length; length += 1) {
      expect(run(packed.subarray(0, length)).problems).toEqual([
        'gzip-broken: the gzip data is damaged: "unexpected end of file"',
      ]);
    }
  });

  test('that was altered is told', () => {
    const packed = gzipSync('a: 1');
    packed.writeUInt8(packed.readUInt8(packed.length - 6) ^ 1, packed.length - 6);
    expect(run(packed).problems).toEqual([
      'gzip-broken: the gzip data is damaged: "incorrect data check"',
    ]);
  });

  test('that unpacks to more than the limit is told, to exactly the limit is not', () => {
    expect(run(gzipSync(Buffer.alloc(maximumBytes, 'x'))).problems).toEqual([]);
    expect(run(gzipSync(Buffer.alloc(maximumBytes + 1, 'x'))).problems).toEqual([
      'too-large: it is larger than 64 MiB',
    ]);
  });

  test('within gzip is no text', () => {
    expect(run(gzipSync(gzipSync('{}'))).problems).toEqual([
      '1:2 not-utf-8: the text is not UTF-8 from here on',
    ]);
  });
});
