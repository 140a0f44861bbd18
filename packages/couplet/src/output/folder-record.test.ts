import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentsOf, put, temporaryFolder, write } from '../testing/output-folder.ts';
import { FolderListing } from './folder-listing.ts';
import { printFolderRecord, readFolderRecord } from './folder-record.ts';
import { sha256 } from './sha256.ts';

const none = sha256('');

describe('a record', () => {
  test('says which files are whose, and nothing of the machine', () => {
    const folder = temporaryFolder();
    write(
      folder,
      { 'b/c': 'tea', a: '' },
      { owner: '5.1', fingerprint: 'f', summarize: () => [1] },
    );
    write(folder, {}, { owner: '4.5', fingerprint: 'g', summarize: () => 'none' });
    expect(readFileSync(join(folder, '.couplet.json'), 'utf8')).toBe(`{
  "schemaVersion": 1,
  "owners": {
    "4.5": {
      "fingerprint": "g",
      "summary": "none",
      "files": {}
    },
    "5.1": {
      "fingerprint": "f",
      "summary": [
        1
      ],
      "files": {
        "a": "${none}",
        "b/c": "${sha256('tea')}"
      }
    }
  }
}
`);
  });

  test('is the same in whatever order the files come', () => {
    const [one, two] = [temporaryFolder(), temporaryFolder()];
    write(one, { a: '1', 'b/c': '2' });
    write(two, { 'b/c': '2', a: '1' });
    const [left, right] = [one, two].map((folder) => readFileSync(join(folder, '.couplet.json')));
    expect(left).toEqual(right);
  });

  test('is read as it was printed', () => {
    const folder = temporaryFolder();
    const files = new Map([
      ['__proto__', none],
      ['7', none],
      ['a/b', none],
    ]);
    const folderRecord = new Map([
      ['__proto__', { fingerprint: '', summary: { kinds: [1, null, { a: true }] }, files }],
      ['10', { fingerprint: 'f', summary: null, files: new Map<string, string>() }],
    ]);
    writeFileSync(join(folder, '.couplet.json'), printFolderRecord(folderRecord));
    expect(readFolderRecord(new FolderListing(folder))).toEqual(folderRecord);
  });
});

const record = { fingerprint: '', summary: null, files: {} };
const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;

describe('a record that cannot be used stops the run', () => {
  test.each([
    ['<<<<<<< HEAD', 'is not JSON'],
    ['', 'is not JSON'],
    ['[]', 'is not a JSON object'],
    ['{}', 'is not of the version 1 that this Couplet knows'],
    ['{"schemaVersion":2}', 'is not of the version 1 that this Couplet knows'],
    ['{"schemaVersion":1}', 'has no list of owners'],
    ['{"schemaVersion":1,"owners":{"a":null}}', 'has an owner without a record'],
    ['{"schemaVersion":1,"owners":{"a":{}}}', 'has an owner without fingerprint'],
    [withRecord({ ...record, files: [] }), 'has an owner without files'],
    [withRecord({ ...record, files: { a: 'x' } }), 'has a file without SHA-256'],
    [withRecord({ ...record, files: { '../a': none } }), 'names a file whose path has the part ..'],
    [
      `{"schemaVersion":1,"owners":{"a":{"fingerprint":"","summary":${nested},"files":{}}}}`,
      'is nested too deep',
    ],
  ])('%.60s', (text, reason) => {
    const folder = temporaryFolder();
    put(folder, { '.couplet.json': text, a: '' });
    expect(write(folder, { 'b/c': '1' })).toEqual({
      changes: undefined,
      problems: [`output-manifest-damaged: ".couplet.json" cannot be used: it ${reason}`],
    });
    expect(contentsOf(folder)).toEqual({ a: '' });
  });

  test('a link', () => {
    const parent = temporaryFolder();
    put(parent, { 'other.json': withRecord(record), 'lib/a': '' });
    symlinkSync('../other.json', join(parent, 'lib/.couplet.json'));
    expect(write(join(parent, 'lib'), { a: '' }).problems).toEqual([
      'output-manifest-damaged: ".couplet.json" cannot be used: it is not a file',
    ]);
    expect(contentsOf(parent)['other.json']).toBe(withRecord(record));
  });
});

function withRecord(owner: unknown): string {
  return JSON.stringify({ schemaVersion: 1, owners: { owner } });
}

test('a record from elsewhere makes no file of others one’s own', () => {
  const folder = temporaryFolder();
  const files = { 'a/b': sha256('something else'), 'a/c': none };
  put(folder, { 'a/b': 'mine', 'a/d': 'mine' });
  put(folder, {
    '.couplet.json': JSON.stringify({ schemaVersion: 1, owners: { '4.5': { ...record, files } } }),
  });
  expect(write(folder, {}).problems).toEqual([
    'output-file-kept: "a/b" is no longer generated, but was changed since Couplet wrote it',
  ]);
  expect(contentsOf(folder)).toEqual({ 'a/b': 'mine', 'a/d': 'mine' });
});
