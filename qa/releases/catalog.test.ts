import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { packageRoot } from '../../packages/couplet/src/package-root.ts';
import { temporaryFolder } from '../../packages/couplet/src/testing/output-folder.ts';
import {
  catalogEntry,
  crdsPath,
  kubernetesPath,
  mirrorKubernetes,
  mirrorRelease,
  releasePaths,
} from '../support/release-mirror.ts';
import { sharedPath, skipWithout } from '../support/shared.ts';

/** The SHA-256 of each file below a folder, by path. */
function hashesIn(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
  return Object.fromEntries(
    paths.map((path) => [
      relative(folder, path),
      createHash('sha256').update(readFileSync(path)).digest('hex'),
    ]),
  );
}

describe('the documents of OpenShift 4.20', () => {
  beforeEach((context) => skipWithout(context, ...releasePaths));

  it('are the same in their folder, in the catalog and in the mirror of the tests', () => {
    const ofFolder = hashesIn(crdsPath);
    expect(Object.keys(ofFolder)).toHaveLength(165);
    const names = Object.keys(ofFolder).map((path) => basename(path));
    expect(names.length - new Set(names).size).toBe(8);

    const { folder, files } = catalogEntry('openshift', 'openshift', '4.20');
    const { 'openapi/openapi.json': openApi, ...ofCatalog } = files;
    expect(ofCatalog).toEqual(ofFolder);

    const mirror = temporaryFolder();
    mirrorRelease(mirror);
    const { 'openapi/openapi.json': mirrored, ...ofMirror } = hashesIn(join(mirror, folder));
    expect(ofMirror).toEqual(ofFolder);
    expect(mirrored).toBe(openApi);
  });
});

describe('the document of Kubernetes', () => {
  it.for(['1.30', '1.33', '1.35', '1.36'])('%s is that of the catalog', (version, context) => {
    skipWithout(context, kubernetesPath(version));
    const { folder, files } = catalogEntry('collections', 'kubernetes', version);
    const mirror = temporaryFolder();
    mirrorKubernetes(mirror, version);
    expect(hashesIn(join(mirror, folder))).toEqual(files);
  });

  it.for([
    ['1.30', 0],
    ['1.33', 0],
    ['1.35', 40],
    ['1.36', 40],
  ] as const)('%s has at least %i lists of allowed values', ([version, least], context) => {
    const path = kubernetesPath(version);
    skipWithout(context, path);
    const enums =
      gunzipSync(readFileSync(path))
        .toString()
        .match(/"enum":\s*\[/g) ?? [];
    expect(enums.length > 0).toBe(least > 0);
    expect(enums.length).toBeGreaterThanOrEqual(least);
  });
});

describe('the scripts that make the catalog', () => {
  function run(script: string, list: string, target: string): void {
    const file = fileURLToPath(new URL(`scripts/${script}.mjs`, packageRoot));
    execFileSync(process.execPath, [file, list, target], { stdio: 'pipe' });
  }

  it.for([
    ['openshift', sharedPath('specs', 'openshift', 'revisions.json')],
    ['collections', sharedPath('specs', 'catalog', 'revisions.json')],
  ] as const)('make %s.json of the lists, as it is', ([name, list], context) => {
    skipWithout(context, list);
    const committed = readFileSync(new URL(`catalog/${name}.json`, packageRoot), 'utf8');
    const target = join(temporaryFolder(), 'catalog.json');
    writeFileSync(target, committed);
    run(`catalog-${name}`, list, target);
    expect(readFileSync(target, 'utf8')).toBe(committed);
  });

  it('keep what a list lacks, and order versions by their numbers', () => {
    const folder = temporaryFolder();
    const [list, target] = [join(folder, 'list.json'), join(folder, 'catalog.json')];
    const files = { 'tea.yaml': { sha256: 'ab' } };
    const tea = { '1.10': { commit: 'c10', files }, '1.9': { commit: 'c9', files } };
    const lists = { kubernetes: {}, tea: { repository: 'tea/pot', versions: tea } };
    writeFileSync(list, JSON.stringify(lists));
    const kept = { revision: 'v1.2', files: { 'tea.yaml': null } };
    const replaced = { revision: 'older', files: {} };
    const base = 'https://raw.githubusercontent.com/tea/pot';
    const before = {
      tea: { base, versions: { '1.9': replaced, '1.2': kept } },
      pot: { base, versions: { '3': kept } },
    };
    writeFileSync(target, JSON.stringify(before));
    run('catalog-collections', list, target);
    const { tea: after, pot } = JSON.parse(readFileSync(target, 'utf8'));
    expect(Object.entries(after.versions)).toEqual([
      ['1.2', kept],
      ['1.9', { revision: 'c9', files: { 'tea.yaml': 'ab' } }],
      ['1.10', { revision: 'c10', files: { 'tea.yaml': 'ab' } }],
    ]);
    expect(after.base).toBe(base);
    expect(pot).toEqual(before.pot);

    const moved = { kubernetes: {}, tea: { repository: 'pot/tea', versions: {} } };
    writeFileSync(list, JSON.stringify(moved));
    expect(() => run('catalog-collections', list, target)).toThrow('tea has another base');
  });
});
