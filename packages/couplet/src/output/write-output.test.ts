import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentsOf, put, temporaryFolder, write } from '../testing/output-folder.ts';

const library = {
  '4.5/main.libsonnet': "(import 'gen.libsonnet')\n",
  '4.5/gen.libsonnet': '{}\n',
  '4.5/_gen/tea/v1/teapot.libsonnet': '{ spec: {} }\n',
  'docs/4.5/README.md': '# tea',
};

describe('the first run', () => {
  test('makes a folder that does not exist, parents included', () => {
    const folder = join(temporaryFolder(), 'a/b/lib');
    expect(write(folder, library)).toEqual({
      changes: {
        created: Object.keys(library).sort(),
        changed: [],
        unchanged: [],
        removed: [],
      },
      problems: [],
    });
    expect(contentsOf(folder)).toEqual(library);
  });

  test('leaves nothing beside the folder', () => {
    const parent = temporaryFolder();
    write(join(parent, 'lib'), library);
    expect(Object.keys(contentsOf(parent)).filter((path) => !path.startsWith('lib/'))).toEqual([]);
  });

  test('writes into a folder that has other files', () => {
    const folder = temporaryFolder();
    const own = { 'README.md': 'mine', '.git/config': '[core]', 'docs/guide.md': 'mine too' };
    put(folder, own);
    expect(write(folder, library).problems).toEqual([]);
    expect(contentsOf(folder)).toEqual({ ...own, ...library });
  });

  test('writes text as UTF-8', () => {
    const folder = temporaryFolder();
    write(folder, { 'a.md': 'Tee für zwei ☕' });
    expect(readFileSync(join(folder, 'a.md'))).toEqual(Buffer.from('Tee für zwei ☕'));
  });

  test('makes the folder even if there is no file', () => {
    const folder = join(temporaryFolder(), 'lib');
    expect(write(folder, {}).problems).toEqual([]);
    expect(contentsOf(folder)).toEqual({});
    expect(existsSync(join(folder, '.couplet.json'))).toBe(true);
  });
});

describe('a later run', () => {
  test('creates, changes, keeps and removes', () => {
    const folder = temporaryFolder();
    write(folder, { 'a/keep': '1', 'a/change': '1', 'a/drop': '1', 'b/drop/c/d': '1', top: '1' });
    const next = { 'a/keep': '1', 'a/change': '2', 'e/f/new': '2', top: '2' };
    expect(write(folder, next)).toEqual({
      changes: {
        created: ['e/f/new'],
        changed: ['a/change', 'top'],
        unchanged: ['a/keep'],
        removed: ['a/drop', 'b/drop/c/d'],
      },
      problems: [],
    });
    expect(contentsOf(folder)).toEqual(next);
  });

  test('does not touch files that stay as they are', () => {
    const folder = temporaryFolder();
    put(folder, { 'a/foreign': 'mine' });
    write(folder, { 'a/keep': '1', 'a/change': '1', 'b/keep': '1' });
    const kept = ['a/keep', 'a/foreign', 'b/keep'];
    const identify = (path: string): unknown => {
      const { ino, mtimeMs } = statSync(join(folder, path));
      return [path, ino, mtimeMs];
    };
    const before = kept.map(identify);
    write(folder, { 'a/keep': '1', 'a/change': '2', 'a/new': '2', 'b/keep': '1' });
    expect(kept.map(identify)).toEqual(before);
  });

  test('writes nothing at all when nothing has changed', () => {
    const folder = temporaryFolder();
    write(folder, library);
    const before = statSync(join(folder, '.couplet.json')).ino;
    const { changes } = write(folder, library);
    expect(changes).toMatchObject({ created: [], changed: [], removed: [] });
    expect(changes?.unchanged).toEqual(Object.keys(library).sort());
    expect(statSync(join(folder, '.couplet.json')).ino).toBe(before);
  });

  test('removes directories that become empty, and no other empty ones', () => {
    const folder = temporaryFolder();
    write(folder, { 'a/b/c/d': '1', 'a/e/f': '1' });
    mkdirSync(join(folder, 'a/e/mine'));
    write(folder, {});
    expect(contentsOf(folder)).toEqual({ 'a/e/mine/': '' });
  });

  test('lets a directory take the place of a file, and a file that of a directory', () => {
    const folder = temporaryFolder();
    write(folder, { a: '1', 'b/c': '1', 'd/e/f': '1', 'd/g': '1' });
    const next = { 'a/x/y': '2', b: '2', 'd/e': '2', 'd/g/h': '2' };
    expect(write(folder, next).problems).toEqual([]);
    expect(contentsOf(folder)).toEqual(next);
    expect(write(folder, { 'a/x': '3' }).problems).toEqual([]);
    expect(contentsOf(folder)).toEqual({ 'a/x': '3' });
  });

  test('writes again what was deleted', () => {
    const folder = temporaryFolder();
    write(folder, { 'a/b': '1', 'a/c': '1' });
    write(folder, { 'a/c': '1' });
    expect(write(folder, { 'a/b': '1', 'a/c': '1' }).changes?.created).toEqual(['a/b']);
  });
});

