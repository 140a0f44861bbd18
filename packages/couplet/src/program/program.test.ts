import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CoupletError, diff, generate, loadApi, openApi, render } from '../index.ts';
import { put, temporaryFolder } from '../testing/output-folder.ts';
import { onlyTea, teaApi } from '../testing/tea.ts';

function teaFolder(): string {
  const folder = temporaryFolder();
  put(folder, {
    'tea.json': JSON.stringify(teaApi),
    'less.json': JSON.stringify(onlyTea),
    'broken.json': '{ "swagger": ',
  });
  return folder;
}

describe('loadApi', () => {
  it('gives kinds, fields and calls', async () => {
    const loaded = await loadApi({ from: join(teaFolder(), 'tea.json') });
    const { api } = loaded;
    expect(api.kinds.map(({ kind }) => kind)).toEqual(['Jug', 'Pot']);
    expect(loaded.diagnostics).toEqual([]);
  });

  it('throws what is wrong, with its place', async () => {
    const file = join(teaFolder(), 'broken.json');
    const error: unknown = await loadApi({ from: file }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(CoupletError);
    if (!(error instanceof CoupletError)) return;
    expect(error.name).toBe('CoupletError');
    expect(error.message).toMatch(/^.*broken\.json:1:\d+: .+ \[[a-z-]+\]$/);
    expect(error.diagnostics).toHaveLength(1);
  });

  it('keeps a store that is of the same documents, and writes it anew otherwise', async () => {
    const folder = teaFolder();
    const from = join(folder, 'tea.json');
    const store = join(folder, 'stores', 'tea.store');
    const first = await loadApi({ from, store });
    const bytes = readFileSync(store);
    // To write a store is to rename a new file into its place.
    const { ino } = statSync(store);
    const pot = first.api.find('pots')[0];
    const stored = await loadApi({ from, store });
    expect(statSync(store).ino).toBe(ino);
    const same = stored.api.find('pots')[0];
    const lid = pot?.field('spec.lid');
    const sameLid = same?.field('spec.lid');
    if (!pot || !lid || !same || !sameLid) throw new Error('a pot has a lid');
    expect(stored.callsOf(same, sameLid)).toEqual(first.callsOf(pot, lid));
    expect(stored.callsOf(same, sameLid)?.jsonnet).toBe('o.tea.v1.pot.spec.withLid(lid)');
    expect(openApi(store).findCall(['tea', 'v1', 'pot', 'spec', 'withLid'])?.path).toEqual(
      lid.path,
    );

    for (const other of ['', 'no store', bytes.subarray(0, 500)]) {
      writeFileSync(store, other);
      expect((await loadApi({ from, store })).api.kinds).toHaveLength(2);
      expect(readFileSync(store).equals(bytes)).toBe(true);
    }
    writeFileSync(from, JSON.stringify(onlyTea));
    expect((await loadApi({ from, store })).api.kinds).toHaveLength(1);
    expect(readFileSync(store).equals(bytes)).toBe(false);
    expect(readdirSync(join(folder, 'stores'))).toEqual(['tea.store']);
  });

  it('writes no store of documents that have errors, and says where it cannot write', async () => {
    const folder = teaFolder();
    const store = join(folder, 'tea.store');
    await expect(loadApi({ from: join(folder, 'broken.json'), store })).rejects.toThrow(
      CoupletError,
    );
    expect(existsSync(store)).toBe(false);
    const inside = join(folder, 'less.json', 'tea.store');
    await expect(loadApi({ from: join(folder, 'tea.json'), store: inside })).rejects.toThrow(
      /less\.json/,
    );
  });
});

describe('generate, diff and render', () => {
  it('write a library, or nothing', async () => {
    const folder = teaFolder();
    const out = join(folder, 'lib');
    const dry = await generate({
      from: join(folder, 'tea.json'),
      out,
      label: 'tea',
      isDryRun: true,
    });
    expect([dry.label, dry.statistics.kinds, existsSync(out)]).toEqual(['tea', 3, false]);
    await generate({ from: join(folder, 'tea.json'), out, label: 'tea' });
    expect(existsSync(join(out, 'tea', 'main.libsonnet'))).toBe(true);
    const broken = generate({ from: join(folder, 'broken.json'), out: join(folder, 'none') });
    await expect(broken).rejects.toThrow(CoupletError);
    expect(existsSync(join(folder, 'none'))).toBe(false);
    const odd = generate({ from: join(folder, 'tea.json'), out, label: '../tea' });
    await expect(odd).rejects.toThrow(RangeError);
  });

  it('tell what changed', async () => {
    const folder = teaFolder();
    const [tea, less] = ['tea.json', 'less.json'].map((name) => ({ from: join(folder, name) }));
    if (tea === undefined || less === undefined) throw new Error('there are two');
    expect(await diff({ before: tea, after: tea })).toEqual([]);
    const places = (await diff({ before: tea, after: less })).map(({ kind }) => kind);
    expect(places).toContain('kind-removed');
    const wrong = diff({ before: tea, after: { from: join(folder, 'broken.json') } });
    await expect(wrong).rejects.toThrow(CoupletError);
  });

  it('say why a program gives no manifests', async () => {
    const entry = join(teaFolder(), 'none.mjs');
    await expect(render({ entry })).rejects.toThrow(CoupletError);
  });
});
