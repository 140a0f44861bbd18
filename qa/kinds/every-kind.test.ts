import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Diagnostics } from '../../packages/couplet/src/diagnostic/diagnostics.ts';
import type { SourceDocument } from '../../packages/couplet/src/source/document.ts';
import { readDocuments } from '../support/documents.ts';
import { libraries } from '../support/libraries.ts';
import { embeddedPath, isThere, sharedPath, skipWithout } from '../support/shared.ts';
import type { ToldKind } from './documents.ts';
import {
  scopesInTable,
  toldByCustomResources,
  toldByDefinitions,
  toldByPaths,
} from './documents.ts';
import type { MadeManifest, UsedKind } from './manifests.ts';
import { useEveryKind } from './manifests.ts';

interface Made extends UsedKind {
  readonly made: MadeManifest;
}

function isMade(used: UsedKind): used is Made {
  return used.made !== undefined;
}

function nameOf({ apiVersion, kind }: Pick<ToldKind, 'apiVersion' | 'kind'>): string {
  return `${apiVersion} ${kind}`;
}

function withoutVersion({ apiVersion, kind }: Pick<ToldKind, 'apiVersion' | 'kind'>): string {
  return `${kind}.${apiVersion.replace(/\/.*/, '')}`;
}

/** What is in answers of every API server, or in the bodies of requests for something else. */
const withoutPath = /^(API\w+|DeleteOptions|Status|WatchEvent)$/;

describe.each(libraries)('every kind of $name', ({ paths }) => {
  let folder = '';
  let documents: readonly SourceDocument[] = [];
  let used: readonly UsedKind[] = [];
  let made: readonly Made[] = [];

  beforeAll(async () => {
    if (!isThere(...paths)) return;
    folder = mkdtempSync(join(tmpdir(), 'couplet-kinds-'));
    documents = await readDocuments(paths, new Diagnostics());
    used = await useEveryKind(documents, folder);
    made = used.filter(isMade);
  });

  afterAll(() => {
    if (folder !== '') rmSync(folder, { recursive: true });
  });

  beforeEach((context) => skipWithout(context, ...paths));

  it('has a new exactly where it is served, that sets what it is served as', () => {
    const told = toldByDefinitions(documents);
    expect(made.map(({ place }) => place).toSorted()).toEqual([...told.keys()].toSorted());
    for (const { place, made: manifest } of made)
      expect(told.get(place)).toContain(nameOf(manifest));
    expect(used.filter(({ isUnserved }) => isUnserved).filter(isMade)).toEqual([]);
  });

  it('has the scope that CRDs, or else the table, give it', () => {
    const ofCustomResources = new Map(
      toldByCustomResources(documents).map((told) => [nameOf(told), told.scope]),
    );
    const saysNothing = toldByPaths(documents).size === 0;
    for (const { place, scope, made: manifest } of made) {
      const ofTable = saysNothing ? scopesInTable.get(withoutVersion(manifest)) : undefined;
      const expected = ofCustomResources.get(nameOf(manifest)) ?? ofTable;
      expect([place, scope]).toEqual([place, expected]);
      const isMarked = expected === 'Cluster' && manifest.hasName;
      expect([place, manifest.isMarked]).toEqual([place, isMarked]);
      if (saysNothing) expect([place, scope]).not.toEqual([place, undefined]);
    }
  });

  it('that has a CRD can be made, in the version and group of the CRD', () => {
    const names = new Set(made.map(({ made: manifest }) => nameOf(manifest)));
    const told = toldByCustomResources(documents);
    expect(told.map(nameOf).filter((name) => !names.has(name))).toEqual([]);
  });

  it('that the paths know can be made, and what they do not know is no object of its own', (context) => {
    const told = toldByPaths(documents);
    if (told.size === 0) return context.skip('the document has no paths');
    const names = new Map(made.map(({ made: manifest }) => [nameOf(manifest), manifest.kind]));
    // OpenShift's document has the kinds of Kubernetes too, and its library has not.
    const isOwn = (name: string): boolean =>
      !paths.includes(embeddedPath) || name.includes('.openshift.io/');
    const missing = [...told.values()]
      .filter(({ kind }) => !kind.endsWith('List'))
      .map(nameOf)
      .filter((name) => isOwn(name) && !names.has(name));
    expect(missing).toEqual([]);
    const others = [...names].filter(([name, kind]) => !told.has(name) && !withoutPath.test(kind));
    expect(others).toEqual([]);
  });
});

describe('the document of OpenShift 4.5 alone', () => {
  const crds = sharedPath('specs', 'openshift', 'crds-4.5');

  it('makes the kinds that have CRDs in the versions of the CRDs', async (context) => {
    skipWithout(context, embeddedPath, crds);
    const folder = mkdtempSync(join(tmpdir(), 'couplet-kinds-'));
    const used = await useEveryKind(await readDocuments([embeddedPath], new Diagnostics()), folder);
    rmSync(folder, { recursive: true });
    const told = toldByCustomResources(await readDocuments([crds], new Diagnostics()));
    const [kinds, names] = [new Set(told.map(withoutVersion)), new Set(told.map(nameOf))];
    const made = used.filter(isMade).map(({ made: manifest }) => manifest);
    const both = made.filter((manifest) => kinds.has(withoutVersion(manifest)));
    expect(both.length).toBeGreaterThan(5);
    expect(both.map(nameOf).filter((name) => !names.has(name))).toEqual([]);
  });
});
