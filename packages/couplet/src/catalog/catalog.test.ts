import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import { packageRoot } from '../package-root.ts';
import { isWebAddress } from '../net/address.ts';
import type { Catalog } from './catalog.ts';
import { compareVersions } from './versions.ts';
import { extendCatalog, findRelease, loadCatalog } from './catalog.ts';

const specs = new URL('../../../shared/specs/', packageRoot);
const revisions = new URL('openshift/revisions.json', specs);
const collections = new URL('catalog/revisions.json', specs);

interface Revisions {
  readonly releases: Readonly<
    Record<
      string,
      {
        readonly commit: string;
        readonly openapi?: { readonly path: string; readonly sha256: string };
        readonly crds: readonly { readonly path: string; readonly sha256: string }[];
      }
    >
  >;
}

/** What is listed of a version of Kubernetes, or of a collection; of the latter, its list has the repository. */
interface Revision {
  readonly repository?: string;
  readonly commit: string;
  readonly files: Readonly<Record<string, { readonly sha256: string }>>;
}

interface Collection {
  readonly repository: string;
  readonly versions: Readonly<Record<string, Revision>>;
}

/** Compares a release of the catalog with what was listed of it. */
function expectListed(source: string, repository: string, { commit, files }: Revision): void {
  const release = findRelease(loadCatalog(), source, new Diagnostics());
  expect([source, release?.files]).toEqual([
    source,
    Object.entries(files).map(([path, { sha256 }]) => ({
      url: `https://raw.githubusercontent.com/${repository}/${commit}/${path}`,
      sha256,
    })),
  ]);
}

function find(catalog: Catalog, source: string): string {
  const diagnostics = new Diagnostics();
  const release = findRelease(catalog, source, diagnostics);
  if (release !== undefined) return release.version;
  return diagnostics
    .list()
    .map(({ code, message }) => `${code}: ${message}`)
    .join('\n');
}

