import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Diagnostics } from '../../packages/couplet/src/diagnostic/diagnostics.ts';
import { openInputs } from '../../packages/couplet/src/load/inputs.ts';
import { loadLibrary } from '../../packages/couplet/src/load/load-library.ts';
import { readDefinitions } from '../../packages/couplet/src/reader/read.ts';
import { rawSource } from '../../packages/couplet/src/source/document.ts';
import { packedFiles, tgzOf } from '../../packages/couplet/src/testing/archives.ts';
import { crdText } from '../../packages/couplet/src/testing/packages.ts';
import { documentOf, kindsOf } from '../../packages/couplet/src/testing/pipeline.ts';
import { generate, loadApi } from '../../packages/couplet/src/index.ts';
import { put, temporaryFolder } from '../../packages/couplet/src/testing/output-folder.ts';
import { cafe, menu } from './toy.ts';

it('a dialect from outside reads its documents, and only where it is given', () => {
  const documents = [
    documentOf({ menu: { Espresso: ['single', 'double'] } }, 'monday.json'),
    documentOf({ menu: {} }, 'tuesday.json'),
  ];
  const diagnostics = new Diagnostics();
  const definitions = readDefinitions(documents, diagnostics, { dialects: [menu] });
  expect([...definitions.keys()]).toEqual(['com.example.cafe.v1.Espresso']);
  expect(diagnostics.list().map(({ code }) => code)).toEqual(['menu-empty']);
  const without = new Diagnostics();
  expect(readDefinitions(documents, without).size).toBe(0);
  expect(without.list().map(({ code }) => code)).toEqual(['not-a-schema', 'not-a-schema']);
});

const files = {
  'sign.yaml': 'name: The Kettle & Pot\n',
  'menus/monday.yaml': 'menu: { Espresso: [single] }\n',
  'menus/tuesday.json': '{"menu": {"Latte": ["small"]}}',
  'suppliers.yaml': crdText('Supplier'),
};

it('a dialect of packages from outside says what a source is', async () => {
  const source = rawSource('cafe.tgz', tgzOf(packedFiles(files)));
  const dialects = [menu, cafe];
  const diagnostics = new Diagnostics();
  const inputs = await openInputs([source], diagnostics, dialects);
  expect(inputs.map(({ label, names }) => ({ label, names }))).toEqual([
    { label: 'The Kettle & Pot', names: ['cafe.tgz'] },
  ]);
  const { library } = await loadLibrary([source], { dialects }, diagnostics);
  expect([...kindsOf(library).keys()]).toEqual(['cafe.v1.espresso', 'cafe.v1.latte']);
  expect(diagnostics.list()).toEqual([]);
});

it('dialects from outside go through the public functions', async () => {
  const folder = temporaryFolder();
  put(folder, { ...files, 'espresso.json': '{"menu": {"Espresso": ["single", "double"]}}' });
  const dialects = [menu, cafe];
  const from = join(folder, 'espresso.json');
  const store = join(folder, 'espresso.store');
  const loaded = await loadApi({ from, dialects, store });
  const espresso = loaded.kind('cafe.example.com/v1', 'Espresso');
  expect(espresso?.field('double')?.type).toBe('boolean');
  const generated = await generate({ from, dialects, out: join(folder, 'lib'), label: 'menu' });
  expect(generated.statistics.kinds).toBe(1);
  await expect(loadApi({ from })).rejects.toThrow('[no-definitions]');
  // The store is of what the dialects made of the document.
  await expect(loadApi({ from, store })).rejects.toThrow('[no-definitions]');
});
