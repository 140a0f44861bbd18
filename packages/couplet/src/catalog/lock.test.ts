import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import { contentsOf, put, temporaryFolder } from '../testing/output-folder.ts';
import type { Lock } from './lock.ts';
import { parseLock, printLock, readLock, writeLock } from './lock.ts';

const sha256 = 'ab'.repeat(32);
const tea = { url: 'https://example.com/tea.yaml', sha256, size: 12 };
const lock: Lock = new Map([
  ['tea@4.20', { version: '4.20', revision: 'v4.20', files: [tea, { ...tea, size: 13 }] }],
  ['tea@4.9', { version: '4.9', revision: undefined, files: [tea] }],
  [tea.url, { version: undefined, revision: undefined, files: [tea] }],
]);

/** What is told of a lock file with this text. */
function problemOf(text: string): string {
  const folder = temporaryFolder();
  put(folder, { 'couplet.lock': text });
  const diagnostics = new Diagnostics();
  expect(readLock(`${folder}/couplet.lock`, diagnostics)).toBeUndefined();
  return diagnostics
    .list()
    .map(({ code, message }) => `${code}: ${message}`)
    .join('\n');
}

function withFile(file: unknown): string {
  return JSON.stringify({ schemaVersion: 1, sources: { a: { files: [file] } } });
}

describe('a lock', () => {
  it('is printed with a line for each file, sorted', () => {
    const file = `{"url":"https://example.com/tea.yaml","sha256":"${sha256}","size":12}`;
    expect(printLock(lock)).toBe(`{
  "schemaVersion": 1,
  "sources": {
    "https://example.com/tea.yaml": {
      "files": [
        ${file}
      ]
    },
    "tea@4.9": {
      "version": "4.9",
      "files": [
        ${file}
      ]
    },
    "tea@4.20": {
      "version": "4.20",
      "revision": "v4.20",
      "files": [
        ${file},
        ${file.replace('12', '13')}
      ]
    }
  }
}
`);
    expect(printLock(new Map([...lock].toReversed()))).toBe(printLock(lock));
  });

  it('is read as it was', () => {
    expect(parseLock(printLock(lock))).toEqual(lock);
    expect(parseLock(printLock(new Map()))).toEqual(new Map());
  });

  it('is empty where there is no file', () => {
    expect(readLock(`${temporaryFolder()}/couplet.lock`, new Diagnostics())).toEqual(new Map());
  });

  it.each([
    ['<<<<<<< HEAD\n{}', 'is not JSON; a merge may have left its marks'],
    ['[]', 'is not a JSON object'],
    ['{}', 'is not of the version 1 that this Couplet knows'],
    ['{"schemaVersion": 2, "sources": {}}', 'is not of the version 1 that this Couplet knows'],
    ['{"schemaVersion": 1, "sources": []}', 'has no sources'],
    ['{"schemaVersion": 1, "sources": {"a": null}}', 'has a source without files'],
    ['{"schemaVersion": 1, "sources": {"a": {"files": []}}}', 'has a source without files'],
    [
      '{"schemaVersion": 1, "sources": {"a": {"files": [1], "version": 4.2}}}',
      'has a version or revision that is no text',
    ],
    [withFile(1), 'has a file that is no object'],
    [withFile({ ...tea, url: 'file:///etc' }), 'has a file without an http or https address'],
    [withFile({ ...tea, sha256: '../x' }), 'has a file without SHA-256'],
    [withFile({ ...tea, size: -1 }), 'has a file without size'],
    [withFile({ ...tea, size: '1' }), 'has a file without size'],
  ])('%s is refused', (text, reason) => {
    expect(problemOf(text)).toBe(`lock-damaged: the lock file ${reason}`);
  });

  it('takes __proto__ for a name like any other', () => {
    const text = printLock(lock).replace('"tea@4.9"', '"__proto__"');
    expect([...parseLock(text).keys()]).toContain('__proto__');
  });

  it('that is a folder is told', () => {
    const diagnostics = new Diagnostics();
    expect(readLock(temporaryFolder(), diagnostics)).toBeUndefined();
    expect(diagnostics.list()).toMatchObject([
      { message: 'the lock file cannot be read: illegal operation on a directory' },
    ]);
  });

  it('is written whole, and nothing else is left', () => {
    const folder = temporaryFolder();
    const diagnostics = new Diagnostics();
    writeLock(`${folder}/couplet.lock`, lock, diagnostics);
    expect(diagnostics.list()).toEqual([]);
    expect(contentsOf(folder)).toEqual({ 'couplet.lock': printLock(lock) });
  });

  it('that cannot be written is told, and the old one stays', () => {
    const folder = temporaryFolder();
    put(folder, { 'couplet.lock/x': '' });
    const diagnostics = new Diagnostics();
    writeLock(`${folder}/couplet.lock`, lock, diagnostics);
    expect(diagnostics.list()).toMatchObject([{ code: 'lock-unwritable' }]);
    expect(contentsOf(folder)).toEqual({ 'couplet.lock/x': '' });
  });
});
