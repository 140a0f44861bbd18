import { gzipSync } from 'node:zlib';
import type { HostileCase } from './case.ts';
import { kindWith, textCase } from './case.ts';

const good = JSON.stringify(kindWith({ a: { type: 'string', description: 'Grüner Tee' } }));
const packed = gzipSync(good);

/** One GiB of zeros in a megabyte: gzip data may consist of parts, and this has the same one a thousand times. */
function zerosPacked(): Uint8Array {
  const part = gzipSync(new Uint8Array(1024 * 1024));
  return Buffer.concat(Array.from({ length: 1024 }, () => part));
}

function utf16(text: string, isBigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return isBigEndian ? bytes.swap16() : bytes;
}

const html = '<!DOCTYPE html>\n<html><body>Please log in</body></html>';

const encodings: readonly HostileCase[] = [
  textCase('a byte-order mark of UTF-8', 'in.json', `\ufeff${good}`, 'library'),
  textCase('two byte-order marks', 'in.json', `\ufeff\ufeff${good}`, 'library'),
  textCase('UTF-16, little end first', 'in.json', utf16(good, false), 'utf-16'),
  textCase('UTF-16, big end first', 'in.json', utf16(good, true), 'utf-16'),
  textCase('UTF-16 without a mark', 'in.json', utf16('{}', false).subarray(2), 'nul-character'),
  textCase('UTF-32', 'in.json', Buffer.from([0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0]), 'utf-16'),
  textCase('Latin-1', 'in.json', Buffer.from(good, 'latin1'), 'not-utf-8'),
  textCase(
    'a character that is too long',
    'in.json',
    Buffer.from([0x7b, 0xc0, 0xaf, 0x7d]),
    'not-utf-8',
  ),
  textCase(
    'a surrogate in UTF-8',
    'in.json',
    Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]),
    'not-utf-8',
  ),
  textCase('a NUL character', 'in.json', `${good}\0`, 'nul-character'),
  textCase('nothing but NUL characters', 'in.yaml', '\0'.repeat(100_000), 'nul-character'),
  textCase(
    'random bytes',
    'in.json',
    Buffer.from(Array.from({ length: 10_000 }, (_, index) => (index * 7919 + 13) % 251)),
    'not-utf-8',
  ),
];

const empty: readonly HostileCase[] = [
  textCase('an empty file', 'in.json', '', 'empty-source'),
  textCase('an empty YAML file', 'in.yaml', '', 'empty-source'),
  textCase('nothing but a byte-order mark', 'in.json', '\ufeff', 'empty-source'),
  textCase('nothing but spaces', 'in.yaml', ' \n\t\n', 'empty-source'),
  textCase('nothing but comments', 'in.yaml', '# tea\n', 'empty-source'),
  textCase('a thousand empty documents', 'in.yaml', '---\n'.repeat(1000), 'empty-source'),
  textCase('null', 'in.json', 'null', 'empty-source'),
  textCase('a number', 'in.json', '4', 'no-definitions'),
  textCase('a list', 'in.json', '[]', 'no-definitions'),
  textCase('an object with nothing in it', 'in.json', '{}', 'no-definitions'),
];

const gzip: readonly HostileCase[] = [
  textCase('packed, whatever its name', 'in.json', packed, 'library'),
  textCase('packed, and not called so', 'in.yaml.gz', good, 'library'),
  textCase(
    'packed and cut off',
    'in.json.gz',
    packed.subarray(0, packed.length / 2),
    'gzip-broken',
  ),
  textCase('packed, with one bit turned', 'in.json.gz', turnBit(packed), 'gzip-broken'),
  textCase('packed twice', 'in.json.gz', gzipSync(packed), 'not-utf-8'),
  textCase('the beginning of gzip data', 'in.json.gz', Buffer.from([0x1f, 0x8b]), 'gzip-broken'),
  textCase('packed nothing', 'in.json.gz', gzipSync(''), 'empty-source'),
  textCase('a GiB of zeros in a MiB', 'in.json.gz', zerosPacked(), 'too-large'),
];

function turnBit(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte, index) => (index === bytes.length - 6 ? byte ^ 1 : byte));
}

const other: readonly HostileCase[] = [
  textCase('HTML', 'in.json', html, 'html-page'),
  textCase('HTML, packed', 'in.json.gz', gzipSync(html), 'html-page'),
  textCase('JSON that is cut off', 'in.json', good.slice(0, -20), 'json-syntax'),
  textCase(
    'JSON that is cut off in a string',
    'in.json',
    good.slice(0, good.indexOf('Tee') + 1),
    'json-syntax',
  ),
  textCase('JSON with more behind it', 'in.json', `${good}${good}`, 'json-syntax'),
  textCase('JSON with a bare control character', 'in.json', '{"a": "\u0001"\n"b"}', 'json-syntax'),
  textCase('YAML that is none', 'in.yaml', 'a: b: c: [}', 'yaml-syntax'),
  textCase('YAML with tabs', 'in.yaml', 'a:\n\tb: 1', 'yaml-syntax'),
  textCase(
    'YAML with tags of other languages',
    'in.yaml',
    'a: !!js/function x\nb: !!python/object/apply:os.system [ls]',
    'no-definitions',
  ),
];

const throughStandardInput: readonly HostileCase[] = [...encodings, ...gzip].flatMap(
  ({ name, files, outcome }) =>
    Object.values(files).map((stdin) => ({
      name: `${name}, from standard input`,
      files: {},
      stdin,
      options: () => ['--from', '-'],
      outcome,
    })),
);

export const byteCases: readonly HostileCase[] = [
  ...encodings,
  ...empty,
  ...gzip,
  ...other,
  ...throughStandardInput,
];
