import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../packages/couplet/src/testing/output-folder.ts';
import {
  catalogEntry,
  crdsPath,
  kubernetesPath,
  mirrorKubernetes,
  mirrorRelease,
  releasePaths,
} from '../support/release-mirror.ts';
import { skipWithout } from '../support/shared.ts';

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
});
