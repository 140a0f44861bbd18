import { once } from 'node:events';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  renameSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { contentsOf, put, temporaryFolder, write } from '../testing/output-folder.ts';

/** Something that is neither a file nor a folder. */
async function makeSocket(path: string): Promise<void> {
  const server = createServer();
  onTestFinished(() => void server.close());
  server.listen(path);
  await once(server, 'listening');
}

describe('symbolic links', () => {
  test('to the folder are followed', () => {
    const parent = temporaryFolder();
    mkdirSync(join(parent, 'elsewhere'));
    const folder = join(parent, 'lib');
    symlinkSync('elsewhere', folder);
    expect(write(folder, { 'a/b': '1' }).problems).toEqual([]);
    expect(write(folder, { 'a/b': '2' }).problems).toEqual([]);
    expect(contentsOf(parent)).toMatchObject({ lib: '-> elsewhere', 'elsewhere/a/b': '2' });
  });

  test('that lead nowhere are no folder', () => {
    const folder = join(temporaryFolder(), 'lib');
    symlinkSync('nowhere', folder);
    expect(write(folder, { a: '1' }).problems).toEqual([
      'output-folder-blocked: "<folder>" cannot be the output folder: it is a symbolic link that leads nowhere',
    ]);
    expect(readlinkSync(folder)).toBe('nowhere');
  });

  test('in the folder are neither replaced nor written through', () => {
    const parent = temporaryFolder();
    const folder = join(parent, 'lib');
    put(parent, { 'outside/file': 'mine', 'lib/a/b': 'mine' });
    symlinkSync('../outside', join(folder, 'directory'));
    symlinkSync('../../outside', join(folder, 'a/nested'));
    symlinkSync('../outside/file', join(folder, 'file'));
    symlinkSync('nowhere', join(folder, 'dangling'));
    const before = contentsOf(parent);
    const files = { 'directory/x': '1', 'a/nested/y/z': '1', file: 'mine', dangling: '1' };
    expect(write(folder, files)).toEqual({
      changes: undefined,
      problems: [
        'output-path-blocked: "directory" is in the way: it is a symbolic link',
        'output-path-blocked: "a/nested" is in the way: it is a symbolic link',
        'output-path-blocked: "file" is in the way: it is a symbolic link',
        'output-path-blocked: "dangling" is in the way: it is a symbolic link',
      ],
    });
    expect(contentsOf(parent)).toEqual(before);
  });

  test('in a place of an earlier run keep what they lead to', () => {
    const parent = temporaryFolder();
    const folder = join(parent, 'lib');
    write(folder, { 'a/b': '1', 'c/d': '1' });
    renameSync(join(folder, 'a'), join(parent, 'moved'));
    symlinkSync('../moved', join(folder, 'a'));
    expect(write(folder, { 'c/d': '1' }).changes?.removed).toEqual([]);
    expect(contentsOf(parent)).toMatchObject({ 'moved/b': '1', 'lib/a': '-> ../moved' });
  });
});

describe('what others have in a directory of the library', () => {
  test('survives as it is', async () => {
    const folder = temporaryFolder();
    write(folder, { 'a/b/c': '1', 'a/d': '1' });
    put(folder, { 'a/b/mine': 'mine', 'a/mine/tool': '#!/bin/sh\n' });
    symlinkSync('../nowhere', join(folder, 'a/b/link'));
    mkdirSync(join(folder, 'a/mine/empty'));
    await makeSocket(join(folder, 'a/mine/socket'));
    chmodSync(join(folder, 'a/mine/tool'), 0o755);
    chmodSync(join(folder, 'a/mine'), 0o1750);
    chmodSync(join(folder, 'a/b'), 0o700);
    const paths = ['a', 'a/b', 'a/mine', 'a/mine/tool', 'a/mine/empty'];
    const modes = paths.map((path) => statSync(join(folder, path)).mode);
    const expected = { ...contentsOf(folder), 'a/b/c': '2', 'a/d': '2', 'a/e/f': '2' };
    expect(write(folder, { 'a/b/c': '2', 'a/d': '2', 'a/e/f': '2' }).problems).toEqual([]);
    expect(contentsOf(folder)).toEqual(expected);
    expect(paths.map((path) => statSync(join(folder, path)).mode)).toEqual(modes);
    expect(lstatSync(join(folder, 'a/mine/socket')).isSocket()).toBe(true);
  });

  test('is not even looked at beside the library', () => {
    const folder = temporaryFolder();
    put(folder, { 'node_modules/x/y': 'mine', 'a/x/mine': 'mine', 'a/y/mine': 'mine' });
    write(folder, { 'a/x/b': '1', 'a/x/c': '1' });
    const inodeOf = (path: string): number => statSync(join(folder, path)).ino;
    const before = ['node_modules/x', 'a', 'a/y'].map(inodeOf);
    write(folder, { 'a/x/b': '2', 'a/x/c': '2' });
    expect(['node_modules/x', 'a', 'a/y'].map(inodeOf)).toEqual(before);
    expect(contentsOf(folder)).toMatchObject({ 'a/x/mine': 'mine', 'a/x/b': '2' });
  });

  test('blocks a file where it is no regular file', async () => {
    const folder = temporaryFolder();
    await makeSocket(join(folder, 'socket'));
    expect(write(folder, { socket: '1' }).problems).toEqual([
      'output-path-blocked: "socket" is in the way: it is neither a file nor a folder',
    ]);
  });
});