describe('several libraries in one folder', () => {
  test('keep to their own files', () => {
    const folder = temporaryFolder();
    write(folder, { '4.5/a': '1', '4.5/b': '1', 'doc-util/main.libsonnet': 'd' });
    write(folder, { '5.1/a': '2', 'doc-util/main.libsonnet': 'd' }, { owner: '5.1' });
    expect(write(folder, { '4.5/a': '1' }).changes?.removed).toEqual(['4.5/b']);
    expect(contentsOf(folder)).toEqual({
      '4.5/a': '1',
      '5.1/a': '2',
      'doc-util/main.libsonnet': 'd',
    });
    expect(write(folder, {}, { owner: '5.1' }).changes?.removed).toEqual([
      '5.1/a',
      'doc-util/main.libsonnet',
    ]);
  });

  test('cannot have one file with two texts', () => {
    const folder = temporaryFolder();
    write(folder, { shared: '1' });
    const { changes, problems } = write(folder, { shared: '2', other: '2' }, { owner: '5.1' });
    expect(changes).toBeUndefined();
    expect(problems).toEqual([
      'output-file-claimed: "shared" belongs to the library "4.5" with another text',
    ]);
    expect(contentsOf(folder)).toEqual({ shared: '1' });
  });

  test('change a shared file together', () => {
    const folder = temporaryFolder();
    write(folder, { shared: '1' });
    write(folder, { shared: '1' }, { owner: '5.1' });
    expect(write(folder, { shared: '2' }, { owner: '5.1' }).changes?.changed).toEqual(['shared']);
    expect(write(folder, { shared: '2' }).changes?.unchanged).toEqual(['shared']);
  });
});

describe('a dry run', () => {
  test('tells what would change, and changes nothing', () => {
    const folder = temporaryFolder();
    write(folder, { 'a/keep': '1', 'a/change': '1', 'a/drop': '1' });
    const before = contentsOf(folder);
    const folderRecord = readFileSync(join(folder, '.couplet.json'), 'utf8');
    const next = { 'a/keep': '1', 'a/change': '2', 'a/new': '2' };
    expect(write(folder, next, { dryRun: true }).changes).toEqual({
      created: ['a/new'],
      changed: ['a/change'],
      unchanged: ['a/keep'],
      removed: ['a/drop'],
    });
    expect(contentsOf(folder)).toEqual(before);
    expect(readFileSync(join(folder, '.couplet.json'), 'utf8')).toBe(folderRecord);
  });

  test('does not make the folder', () => {
    const folder = join(temporaryFolder(), 'a/lib');
    expect(write(folder, library, { dryRun: true }).changes?.created).toHaveLength(4);
    expect(existsSync(join(folder, '..'))).toBe(false);
  });

  test('reports what stands against the run', () => {
    const folder = temporaryFolder();
    put(folder, { 'a/b': 'mine' });
    expect(write(folder, { 'a/b': '1' }, { dryRun: true })).toEqual({
      changes: undefined,
      problems: ['output-file-foreign: "a/b" exists, and Couplet did not write it'],
    });
  });
});

test('what the iterator throws goes on, with the folder as it was', () => {
  const folder = temporaryFolder();
  write(folder, { 'a/b': '1' });
  function* files(): Generator<{ path: string; text: string }> {
    yield { path: 'a/b', text: '2' };
    throw new Error('a bug in an emitter');
  }
  expect(() => write(folder, {}, { files: files() })).toThrow('a bug in an emitter');
  expect(contentsOf(folder)).toEqual({ 'a/b': '1' });
});
