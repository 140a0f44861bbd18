import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { StoreError } from '../load/store/read-store.ts';
import { customResource } from '../testing/openshift.ts';
import { put, temporaryFolder } from '../testing/output-folder.ts';
import { CoupletError } from './error.ts';
import { loadApi } from './load.ts';
import type { LoadedApi } from './loaded-api.ts';
import { openApi } from './open-stored.ts';

const litres = { type: 'integer', minimum: 1 };
const lid = { type: 'object', properties: { colour: { type: 'string', enum: ['red', 'blue'] } } };
const spec = { type: 'object', required: ['litres'], properties: { litres, lid } };
const crd = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'kettles.tea.example.com' },
  spec: {
    group: 'tea.example.com',
    names: { kind: 'Kettle', plural: 'kettles', shortNames: ['ktl'] },
    scope: 'Namespaced',
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: { openAPIV3Schema: { type: 'object', properties: { spec } } },
      },
    ],
  },
};

function folderWithKettle(): string {
  const folder = temporaryFolder();
  put(folder, { 'crds/kettle.json': JSON.stringify(crd) });
  return folder;
}

/** The same API from its documents, and from a store. */
async function loadBoth(): Promise<readonly [LoadedApi, LoadedApi]> {
  const folder = folderWithKettle();
  const choice = { from: join(folder, 'crds'), store: join(folder, 'facts.store') };
  return [await loadApi(choice), openApi(choice.store)];
}

describe('an API that was loaded', () => {
  it('is asked for its kinds by all their names', async () => {
    for (const loaded of await loadBoth()) {
      const kettle = loaded.kind('tea.example.com/v1', 'Kettle');
      expect(kettle?.scope).toBe('Namespaced');
      for (const name of ['ktl', 'Kettles', 'kettle.tea.example.com', 'ktl.v1.tea.example.com']) {
        expect(loaded.find(name)).toEqual([kettle]);
      }
      expect(loaded.kinds).toContain(kettle);
      expect(loaded.kind('tea.example.com/v2', 'Kettle')).toBeUndefined();
      expect(loaded.definition('com.example.tea.v1.Kettle')).toBe(kettle?.definition);
    }
  });

  it('tells how a field is set, and which field a function sets', async () => {
    for (const loaded of await loadBoth()) {
      const [kettle] = loaded.find('ktl');
      const colour = kettle?.field('spec.lid.colour');
      if (kettle === undefined || colour === undefined) throw new Error('the field is not there');
      const names = { localName: 'tea', folder: '@example/tea/v1' };
      expect(loaded.callsOf(kettle, colour, names)).toEqual({
        jsonnet: 'tea.tea.v1.kettle.spec.lid.withColour(colour)',
        typescript: 'kettle.spec.lid.withColour(colour)',
        imports: ["import { kettle } from '@example/tea/v1/tea/v1';"],
        rest: [],
      });
      const found = loaded.findCall(['tea', 'v1', 'kettle', 'spec', 'lid', 'withColour']);
      expect(found?.path).toEqual(colour.path);
      expect(loaded.findCall(['tea', 'v1', 'kettle', 'spec', 'withSugar'])).toBeUndefined();
    }
  });

  it('has one library and its types, whether or not it is from a store', async () => {
    const [fromDocuments, stored] = await loadBoth();
    expect(stored.library).toEqual(fromDocuments.library);
    expect(stored.library).toBe(stored.library);
    const tea = stored.library.groups.find(({ name }) => name === 'tea');
    expect(tea?.versions.map(({ name, kinds }) => [name, kinds.map(({ key }) => key)])).toEqual([
      ['v1', ['kettle']],
    ]);
    expect(await stored.types()).toEqual(await fromDocuments.types());
    expect(await stored.types()).toBe(await stored.types());
  });

  it('reads no more of a store that was closed', async () => {
    const [fromDocuments, stored] = await loadBoth();
    const [kettle] = stored.find('ktl');
    stored.close();
    stored.close();
    expect(() => kettle?.definition).toThrow('is closed');
    expect(() => stored.library).toThrow('is closed');
    fromDocuments.close();
    expect(fromDocuments.find('ktl')[0]?.definition.name).toBe('com.example.tea.v1.Kettle');
  });

  it('is read from its store only as long as its documents are the same', async () => {
    const folder = folderWithKettle();
    const choice = { from: join(folder, 'crds'), store: join(folder, 'deep', 'facts.store') };
    await loadApi(choice);
    put(folder, { 'crds/kettle.json': JSON.stringify(crd).replaceAll('colour', 'shade') });
    const changed = await loadApi(choice);
    expect(changed.find('ktl')[0]?.field('spec.lid.shade')?.type).toBe('string');
    expect(openApi(choice.store).find('ktl')[0]?.field('spec.lid.colour')).toBeUndefined();
  });

  it('is read from its store only for the same feature set', async () => {
    const folder = temporaryFolder();
    const variant = (featureSet: string, type: string) =>
      JSON.stringify(
        customResource({ featureSet, spec: { type: 'object', properties: { size: { type } } } }),
      );
    put(folder, {
      'crds/default.json': variant('Default', 'string'),
      'crds/preview.json': variant('TechPreviewNoUpgrade', 'integer'),
    });
    const choice = { from: join(folder, 'crds'), store: join(folder, 'facts.store') };
    const typeIn = async (featureSet: string) => {
      const { api } = await loadApi({ ...choice, featureSet });
      return api.kinds[0]?.field('spec.size')?.type;
    };
    expect(await typeIn('Default')).toBe('string');
    expect(await typeIn('TechPreviewNoUpgrade')).toBe('integer');
  });
});

describe('loading', () => {
  it('throws what is wrong with a document, with its place', async () => {
    const folder = temporaryFolder();
    put(folder, { 'kettle.json': '{\n  "kind": "Kettle",\n  [\n' });
    const file = join(folder, 'kettle.json');
    const error: unknown = await loadApi({ from: file }).catch((reason: unknown) => reason);
    if (!(error instanceof CoupletError)) throw new Error('expected a CoupletError');
    expect(error.message).toMatch(`${file}:3:3: this is no JSON`);
    expect(error.diagnostics).toMatchObject([{ severity: 'error', source: file }]);
  });
});

describe('opening a store', () => {
  it('says which file cannot be used, and why', async () => {
    const folder = folderWithKettle();
    const store = join(folder, 'facts.store');
    expect(() => openApi(store)).toThrow(
      new StoreError(store, 'cannot be read: no such file or directory'),
    );
    put(folder, { 'facts.store': 'no store at all' });
    expect(() => openApi(store)).toThrow(new StoreError(store, 'is damaged'));
    const loaded = await loadApi({ from: join(folder, 'crds'), store });
    expect(loaded.diagnostics).toEqual([]);
    const bytes = readFileSync(store);
    writeFileSync(store, bytes.subarray(0, -1));
    expect(() => openApi(store)).toThrow(new StoreError(store, 'is cut off'));
    // The last part is damaged, which is seen when it is asked for.
    writeFileSync(store, Buffer.concat([bytes.subarray(0, -1), Buffer.from('!')]));
    const [kettle] = openApi(store).find('ktl');
    expect(() => kettle?.scope).toThrow(new StoreError(store, 'is damaged'));
  });
});

describe('names of the catalog', () => {
  it('are read as the lock file has them, wherever that is', async () => {
    const folder = temporaryFolder();
    const lockFile = join(folder, 'ours.lock');
    put(folder, { 'ours.lock': 'no lock file' });
    const loading = loadApi({ from: 'openshift@4.20', frozen: true, lockFile });
    await expect(loading).rejects.toThrow(lockFile);
  });
});
