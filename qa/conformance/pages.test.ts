import { beforeEach, describe, expect, it } from 'vitest';
import { Diagnostics } from '../../packages/couplet/src/diagnostic/diagnostics.ts';
import { emitMarkdown } from '../../packages/couplet/src/target/markdown/markdown.ts';
import { buildLibrary } from '../../packages/couplet/src/library/build.ts';
import { readDefinitions } from '../../packages/couplet/src/reader/read.ts';
import { readDocuments } from '../support/documents.ts';
import { libraries } from '../support/libraries.ts';
import { skipWithout } from '../support/shared.ts';
import { consult } from './oracle/functions.ts';
import { rawDefinitionsOf } from './oracle/read.ts';
import { countIndexEntries, linesOfPages, wantedOnPages } from './pages.ts';

describe.each(libraries)('the pages of $name', ({ paths }) => {
  beforeEach((context) => skipWithout(context, ...paths));

  it('show every function with its argument and every namespace, and no others', async () => {
    const diagnostics = new Diagnostics();
    const documents = await readDocuments(paths, diagnostics);
    const definitions = readDefinitions(documents, diagnostics);
    const library = buildLibrary(definitions, undefined, diagnostics);
    const names = { label: 'tested', localName: 'o', repository: 'example.com/o' };
    const options = { ...names, description: 'A library', helpStyle: 'quoted' } as const;
    const pages = [...emitMarkdown(library, options)];
    const oracle = consult(rawDefinitionsOf(documents.map(({ value }) => value)));

    const wanted = wantedOnPages(oracle);
    expect(wanted.length).toBeGreaterThan(1_000);
    expect(linesOfPages(pages).toSorted()).toEqual(wanted.toSorted());
    const kinds = oracle.namespaces.filter((path) => path.length === 3);
    expect(countIndexEntries(pages)).toBe(wanted.length - kinds.length);
  });
});
