import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../../packages/couplet/src/diagnostic/diagnostics.ts';
import { readDocuments } from '../support/documents.ts';
import { kubernetesPath, releasePaths } from '../support/release-mirror.ts';
import { skipWithout } from '../support/shared.ts';
import { schemasOf } from '../../packages/couplet/src/testing/json-schemas.ts';
import { Validator } from './validator.ts';

describe.each([
  ['OpenShift 4.20 with its CRDs', releasePaths, 130],
  ['Kubernetes 1.33', [kubernetesPath('1.33')], 80],
])('%s', (_, sources, least) => {
  it(
    'has schemas that Ajv compiles and that refer to nothing outside',
    { timeout: 240_000 },
    async (context) => {
      skipWithout(context, ...sources);
      const { files } = await schemasOf(await readDocuments(sources, new Diagnostics()));
      expect(files.size).toBeGreaterThan(least);
      // The file with all kinds has the same definitions, line by line, as the files of the kinds.
      new Validator(files).compile('all.json');
      const all = new Set(linesOf(files.get('all.json')));
      const kinds = JSON.parse(files.get('all.json') ?? '').definitions;
      for (const [file, text] of files) {
        const { $schema, definitions = {}, ...kind } = JSON.parse(text);
        expect($schema).toBe('http://json-schema.org/draft-07/schema#');
        if (file !== 'all.json') expect(kind, file).toEqual(kinds[file.replace('.json', '')]);
        const targets = [...text.matchAll(/"\$ref":("[^"]*")/g)].map(([, target = '']) => target);
        for (const target of new Set(targets)) {
          const [, name = ''] = /^#\/definitions\/([\w.-]+)$/.exec(JSON.parse(target)) ?? [];
          expect(Object.hasOwn(definitions, name), `${file}: ${target}`).toBe(true);
        }
        for (const line of linesOf(text)) expect(all.has(line), file).toBe(true);
      }
    },
  );
});

/** The lines of a file that have a definition each. */
function linesOf(text = ''): readonly string[] {
  return text
    .split('\n')
    .slice(1, -2)
    .map((line) => line.replace(/,$/, ''));
}
