import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import { put, temporaryFolder } from '../testing/output-folder.ts';
import type { Additions } from './additions.ts';
import { readAdditions } from './additions.ts';

const request = { label: '1.0', patches: undefined, extensions: undefined };

interface Result extends Additions {
  readonly problems: readonly string[];
}

/** Reads the patches and the extensions from the folders `patches` and `extensions` of a folder. */
function read(folder: string, ...wanted: readonly ('patches' | 'extensions')[]): Result {
  const diagnostics = new Diagnostics();
  const folders = Object.fromEntries(wanted.map((name) => [name, `${folder}/${name}`]));
  const { patches, files } = readAdditions({ ...request, ...folders }, diagnostics);
  const problems = diagnostics
    .list()
    .map(
      ({ severity, source, message }) => `${source?.replace(folder, '')}: ${severity}: ${message}`,
    );
  return { patches, files, problems };
}

describe('readAdditions', () => {
  it('puts patches side by side into _custom, by name', () => {
    const folder = temporaryFolder();
    put(folder, { 'patches/b.libsonnet': 'b', 'patches/x/a.libsonnet': 'a', 'patches/c.txt': 'c' });
    expect(read(folder, 'patches')).toEqual({
      patches: ['a.libsonnet', 'b.libsonnet'],
      files: [
        { path: '1.0/_custom/a.libsonnet', text: 'a' },
        { path: '1.0/_custom/b.libsonnet', text: 'b' },
      ],
      problems: [],
    });
  });

  it('copies extensions as they lie', () => {
    const folder = temporaryFolder();
    put(folder, { 'extensions/b.txt': 'b', 'extensions/x/a.libsonnet': 'ä' });
    expect(read(folder, 'extensions')).toEqual({
      patches: [],
      files: [
        { path: '1.0/extensions/b.txt', text: 'b' },
        { path: '1.0/extensions/x/a.libsonnet', text: 'ä' },
      ],
      problems: [],
    });
  });

  it('follows links to files', () => {
    const folder = temporaryFolder();
    put(folder, { 'real.libsonnet': '{}', 'patches/.keep': '' });
    symlinkSync('../real.libsonnet', `${folder}/patches/a.libsonnet`);
    expect(read(folder, 'patches')).toMatchObject({ patches: ['a.libsonnet'], problems: [] });
  });

  it('reports what cannot be read', () => {
    const folder = temporaryFolder();
    mkdirSync(`${folder}/extensions/x`, { recursive: true });
    put(folder, { patches: 'a file' });
    symlinkSync('nowhere', `${folder}/extensions/broken`);
    symlinkSync('x', `${folder}/extensions/linked`);
    expect(read(folder, 'patches', 'extensions').problems).toEqual([
      '/patches: error: it cannot be read: not a directory',
      '/extensions/broken: error: it cannot be read: no such file or directory',
      '/extensions/linked: error: it cannot be read: illegal operation on a directory',
    ]);
    expect(read(temporaryFolder(), 'patches', 'extensions').problems).toEqual([
      '/patches: error: it cannot be read: no such file or directory',
      '/extensions: error: it cannot be read: no such file or directory',
    ]);
  });

  it('reports what is no text, rather than to spoil it', () => {
    const folder = temporaryFolder();
    put(folder, { 'extensions/a.gz': '' });
    writeFileSync(`${folder}/extensions/b.gz`, Buffer.from([0x1f, 0x8b]));
    expect(read(folder, 'extensions').problems).toEqual([
      '/extensions/b.gz: error: it cannot be read: it is no text in UTF-8',
    ]);
  });

  it('reports patches of one name, and a folder without any', () => {
    const folder = temporaryFolder();
    put(folder, { 'patches/x/a.libsonnet': '1', 'patches/a.libsonnet': '2' });
    expect(read(folder, 'patches').problems).toEqual([
      '/patches: error: two patches are called "a.libsonnet"',
    ]);
    const other = temporaryFolder();
    put(other, { 'patches/a.jsonnet': '1' });
    expect(read(other, 'patches').problems).toEqual([
      '/patches: warning: the folder holds no file that ends in .libsonnet',
    ]);
  });
});
