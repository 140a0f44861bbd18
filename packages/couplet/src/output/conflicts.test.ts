import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Files } from '../testing/output-folder.ts';
import { contentsOf, put, temporaryFolder, write } from '../testing/output-folder.ts';

/** The problems that a run is refused for; fails where it writes anything all the same. */
function refusalOf(folder: string, files: Files): readonly string[] {
  const before = contentsOf(folder);
  const { changes, problems } = write(folder, files);
  expect(changes).toBeUndefined();
  expect(contentsOf(folder)).toEqual(before);
  return problems;
}

describe('files that Couplet did not write', () => {
  test('are not overwritten; all of them are reported', () => {
    const folder = temporaryFolder();
    put(folder, { 'a/b': 'mine', c: 'mine' });
    expect(refusalOf(folder, { 'a/b': '1', 'a/new': '1', c: '1' })).toEqual([
      'output-file-foreign: "a/b" exists, and Couplet did not write it',
      'output-file-foreign: "c" exists, and Couplet did not write it',
    ]);
  });

  test('become its own where they have the very text to write', () => {
    const folder = temporaryFolder();
    put(folder, { 'a/b': '1' });
    expect(write(folder, { 'a/b': '1' }).changes?.unchanged).toEqual(['a/b']);
    expect(write(folder, {}).changes?.removed).toEqual(['a/b']);
  });

  test('stay where all of the library goes', () => {
    const folder = temporaryFolder();
    write(folder, { 'a/b': '1', 'a/c': '1' });
    put(folder, { 'a/mine': 'mine' });
    write(folder, {});
    expect(contentsOf(folder)).toEqual({ 'a/mine': 'mine' });
  });

  test('block a directory, and directories of others block a file', () => {
    const folder = temporaryFolder();
    put(folder, { a: 'mine', 'b/c': 'mine' });
    mkdirSync(join(folder, 'd'));
    expect(refusalOf(folder, { 'a/x': '1', b: '1', d: '1' })).toEqual([
      'output-path-blocked: "a" is in the way: it is a file',
      'output-path-blocked: "b" is in the way: it is a folder',
      'output-path-blocked: "d" is in the way: it is a folder',
    ]);
  });
});

describe('files that were edited since Couplet wrote them', () => {
  test('are not overwritten', () => {
    const folder = temporaryFolder();
    write(folder, { 'a/b': '1', 'a/c': '1' });
    put(folder, { 'a/b': 'edited' });
    expect(refusalOf(folder, { 'a/b': '2', 'a/c': '2' })).toEqual([
      'output-file-edited: "a/b" was changed since Couplet wrote it',
    ]);
    expect(refusalOf(folder, { 'a/b': '1', 'a/c': '2' })).toEqual([
      'output-file-edited: "a/b" was changed since Couplet wrote it',
    ]);
  });

  test('are kept when they are no longer generated, and are then the user’s', () => {
    const folder = temporaryFolder();
    write(folder, { 'a/b': '1', 'a/c': '1' });
    put(folder, { 'a/b': 'edited' });
    const { changes, problems } = write(folder, {});
    expect(changes?.removed).toEqual(['a/c']);
    expect(problems).toEqual([
      'output-file-kept: "a/b" is no longer generated, but was changed since Couplet wrote it',
    ]);
    expect(contentsOf(folder)).toEqual({ 'a/b': 'edited' });
    expect(write(folder, {}).problems).toEqual([]);
    expect(refusalOf(folder, { 'a/b': '1' })).toEqual([
      'output-file-foreign: "a/b" exists, and Couplet did not write it',
    ]);
  });

  test('block a directory, as do those that became one', () => {
    const folder = temporaryFolder();
    write(folder, { a: '1' });
    put(folder, { a: 'edited' });
    expect(write(folder, { 'a/b': '2' })).toEqual({
      changes: undefined,
      problems: [
        'output-file-kept: "a" is no longer generated, but was changed since Couplet wrote it',
        'output-path-blocked: "a" is in the way: it is a file',
      ],
    });
    expect(contentsOf(folder)).toEqual({ a: 'edited' });
  });
});

