import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { Diagnostics } from '../../packages/couplet/src/diagnostic/diagnostics.ts';
import { buildLibrary } from '../../packages/couplet/src/library/build.ts';
import type { Library } from '../../packages/couplet/src/library/library.ts';
import { readDefinitions } from '../../packages/couplet/src/reader/read.ts';
import { readDocuments } from '../support/documents.ts';
import { libraries } from '../support/libraries.ts';
import { embeddedPath, isThere, skipWithout } from '../support/shared.ts';
import { casesByKind, mismatchesOf, takeCensus } from './compare.ts';
import { Executed } from './executed.ts';
import type { GeneratedLibrary } from './generated.ts';
import { writeLibrary } from './generated.ts';
import { skipWithoutCommands, unformatted } from './jsonnet.ts';
import { differencesFromSlim } from './slim.ts';
import type { Oracle } from './oracle/functions.ts';
import { consult } from './oracle/functions.ts';
import { rawDefinitionsOf } from './oracle/read.ts';
import { importOf, readIndex, runImportedKinds, runKinds } from './run.ts';

/** The largest library takes Jsonnet ten seconds on two busy cores; a slow machine is no failure. */
const timeout = 600_000;

/** Kinds that several libraries have byte by byte are called once, in the first of them. */
const executed = new Executed();

/** The library of documents, and what it must have. */
async function build(paths: readonly string[]): Promise<{ library: Library; oracle: Oracle }> {
  const diagnostics = new Diagnostics();
  const documents = await readDocuments(paths, diagnostics);
  const library = buildLibrary(readDefinitions(documents, diagnostics), undefined, diagnostics);
  expect(diagnostics.list().filter(({ severity }) => severity === 'error')).toEqual([]);
  return { library, oracle: consult(rawDefinitionsOf(documents.map(({ value }) => value))) };
}

for (const { name, paths } of libraries) {
  describe(`the library of ${name}`, () => {
    let folder = '';
    let documented: GeneratedLibrary | undefined;
    let slim: GeneratedLibrary | undefined;
    let oracle: Oracle = { functions: [], namespaces: [] };

    beforeAll(async () => {
      if (!isThere(...paths)) return;
      folder = mkdtempSync(join(tmpdir(), 'couplet-conformance-'));
      const { library, ...made } = await build(paths);
      documented = writeLibrary(library, join(folder, 'documented'), false);
      slim = writeLibrary(library, join(folder, 'slim'), true);
      ({ oracle } = made);
    });

    afterAll(() => {
      if (folder !== '') rmSync(folder, { recursive: true });
    });

    beforeEach((context) => {
      skipWithout(context, ...paths);
      skipWithoutCommands(context, 'jsonnet', 'jsonnetfmt');
    });

    const check = async (generated: GeneratedLibrary | undefined): Promise<void> => {
      if (generated === undefined) throw new Error('no library was generated');
      const kinds = casesByKind(oracle);
      const run = `${name}, ${generated.isSlim ? 'slim' : 'documented'}`;
      const runs = await runKinds(generated, kinds, executed, run);
      const census = takeCensus(await readIndex(generated), runs, oracle, generated.isSlim);
      expect(census).toEqual({ unexpected: [], missing: [] });
      expect(mismatchesOf(runs).slice(0, 20)).toEqual([]);
      expect(oracle.functions.length).toBeGreaterThan(1_000);
      const calls = runs.reduce((sum, { results }) => sum + results.length, 0);
      const counts = `${runs.length} kinds, ${oracle.functions.length} functions, ${calls} calls`;
      console.info(`${counts}, of ${executed.tell(run)}`);
    };

    it(
      'has the functions that the schema asks for and no others, and each gives what the schema says',
      { timeout },
      () => check(documented),
    );

    // Calling the same functions again would give the same: one slim library is called, too, to see that it is one.
    it(
      'is the same without the lines that only document, where it is slim',
      { timeout },
      async () => {
        if (documented === undefined || slim === undefined)
          throw new Error('no library was generated');
        expect(slim.files.length).toBeGreaterThan(0);
        expect(differencesFromSlim(documented, slim)).toEqual([]);
        if (paths[0] === embeddedPath) await check(slim);
      },
    );

    it('is formatted as jsonnetfmt would do it', { timeout }, async () => {
      const files = [...(documented?.files ?? []), ...(slim?.files ?? [])];
      expect(files.length).toBeGreaterThan(0);
      expect(await unformatted(files)).toBe('');
    });
  });
}

// Jsonnet takes 15 ms for each file, so that one library is enough.
it(
  'a library gives the same where Jsonnet imports every file by itself',
  { timeout },
  async (context) => {
    skipWithoutCommands(context, 'jsonnet');
    const { library, oracle } = await build([embeddedPath]);
    const folder = mkdtempSync(join(tmpdir(), 'couplet-conformance-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const slim = writeLibrary(library, folder, true);
    const runs = await runImportedKinds(slim, casesByKind(oracle));
    const census = takeCensus(await readIndex(slim, importOf(slim)), runs, oracle, true);
    expect(census).toEqual({ unexpected: [], missing: [] });
    expect(mismatchesOf(runs)).toEqual([]);
  },
);
