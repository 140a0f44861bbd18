import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import { packageRoot } from '../package-root.ts';
import { isWebAddress } from '../net/address.ts';
import type { Catalog } from './catalog.ts';
import { extendCatalog, findRelease, isCatalogName, loadCatalog, splitName } from './catalog.ts';

const revisions = new URL('../../../shared/specs/openshift/revisions.json', packageRoot);

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
        for (const { url } of release.files) {
          expect(isWebAddress(url)).toBe(true);
          expect(url).toContain(`/${release.revision}/`);
        }
      }
    }
  });

  it('has OpenShift from 4.3 on, Kubernetes, and collections of CRDs', () => {
    const catalog = loadCatalog();
    expect([...(catalog.get('openshift')?.keys() ?? [])]).toHaveLength(23);
    expect([...catalog.keys()]).toEqual([
      'openshift',
      'kubernetes',
      'argo-cd',
      'cert-manager',
      'external-secrets',
      'gateway-api',
      'prometheus-operator',
      'tekton-pipelines',
    ]);
    expect(catalog.get('kubernetes')?.get('1.35')).toEqual({
      version: '1.35',
      revision: 'v1.35.0',
      files: [
        {
          url: 'https://raw.githubusercontent.com/kubernetes/kubernetes/v1.35.0/api/openapi-spec/swagger.json',
          sha256: undefined,
        },
      ],
    });
  });

  it.skipIf(!existsSync(revisions))('has what was read off the repository of OpenShift', () => {
    const { releases }: Revisions = JSON.parse(readFileSync(revisions, 'utf8'));
    const openshift = loadCatalog().get('openshift');
    expect([...(openshift?.keys() ?? [])]).toEqual(Object.keys(releases));
    for (const [version, { commit, openapi, crds }] of Object.entries(releases)) {
      const files = [...(openapi === undefined ? [] : [openapi]), ...crds];
      expect(openshift?.get(version)).toEqual({
        version,
        revision: commit,
        files: files.map(({ path, sha256 }) => ({
          url: `https://raw.githubusercontent.com/openshift/api/${commit}/${path}`,
          sha256,
        })),
      });
    }
  });
});

describe('findRelease', () => {
  it.each([
    ['openshift@4.20', '4.20'],
    ['openshift@latest', '5.1'],
    ['kubernetes@latest', '1.35'],
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
      'cert-manager@12',
      'catalog-version-unknown: "cert-manager" has no version "12", but "1.17.2", "1.18.2"',
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
});

describe('isCatalogName', () => {
  it.each(['openshift@4.20', 'cert-manager@1.18.2', 'a@latest', 'tea@v1.0-rc.1'])('%s', (name) => {
    expect(isCatalogName(name)).toBe(true);
  });

  it.each([
    './openshift@4.20',
    'openshift',
    'openshift@',
    '@4.20',
    'a@b@c',
    '__proto__@1',
    'a@../b',
    'A@1',
    'https://user@example.com',
    'a@1\n',
  ])('not %j', (name) => {
    expect(isCatalogName(name)).toBe(false);
  });

  it('says what the two parts are', () => {
    expect(splitName('argo-cd@3.1.0')).toEqual({ name: 'argo-cd', version: '3.1.0' });
  });
});
