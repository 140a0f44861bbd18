import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Diagnostics } from '../../packages/couplet/src/diagnostic/diagnostics.ts';
import { emitJsonnet } from '../../packages/couplet/src/target/jsonnet/jsonnet.ts';
import { emitMarkdown } from '../../packages/couplet/src/target/markdown/markdown.ts';
import { buildLibrary } from '../../packages/couplet/src/library/build.ts';
import { readDefinitions } from '../../packages/couplet/src/reader/read.ts';
import { readDocuments } from '../support/documents.ts';
import { embeddedPath, isThere, sharedPath, skipWithout } from '../support/shared.ts';
import { differentLibraryFiles, differentPages } from './expected-differences.ts';
import { expectAllReasonsUsed, explain, readHashes, readPages, sha256 } from './golden.ts';
import { asUpstream, libraryMistakes, pageMistakes, publishedText } from './upstream.ts';

const pagesFolder = sharedPath('golden', 'openshift-4.5', 'docs');
const hashesFile = sharedPath('golden', 'openshift-4.5', 'library.sha256');
const inputs = [embeddedPath, pagesFolder, hashesFile];

const options = {
  label: '4.5',
  localName: 'o',
  repository: 'github.com/jsonnet-libs/openshift-libsonnet',
  description: 'Generated Jsonnet library for OpenShift v4.5',
};

describe('the library of OpenShift 4.5 and the published one', () => {
  const pages = new Map<string, string>();
  const files = new Map<string, string>();
  let publishedPages: ReadonlyMap<string, string> = new Map();
  let publishedHashes: ReadonlyMap<string, string> = new Map();

  beforeAll(async () => {
    if (!isThere(...inputs)) return;
    const diagnostics = new Diagnostics();
    const definitions = readDefinitions(await readDocuments([], diagnostics), diagnostics);
    const library = buildLibrary(definitions, undefined, diagnostics);
    expect(diagnostics.list()).toEqual([]);
    for (const { path, text } of emitMarkdown(library, { ...options, helpStyle: 'quoted' })) {
      pages.set(path.slice('docs/4.5/'.length), text);
    }
    for (const { path, text } of emitJsonnet(library, { ...options, isSlim: false, patches: [] })) {
      files.set(path.slice('4.5/'.length), text);
    }
    publishedPages = readPages(pagesFolder);
    publishedHashes = readHashes(hashesFile);
  });

  beforeEach((context) => skipWithout(context, ...inputs));

  it('has the same pages and the same files', () => {
    expect([...pages.keys()].sort()).toEqual([...publishedPages.keys()].sort());
    expect([...files.keys()].sort()).toEqual([...publishedHashes.keys()].sort());
    expect(pages.size).toBe(200);
    expect(files.size).toBe(201);
  });

  it('has all pages byte for byte but those that are expected to differ', () => {
    const different = [...publishedPages]
      .filter(([path, text]) => pages.get(path) !== text)
      .map(([path]) => path.replace(/\.md$/, ''));
    expect(different.sort()).toEqual([...differentPages.keys()].sort());
    expect(publishedPages.size - different.length).toBeGreaterThanOrEqual(176);
  });

  it('has all library files byte for byte but those that are expected to differ', () => {
    const different = [...publishedHashes]
      .filter(([path, hash]) => sha256(files.get(path) ?? '') !== hash)
      .map(([path]) => path.replace(/^_gen\//, '').replace(/\.libsonnet$/, ''));
    expect(different.sort()).toEqual([...differentLibraryFiles.keys()].sort());
    expect(publishedHashes.size - different.length).toBeGreaterThanOrEqual(176);
  });

  it('has the published page of image.v1.imageStreamImportStatus', () => {
    const path = 'image/v1/imageStreamImportStatus.md';
    expect(publishedPages.get(path)).toBeTypeOf('string');
    expect(pages.get(path)).toBe(publishedPages.get(path));
  });

  it.for([...differentPages])(
    'page %s differs in explained lines only',
    async ([kind, reasons], context) => {
      const lines = asUpstream(pages.get(`${kind}.md`) ?? '', reasons, pageMistakes);
      expect(publishedText(lines)).toBe(publishedPages.get(`${kind}.md`));
      expectAllReasonsUsed(lines, reasons);
      await explain(context, `${kind}.md`, lines);
    },
  );

  it.for([...differentLibraryFiles])(
    'library file %s differs in explained lines only',
    async ([kind, reasons], context) => {
      const path = `_gen/${kind}.libsonnet`;
      const lines = asUpstream(files.get(path) ?? '', reasons, libraryMistakes);
      expect(sha256(publishedText(lines))).toBe(publishedHashes.get(path));
      expectAllReasonsUsed(lines, reasons);
      await explain(context, path, lines);
    },
  );
});
