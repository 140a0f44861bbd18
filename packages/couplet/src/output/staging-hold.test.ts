import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { OutputFile } from '../text/output-file.ts';
import { contentsOf, problemsOf, put, temporaryFolder, write } from '../testing/output-folder.ts';
import { recover } from './write-output.ts';

const host = hostname().replaceAll(/[^\w.-]/g, '_');

/** The number of a process that has ended. */
function deadProcess(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

describe('a run while another one writes', () => {
  test('is refused, and told who writes', () => {
    const folder = temporaryFolder();
    const holder = `held-by-${process.ppid}@${host}`;
    put(folder, { [`.couplet-staging/${holder}`]: '' });
    expect(write(folder, { a: '1' })).toEqual({
      changes: undefined,
      problems: [
        `output-busy: another run of Couplet writes into "<folder>": process ${process.ppid} on ${host}, working in ".couplet-staging"`,
      ],
    });
    expect(contentsOf(folder)).toEqual({ [`.couplet-staging/${holder}`]: '' });
  });

  test('is refused on another host that shares the folder', () => {
    const folder = temporaryFolder();
    put(folder, { [`.couplet-staging/held-by-${deadProcess()}@elsewhere`]: '' });
    expect(write(folder, { a: '1' }).problems[0]).toMatch(/process \d+ on elsewhere, working in/);
  });

  test('is refused where both make the folder', () => {
    const parent = temporaryFolder();
    put(parent, { [`.lib.couplet-staging/held-by-${process.ppid}@${host}`]: '' });
    expect(write(join(parent, 'lib'), { a: '1' }).problems[0]).toMatch(/^output-busy: /);
    expect(readdirSync(parent)).toEqual(['.lib.couplet-staging']);
  });

  test('is refused where nobody knows who writes, and nothing of it is touched', () => {
    const folder = temporaryFolder();
    const outside = temporaryFolder();
    put(outside, { [`held-by-${deadProcess()}@${host}`]: '', 'new/mine': 'mine' });
    symlinkSync(outside, join(folder, '.couplet-staging'));
    const before = contentsOf(outside);
    expect(write(folder, { a: '1' }).problems[0]).toMatch(/: an unknown process, working in/);
    expect(contentsOf(outside)).toEqual(before);
  });

  test('finds what that very run held', () => {
    const folder = temporaryFolder();
    function* files(): Iterable<OutputFile> {
      yield { path: 'a', text: readdirSync(join(folder, '.couplet-staging')).join() };
    }
    write(folder, {}, { files: files() });
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe(`held-by-${process.pid}@${host}`);
    expect(readdirSync(folder)).toEqual(['.couplet.json', 'a']);
  });
});

describe('what a killed run left', () => {
  test.each([
    ['inside', '.couplet-staging'],
    ['just before it had the folder', `.couplet-${deadProcess()}@${host}`],
    ['beside', '../.lib.couplet-staging'],
  ])('is removed by the next one: %s', (_, staging) => {
    const parent = temporaryFolder();
    const folder = join(parent, 'lib');
    mkdirSync(folder);
    put(folder, { [`${staging}/held-by-${deadProcess()}@${host}`]: '', [`${staging}/new/a`]: '1' });
    expect(write(folder, { a: '2' }).problems).toEqual([]);
    expect(contentsOf(parent)).toEqual({ 'lib/.couplet.json': expect.any(String), 'lib/a': '2' });
  });

  test('is removed even if this process has its number', () => {
    const folder = temporaryFolder();
    put(folder, { [`.couplet-staging/held-by-${process.pid}@${host}`]: '' });
    expect(write(folder, { a: '2' }).problems).toEqual([]);
    expect(contentsOf(folder)).toEqual({ a: '2' });
  });

  test('is not removed for a name that only looks like it', () => {
    const folder = temporaryFolder();
    put(folder, { '.couplet-notes/a': 'mine', [`.couplet-1@elsewhere/a`]: 'mine' });
    write(folder, { b: '1' });
    expect(Object.keys(contentsOf(folder))).toEqual([
      '.couplet-1@elsewhere/a',
      '.couplet-notes/a',
      'b',
    ]);
  });

  test('is removed by recover, which does nothing else', () => {
    const parent = temporaryFolder();
    const folder = join(parent, 'lib');
    const diagnostics = new Diagnostics();
    recover(folder, diagnostics);
    expect(readdirSync(parent)).toEqual([]);
    put(folder, { a: 'mine', [`.couplet-staging/held-by-${deadProcess()}@${host}`]: '' });
    recover(folder, diagnostics);
    expect(contentsOf(folder)).toEqual({ a: 'mine' });
    expect(diagnostics.list()).toEqual([]);
  });

  test('is left where its journal is damaged', () => {
    const folder = temporaryFolder();
    const staging = {
      [`.couplet-staging/held-by-${deadProcess()}@${host}`]: '',
      '.couplet-staging/new/.couplet.json': '{}',
      '.couplet-staging/old/a': 'the old file',
    };
    for (const journal of ['', '[{"path":"../a","arrives":true}]', '[{"path":"a"}]']) {
      put(folder, { ...staging, '.couplet-staging/journal.json': journal });
      const diagnostics = new Diagnostics();
      recover(folder, diagnostics);
      expect(problemsOf(diagnostics, folder)).toEqual([
        'output-failed: "<folder>" cannot be written: what a killed run left in .couplet-staging is damaged',
      ]);
      expect(contentsOf(folder)['.couplet-staging/old/a']).toBe('the old file');
    }
  });
});
