import { join } from 'node:path';
import { expect, it } from 'vitest';
import { put, temporaryFolder } from '../../packages/couplet/src/testing/output-folder.ts';
import type { GeneratedLibrary } from './generated.ts';
import { differencesFromSlim } from './slim.ts';

const kind = `{
  local d = (import 'doc-util/main.libsonnet'),
  '#':: d.pkg(name='pot', url='', help=''),
  '#withLid':: d.fn(help='A lid, \\'#\\' or not.', args=[]),
  withLid(lid): { lid: lid },
  '#mixin': 'ignore',
  mixin: self,
}
`;
const slimKind = `{
  withLid(lid): { lid: lid },
  mixin: self,
}
`;

function library(files: Readonly<Record<string, string>>, isSlim: boolean): GeneratedLibrary {
  const folder = temporaryFolder();
  put(folder, files);
  const paths = Object.keys(files).map((path) => join(folder, path));
  return { label: 'tested', folder, files: paths, isSlim };
}

function differences(slim: Readonly<Record<string, string>>): readonly string[] {
  const documented = library({ 'pot.libsonnet': kind, 'doc-util/main.libsonnet': '{}' }, false);
  return differencesFromSlim(documented, library(slim, true));
}

it('a slim library is a documented one without the lines that only document', () => {
  expect(differences({ 'pot.libsonnet': slimKind })).toEqual([]);
});

it.for([
  ['another function', { 'pot.libsonnet': slimKind.replace('lid: lid', 'lid+: lid') }],
  ['a function less', { 'pot.libsonnet': slimKind.replace('  withLid(lid): { lid: lid },\n', '') }],
  ['a line that documents', { 'pot.libsonnet': kind }],
  ['no such file', {}],
] as const)('%s in it is found', ([, files]) => {
  expect(differences(files)).toEqual(['pot.libsonnet']);
});

it('a file that only the slim one has is found', () => {
  const files = { 'pot.libsonnet': slimKind, 'cup.libsonnet': '{}' };
  expect(differences(files)).toEqual(['cup.libsonnet']);
});
