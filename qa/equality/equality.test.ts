import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Diagnostics } from '../../packages/couplet/src/diagnostic/diagnostics.ts';
import { emitTypeScript } from '../../packages/couplet/src/target/typescript/typescript.ts';
import { buildLibrary } from '../../packages/couplet/src/library/build.ts';
import { buildTypes } from '../../packages/couplet/src/types/build.ts';
import { Resolver } from '../../packages/couplet/src/api/resolve.ts';
import { readDefinitions } from '../../packages/couplet/src/reader/read.ts';
import { Executed } from '../conformance/executed.ts';
import type { GeneratedLibrary } from '../conformance/generated.ts';
import { writeLibrary } from '../conformance/generated.ts';
import { skipWithoutCommands } from '../conformance/jsonnet.ts';
import type { LibraryFunction } from '../conformance/oracle/functions.ts';
import { consult } from '../conformance/oracle/functions.ts';
import { rawDefinitionsOf } from '../conformance/oracle/read.ts';
import { readDocuments } from '../support/documents.ts';
import { libraries } from '../support/libraries.ts';
import { isThere, skipWithout } from '../support/shared.ts';
import type { Call } from './call.ts';
import { functionsByRoot, randomSums, sumsOf } from './call.ts';
import type { KindSums } from './in-jsonnet.ts';
import { sumsByKind, sumsInJsonnet } from './in-jsonnet.ts';
import { TypeScriptLibrary } from './in-typescript.ts';
import { knownDifferences } from './known-differences.ts';

const label = 'tested';
const randomSumsOfEach = 10_000;
const timeout = 900_000;

/** Kinds that several libraries have byte by byte are added up in Jsonnet once, for the first of them. */
const executed = new Executed();

for (const { name, paths } of libraries) {
  describe(`the library of ${name} in both languages`, () => {
    let folder = '';
    let jsonnet: GeneratedLibrary | undefined;
    let typeScript: TypeScriptLibrary | undefined;
    let functions: readonly LibraryFunction[] = [];

    beforeAll(async () => {
      if (!isThere(...paths)) return;
      folder = mkdtempSync(join(tmpdir(), 'couplet-equality-'));
      const diagnostics = new Diagnostics();
      const documents = await readDocuments(paths, diagnostics);
      const definitions = readDefinitions(documents, diagnostics);
      const library = buildLibrary(definitions, undefined, diagnostics);
      const types = buildTypes(library, definitions, new Resolver(definitions));
      const options = { label, packageName: 'tested', packageVersion: '1.0.0', runtimeRange: '*' };
      jsonnet = writeLibrary(library, join(folder, 'jsonnet'), true);
      typeScript = new TypeScriptLibrary(folder, emitTypeScript(types, options));
      ({ functions } = consult(rawDefinitionsOf(documents.map(({ value }) => value))));
    });

    afterAll(() => {
      if (folder !== '') rmSync(folder, { recursive: true });
    });

    beforeEach((context) => {
      skipWithout(context, ...paths);
      skipWithoutCommands(context, 'jsonnet');
    });

    /** The sums that differ, by their calls. */
    async function differencesOf(kinds: readonly KindSums[]): Promise<readonly string[]> {
      if (jsonnet === undefined || typeScript === undefined)
        throw new Error('nothing was generated');
      const inJsonnet = await sumsInJsonnet(jsonnet, kinds, executed, name);
      const differences: string[] = [];
      for (const [position, { sums }] of kinds.entries()) {
        for (const [index, sum] of sums.entries()) {
          const here = await typeScript.sum(sum, modulePath);
          if (!isDeepStrictEqual(here, inJsonnet[position]?.[index])) {
            differences.push(sum.map(nameOf).join(' + '));
          }
        }
      }
      return differences;
    }

    it(
      'gives the same for every function, alone, with itself and with a sibling',
      { timeout },
      async () => {
        const sums = functionsByRoot(functions).flatMap((root) =>
          root.flatMap((called, index) =>
            sumsOf(called, root[(index + 1) % root.length] ?? called),
          ),
        );
        expect(sums.length).toBeGreaterThan(functions.length * 4);
        expect(await differencesOf(sumsByKind(sums))).toEqual(knownDifferences);
        const counts = `${functions.length} functions, ${sums.length} sums`;
        console.info(`${counts}, of ${executed.tell(name)}`);
      },
    );

    it(`gives the same for ${randomSumsOfEach} random compositions`, { timeout }, async () => {
      const sums = randomSums(functions, randomSumsOfEach, 2026);
      expect(sums).toHaveLength(randomSumsOfEach);
      expect(await differencesOf(sumsByKind(sums))).toEqual(knownDifferences);
    });
  });
}

function modulePath(group: string, version: string): string {
  return join('typescript', label, group, `${version}.js`);
}

function nameOf({ path, passed }: Call): string {
  return `${path.join('.')}(${JSON.stringify(passed)})`;
}
