import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { put, temporaryFolder } from '../../packages/couplet/src/testing/output-folder.ts';
import { exportsOf, privateImports } from './imports.ts';

const source = join(import.meta.dirname, '..', '..', 'packages', 'couplet', 'src');
const known = exportsOf(readFileSync(join(source, 'index.ts'), 'utf8'));

/** What is written as somebody else would write it: each is a folder of `src`. */
const folders: readonly string[] = [
  'target/json-schema',
  'reader/dialect/olm',
  'reader/dialect/helm',
];

describe('what could stand outside of Couplet', () => {
  it.each(folders)('%s imports nothing but what is public', (folder) => {
    expect(privateImports(join(source, folder), known)).toEqual([]);
  });

  it('has a toy that imports nothing else', () => {
    const toy = readFileSync(join(import.meta.dirname, 'toy-target.ts'), 'utf8');
    const modules = [...toy.matchAll(/from '([^']+)'/g)].map(([, from]) => from);
    expect(new Set(modules)).toEqual(new Set(['../../packages/couplet/src/index.ts']));
  });
});

describe('the search for imports', () => {
  it('knows what index.ts exports', () => {
    for (const name of ['loadApi', 'targets', 'Target', 'LoadedApi', 'TargetOptionValues']) {
      expect(known).toContain(name);
    }
    expect(known).not.toContain('buildLibrary');
  });

  it('finds names, whole modules and imports on demand, in folders below too', () => {
    const folder = temporaryFolder();
    put(folder, {
      'toy/target.ts': [
        "import type { Target } from '../target.ts';",
        "import { isGiven as given, hidden } from '../option.ts';",
        "import * as all from '../all.ts';",
        "import { mine } from './deep/mine.ts';",
        "const later = import('../later.ts');",
      ].join('\n'),
      'toy/deep/mine.ts':
        "export { type Secret } from '../../secret.ts';\nexport * from '../../x.ts';",
      'toy/target.test.ts': "import { secret } from '../secret.ts';",
    });
    expect(privateImports(join(folder, 'toy'), new Set(['Target', 'isGiven']))).toEqual([
      'deep/mine.ts: Secret of ../../secret.ts',
      'deep/mine.ts: * of ../../x.ts',
      'target.ts: hidden of ../option.ts',
      'target.ts: * of ../all.ts',
      'target.ts: * of ../later.ts',
    ]);
  });

  it('finds what is of Node or npm, even where it is called as something public is', () => {
    const folder = temporaryFolder();
    const imports = [
      "import { join } from 'node:path';",
      "import { Target } from 'toys';",
      "import whole, { type Part } from 'parts';",
      "import 'polyfill';",
    ];
    put(folder, { 'toy/target.ts': imports.join('\n') });
    expect(privateImports(join(folder, 'toy'), new Set(['Target']))).toEqual([
      'target.ts: join of node:path',
      'target.ts: Target of toys',
      'target.ts: * of parts',
      'target.ts: * of polyfill',
    ]);
  });

  it('fails where a folder is not there', () => {
    expect(() => privateImports(join(source, 'target', 'nothing'), known)).toThrow('ENOENT');
  });
});