describe('the catalog that comes with the package', () => {
  it('leads to addresses that are pinned', () => {
    for (const releases of loadCatalog().values()) {
      for (const [version, release] of releases) {
        expect(release.version).toBe(version);
        expect(release.files.length).toBeGreaterThan(0);
        expect(release.revision).toMatch(/(?:^|\/)[0-9a-f]{40}$|\/v1\.2[0-7]\.0$/);
        for (const { url } of release.files) {
          expect(isWebAddress(url)).toBe(true);
        }
      }
    }
  });

  it('has OpenShift from 4.3 on, Kubernetes, and collections of CRDs', () => {
    const catalog = loadCatalog();
    expect([...(catalog.get('openshift')?.keys() ?? [])]).toHaveLength(23);
    expect(catalog.size).toBe(2 + 31);
    expect([...(catalog.get('kubernetes')?.keys() ?? [])]).toEqual(
      Array.from({ length: 17 }, (_, n) => `1.${n + 20}`),
    );
    expect(catalog.get('kubernetes')?.get('1.36')).toEqual({
      version: '1.36',
      revision: 'kubernetes-sigs/reference-docs/58cd75edc564e7ff9d47acd987be6ab0f466e7d8',
      files: [
        {
          url: 'https://raw.githubusercontent.com/kubernetes-sigs/reference-docs/58cd75edc564e7ff9d47acd987be6ab0f466e7d8/gen-apidocs/config/v1_36/swagger.json',
          sha256: '37aef16c240440400be2d2d722d07dfb1c6aefe3f0e0c72d50f4f0a0097ae8e8',
        },
      ],
    });
  });

  it('has a SHA-256 for every document but those of Kubernetes before 1.28', () => {
    const trusted = [...loadCatalog()].flatMap(([name, releases]) =>
      [...releases.values()]
        .filter(({ files }) => files.some(({ sha256 }) => sha256 === undefined))
        .map(({ version }) => `${name}@${version}`),
    );
    expect(trusted).toEqual(Array.from({ length: 8 }, (_, n) => `kubernetes@1.${n + 20}`));
  });

  it('loses no quarter of the documents from one release of OpenShift to the next', () => {
    const releases = [...(loadCatalog().get('openshift')?.values() ?? [])];
    const counts = releases.map(({ version, files }) => ({ version, count: files.length }));
    expect(counts.toSorted((a, b) => compareVersions(a.version, b.version))).toEqual(counts);
    counts.forEach(({ version, count }, index) => {
      const before = counts[index - 1]?.count ?? 0;
      expect(count, `${version} after ${before} documents`).toBeGreaterThan(before * 0.75);
    });
  });

  it('says which Kubernetes a release of OpenShift is built on', () => {
    const releases = [...(loadCatalog().get('openshift')?.values() ?? [])];
    const minors = Object.fromEntries(
      releases.map(({ version, kubernetes }) => [version, kubernetes]),
    );
    expect(minors).toMatchObject({ '4.3': '1.16', '4.12': '1.25', '4.20': '1.33', '5.1': '1.36' });
    expect(Object.values(minors)).not.toContain(undefined);
  });

  it.skipIf(!existsSync(revisions))('has what was read off the repository of OpenShift', () => {
    const { releases }: Revisions = JSON.parse(readFileSync(revisions, 'utf8'));
    const openshift = loadCatalog().get('openshift');
    expect([...(openshift?.keys() ?? [])]).toEqual(Object.keys(releases));
    for (const [version, { commit, openapi, crds }] of Object.entries(releases)) {
      const files = [...(openapi === undefined ? [] : [openapi]), ...crds];
      expect(openshift?.get(version)).toMatchObject({
        version,
        revision: commit,
        files: files.map(({ path, sha256 }) => ({
          url: `https://raw.githubusercontent.com/openshift/api/${commit}/${path}`,
          sha256,
        })),
      });
    }
  });

  it.skipIf(!existsSync(collections))('has what was read off the other repositories', () => {
    const {
      kubernetes,
      ...others
    }: { readonly kubernetes: Record<string, Revision> } & Record<string, Collection> = JSON.parse(
      readFileSync(collections, 'utf8'),
    );
    for (const [version, revision] of Object.entries(kubernetes)) {
      expectListed(`kubernetes@${version}`, revision.repository ?? '', revision);
    }
    for (const [name, { repository, versions }] of Object.entries(others)) {
      for (const [version, revision] of Object.entries(versions)) {
        expectListed(`${name}@${version}`, repository, revision);
      }
    }
  });
});

describe('findRelease', () => {
  it.each([
    ['openshift@4.20', '4.20'],
    ['openshift@latest', '5.1'],
    ['kubernetes@latest', '1.36'],
    [
      'opneshift@4.20',
      'catalog-name-unknown: the catalog has nothing that is called "opneshift"; did you mean "openshift"?',
    ],
    ['coffee@1', 'catalog-name-unknown: the catalog has nothing that is called "coffee"'],
    [
      'openshift@4.2',
      'catalog-version-unknown: "openshift" has no version "4.2"; did you mean "4.3"?',
    ],
    [
      'external-dns@12',
      'catalog-version-unknown: "external-dns" has no version "12", but "0.20.0", "0.21.0", "0.22.0"',
    ],
  ])('of %s', (source, found) => {
    expect(find(loadCatalog(), source)).toBe(found);
  });

  it('takes entries of a user before those of the same name', () => {
    const files = [{ url: 'https://example.com/own.yaml', sha256: undefined }];
    const own = { version: '4.20', revision: undefined, files };
    const extended = extendCatalog(
      loadCatalog(),
      new Map([['openshift', new Map([['4.20', own]])]]),
    );
    expect(findRelease(extended, 'openshift@4.20', new Diagnostics())).toBe(own);
    expect(find(extended, 'openshift@4.19')).toBe('4.19');
  });

  it('says of a name without versions that it has none', () => {
    expect(find(new Map([['coffee', new Map()]]), 'coffee@latest')).toBe(
      'catalog-version-unknown: "coffee" has no version "latest"',
    );
  });
});