describe('names', () => {
  test('that differ only in case cannot stand together', () => {
    expect(
      refusalOf(temporaryFolder(), { 'a/Tea': '1', 'a/tea': '1', 'B/c': '1', 'b/d': '1' }),
    ).toEqual([
      'output-path-clash: "a/tea" and "a/Tea" cannot both be there: where case is ignored they are one name',
      'output-path-clash: "b" and "B" cannot both be there: where case is ignored they are one name',
    ]);
  });

  test('cannot be a file and a directory', () => {
    expect(refusalOf(temporaryFolder(), { a: '1', 'a/b': '1', 'c/d': '1', c: '1' })).toEqual([
      'output-path-clash: "a" and "a" cannot both be there: where case is ignored they are one name',
      'output-path-clash: "c" and "c" cannot both be there: where case is ignored they are one name',
    ]);
  });

  test('that differ only in case from what is there', () => {
    const folder = temporaryFolder();
    put(folder, { 'a/Tea': 'mine' });
    expect(refusalOf(folder, { 'a/tea': '1' })).toEqual([
      'output-path-clash: "a/tea" and "a/Tea" cannot both be there: where case is ignored they are one name',
    ]);
  });

  test('of Couplet’s own may change their case', () => {
    const folder = temporaryFolder();
    write(folder, { 'a/Tea': '1', 'B/c': '1' });
    const next = { 'a/tea': '2', 'b/c': '2' };
    expect(write(folder, next).problems).toEqual([]);
    expect(contentsOf(folder)).toEqual(next);
  });

  test('that lead anywhere else are refused, the rest is looked at all the same', () => {
    const parent = temporaryFolder();
    const folder = join(parent, 'lib');
    put(folder, { c: 'mine' });
    const before = contentsOf(parent);
    const hostile = ['../a', '/tmp/a', 'a/../../b', 'a\0', '.couplet.json', '.git/config'];
    const files = Object.fromEntries([...hostile, 'c'].map((path) => [path, 'evil']));
    expect(write(folder, files).problems).toEqual([
      'output-path-unsafe: "../a" cannot be an output file: it has the part ..',
      'output-path-unsafe: "/tmp/a" cannot be an output file: it is absolute',
      'output-path-unsafe: "a/../../b" cannot be an output file: it has the part ..',
      'output-path-unsafe: "a\\u0000" cannot be an output file: it has a NUL character',
      'output-path-unsafe: ".couplet.json" cannot be an output file: it starts like the files that Couplet keeps for itself',
      'output-path-unsafe: ".git/config" cannot be an output file: it leads into a Git repository',
      'output-file-foreign: "c" exists, and Couplet did not write it',
    ]);
    expect(contentsOf(parent)).toEqual(before);
  });

  test('may be those of an object’s prototype', () => {
    const folder = temporaryFolder();
    const files = new Map([
      ['__proto__/constructor', '1'],
      ['a/__proto__', '1'],
      ['toString', '1'],
    ]);
    const list = Array.from(files, ([path, text]) => ({ path, text }));
    const options = { owner: '__proto__', files: list };
    expect(write(folder, {}, options).changes?.created).toEqual([...files.keys()]);
    expect(write(folder, {}, options).changes?.unchanged).toEqual([...files.keys()]);
    expect(write(folder, {}, { owner: '__proto__' }).changes?.removed).toEqual([...files.keys()]);
  });
});

describe('a folder that is none', () => {
  test('because it is a file', () => {
    const file = join(temporaryFolder(), 'lib');
    writeFileSync(file, 'mine');
    expect(write(file, { a: '1' })).toEqual({
      changes: undefined,
      problems: [
        'output-folder-blocked: "<folder>" cannot be the output folder: it is not a folder',
      ],
    });
  });

  test('because it is below a file', () => {
    const folder = temporaryFolder();
    put(folder, { file: 'mine' });
    expect(write(join(folder, 'file/lib'), { a: '1' }).problems).toEqual([
      'output-failed: "<folder>" cannot be written: not a directory',
    ]);
  });
});
