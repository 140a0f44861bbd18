import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Diagnostics } from '../../packages/couplet/src/diagnostic/diagnostics.ts';
import { emitJsonnet } from '../../packages/couplet/src/target/jsonnet/jsonnet.ts';
import { emitMarkdown } from '../../packages/couplet/src/target/markdown/markdown.ts';
import { buildLibrary } from '../../packages/couplet/src/library/build.ts';
import { readDefinitions } from '../../packages/couplet/src/reader/read.ts';
import { readDocuments } from '../support/documents.ts';
import { isThere, sharedPath, skipWithout } from '../support/shared.ts';
import type { Reason } from './expected-differences.ts';
import { prometheusDifferences } from './expected-differences.ts';
import { expectAllReasonsUsed, explain, readHashes, readPages, sha256 } from './golden.ts';
import { withPublishedMetadata, withoutMetadataTexts } from './metadata-texts.ts';
import { asUpstream, libraryMistakes, pageMistakes, publishedText } from './upstream.ts';

const crdFolder = sharedPath('golden', 'prometheus-operator-0.86', 'crds');
const pagesFolder = sharedPath('golden', 'prometheus-operator-0.86', 'docs');
const hashesFile = sharedPath('golden', 'prometheus-operator-0.86', 'library.sha256');
const inputs = [crdFolder, pagesFolder, hashesFile];

const options = {
  label: '0.86',
  localName: 'prometheus-operator',
  repository: 'github.com/jsonnet-libs/prometheus-operator-libsonnet',
  description: 'Generated Jsonnet library for Prometheus Operator 0.86',
};

const kinds: readonly string[] = [
  'monitoring/v1/podMonitor',
  'monitoring/v1/probe',
  'monitoring/v1/prometheusRule',
  'monitoring/v1/serviceMonitor',
  'monitoring/v1alpha1/alertmanagerConfig',
];

function reasonsFor(kind: string): readonly Reason[] {
  return prometheusDifferences.get(kind) ?? [];
}

describe('the library of five CRDs of Prometheus Operator 0.86 and the published one', () => {
  const ours = new Map<string, string>();
  const transplanted = new Map<string, string>();
  let publishedPages: ReadonlyMap<string, string> = new Map();
  let publishedHashes: ReadonlyMap<string, string> = new Map();

  beforeAll(async () => {
    if (!isThere(...inputs)) return;
    publishedPages = readPages(pagesFolder);
    publishedHashes = readHashes(hashesFile);
    const diagnostics = new Diagnostics();
    const definitions = readDefinitions(await readDocuments([crdFolder], diagnostics), diagnostics);
    const page = publishedPages.get('monitoring/v1/prometheusRule.md') ?? '';
    for (const [files, read] of [
      [ours, definitions],
      [transplanted, withPublishedMetadata(definitions, page)],
    ] as const) {
      const library = buildLibrary(read, /^com\.coreos\..*/, diagnostics);
      const markdown = emitMarkdown(library, { ...options, helpStyle: 'quoted' });
      const jsonnet = emitJsonnet(library, { ...options, isSlim: false, patches: [] });
      for (const { path, text } of [...markdown, ...jsonnet]) files.set(path, text);
    }
    expect(diagnostics.list()).toEqual([]);
  });

  beforeEach((context) => skipWithout(context, ...inputs));

  it('has every published page and library file', () => {
    expect([...publishedPages.keys()].sort()).toEqual(kinds.map((kind) => `${kind}.md`));
    expect([...publishedHashes.keys()].sort()).toEqual(kinds.map((kind) => `${kind}.libsonnet`));
  });

  it.for(kinds)(
    'page %s differs in explained lines and the texts under metadata only',
    async (kind, context) => {
      const text = ours.get(`docs/0.86/${kind}.md`) ?? '';
      const published = publishedPages.get(`${kind}.md`) ?? '';
      const lines = asUpstream(text, reasonsFor(kind), pageMistakes);
      expect(withoutMetadataTexts(publishedText(lines))).toBe(withoutMetadataTexts(published));
      expectAllReasonsUsed(lines, reasonsFor(kind));
      await explain(context, `${kind}.md`, lines);
    },
  );

  it.for(kinds)(
    'page %s, given the texts under metadata, differs in explained lines only',
    (kind) => {
      const text = transplanted.get(`docs/0.86/${kind}.md`) ?? '';
      const lines = asUpstream(text, reasonsFor(kind), pageMistakes);
      expect(publishedText(lines)).toBe(publishedPages.get(`${kind}.md`));
    },
  );

  it.for(kinds)(
    'library file %s, given the texts under metadata, differs in explained lines only',
    async (kind, context) => {
      const text = transplanted.get(`0.86/_gen/${kind}.libsonnet`) ?? '';
      const lines = asUpstream(text, reasonsFor(kind), libraryMistakes);
      expect(sha256(publishedText(lines))).toBe(publishedHashes.get(`${kind}.libsonnet`));
      expectAllReasonsUsed(lines, reasonsFor(kind));
      await explain(context, `${kind}.libsonnet`, lines);
    },
  );
});
