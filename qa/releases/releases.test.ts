import { fileURLToPath } from 'node:url';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Diagnostics } from '../../packages/couplet/src/diagnostic/diagnostics.ts';
import { buildLibrary } from '../../packages/couplet/src/library/build.ts';
import { readDefinitions } from '../../packages/couplet/src/reader/read.ts';
import { consult } from '../conformance/oracle/functions.ts';
import { rawDefinitionsOf } from '../conformance/oracle/read.ts';
import { readDocuments } from '../support/documents.ts';
import { libraries } from '../support/libraries.ts';
import { isThere, skipWithout } from '../support/shared.ts';
import type { Counts, Release } from './page.ts';
import { countsOf, pageOf } from './page.ts';

const page = fileURLToPath(new URL('../../docs/releases.md', import.meta.url));
const needed = libraries.flatMap(({ paths }) => paths);

/** The same counts, worked out from raw documents. */
function countsIn(documents: readonly unknown[]): Counts {
  const { functions, namespaces } = consult(rawDefinitionsOf(documents));
  const depths = [1, 2, 3].map((depth) => {
    return new Set(namespaces.map((path) => path.slice(0, depth).join('.'))).size;
  });
  const [groups = 0, versions = 0, kinds = 0] = depths;
  const kindsWithNew = functions.filter(({ form }) => form === 'new').length;
  return { groups, versions, kinds, kindsWithNew, functions: functions.length };
}

describe('the list of what each release has', () => {
  const releases: Release[] = [];
  const expected: Counts[] = [];

  beforeAll(async () => {
    if (!isThere(...needed)) return;
    for (const { name, paths } of libraries) {
      const diagnostics = new Diagnostics();
      const documents = await readDocuments(paths, diagnostics);
      const definitions = readDefinitions(documents, diagnostics);
      releases.push({ name, library: buildLibrary(definitions, undefined, diagnostics) });
      expected.push(countsIn(documents.map(({ value }) => value)));
    }
  }, 60_000);

  beforeEach((context) => skipWithout(context, ...needed));

  it('is what the documents have', () => {
    expect(releases.map(({ library }) => countsOf(library))).toEqual(expected);
  });

  // `npm run releases` writes the page instead of comparing it.
  it('is what docs/releases.md says', async () => {
    await expect(pageOf(releases)).toMatchFileSnapshot(page);
  });
});
