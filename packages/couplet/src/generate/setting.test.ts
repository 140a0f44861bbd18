import { mkdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { put, temporaryFolder } from '../testing/output-folder.ts';
import { settingOf } from './setting.ts';

it('gives targets what is there already', () => {
  const folder = temporaryFolder();
  put(folder, { 'lib/a/b.txt': 'in the output', 'vendor/c.txt': 'beside it' });
  mkdirSync(`${folder}/lib/folder`);
  const { existing } = settingOf(
    {
      label: 'tea',
      localName: 'o',
      repository: '',
      description: '',
      from: [],
      prefix: undefined,
      featureSet: undefined,
      targets: [],
      targetOptions: {},
      out: `${folder}/lib`,
      patches: undefined,
      extensions: undefined,
    },
    { patches: [], files: [] },
  );
  expect(existing('a/b.txt')).toBe('in the output');
  expect(existing('../vendor/c.txt')).toBe('beside it');
  expect(existing('folder')).toBe('');
  expect(existing('none')).toBeUndefined();
});
