import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { put, temporaryFolder, write } from '../testing/output-folder.ts';
import { upToDate } from './up-to-date.ts';

const files = { 'a/b': '1', c: '2' };

function writtenFolder(): string {
  const folder = join(temporaryFolder(), 'lib');
  write(folder, files, { fingerprint: 'f', summarize: () => ({ kinds: 2 }) });
  return folder;
}

test('gives the record of the last run while nothing has changed', () => {
  const folder = writtenFolder();
  const record = upToDate(folder, '4.5', 'f');
  expect(record?.summary).toEqual({ kinds: 2 });
  expect([...(record?.files.keys() ?? [])]).toEqual(['a/b', 'c']);
  put(folder, { 'a/mine': 'mine' });
  write(folder, { d: '1' }, { owner: '5.1' });
  expect(upToDate(folder, '4.5', 'f')).toEqual(record);
});

test.each<[string, (folder: string) => void]>([
  ['a file is edited', (folder) => put(folder, { 'a/b': '3' })],
  ['a file is deleted', (folder) => rmSync(join(folder, 'c'))],
  ['the folder is deleted', (folder) => rmSync(folder, { recursive: true })],
  ['the record is deleted', (folder) => rmSync(join(folder, '.couplet.json'))],
  ['the record is damaged', (folder) => put(folder, { '.couplet.json': '{' })],
  ['a run was interrupted', (folder) => mkdirSync(join(folder, '.couplet-staging'))],
  ['a first run was interrupted', (folder) => mkdirSync(join(folder, '../.lib.couplet-staging'))],
  [
    'a file is a link',
    (folder) => {
      rmSync(join(folder, 'c'));
      put(folder, { mine: '2' });
      symlinkSync('mine', join(folder, 'c'));
    },
  ],
])('gives nothing once %s', (_, change) => {
  const folder = writtenFolder();
  change(folder);
  expect(upToDate(folder, '4.5', 'f')).toBeUndefined();
});

test('gives nothing for another fingerprint or owner, or where nothing can be', () => {
  const folder = writtenFolder();
  expect(upToDate(folder, '4.5', 'g')).toBeUndefined();
  expect(upToDate(folder, '5.1', 'f')).toBeUndefined();
  expect(upToDate(folder, '__proto__', 'f')).toBeUndefined();
  expect(upToDate(join(folder, 'c/below-a-file'), '4.5', 'f')).toBeUndefined();
});

test('a run that changes no file keeps the new fingerprint', () => {
  const folder = writtenFolder();
  write(folder, files, { fingerprint: 'g', summarize: () => ({ kinds: 3 }) });
  expect(upToDate(folder, '4.5', 'f')).toBeUndefined();
  expect(upToDate(folder, '4.5', 'g')?.summary).toEqual({ kinds: 3 });
});
