import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const names = ['runtime', 'couplet', 'openshift'];

interface PackageFile {
  readonly version: string;
  readonly dependencies?: { readonly [name: string]: string };
}

function readJson(path: string): PackageFile {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

test('the packages have one version, which the changelog knows', () => {
  const files = names.map((name) => readJson(`packages/${name}/package.json`));
  const [version = ''] = files.map((file) => file.version);
  expect(files.map((file) => file.version)).toEqual([version, version, version]);
  const asked = files.map(({ dependencies }) => dependencies?.['@couplet/runtime']);
  expect(asked).toEqual([undefined, version, version]);
  const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
  const headings = Array.from(changelog.matchAll(/^## (\S+)/gm), ([, heading]) => heading);
  expect(headings.slice(0, 2)).toEqual(['Unreleased', version]);
});
