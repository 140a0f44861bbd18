import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { Diagnostics } from '../../packages/couplet/src/diagnostic/diagnostics.ts';
import { readDocuments } from '../support/documents.ts';
import { kubernetesPath, releasePaths } from '../support/release-mirror.ts';
import { sharedPath, skipWithout } from '../support/shared.ts';
import { refusedManifests } from './refused.ts';
import { fileFor, schemasOf } from '../../packages/couplet/src/testing/json-schemas.ts';
import { Validator } from './validator.ts';

const manifests = sharedPath('convert', 'expected.jsonl.gz');
const sources = [...releasePaths, kubernetesPath('1.33'), sharedPath('specs', 'collections')];

it(
  'takes real manifests, but those that the API server refuses',
  { timeout: 240_000 },
  async (context) => {
    skipWithout(context, manifests, ...sources);
    const { files } = await schemasOf(await readDocuments(sources, new Diagnostics()));
    const validator = new Validator(files);
    const refused = new Map<string, string>();
    let taken = 0;
    for (const line of gunzipSync(readFileSync(manifests)).toString().trim().split('\n')) {
      const { file, documents } = JSON.parse(line);
      for (const document of documents) {
        const schema = fileFor(String(document?.apiVersion), String(document?.kind));
        if (!validator.has(schema)) continue;
        const problems = validator.problems(schema, document);
        if (problems.length === 0) taken++;
        else refused.set(file.replace('manifests/', ''), problems.join('\n'));
      }
    }
    console.log(`${taken} documents taken, ${refused.size} files refused`);
    expect([...refused.keys()]).toEqual([...refusedManifests.keys()].sort());
    for (const [file, words] of refusedManifests) {
      for (const word of words) expect(refused.get(file), file).toContain(word);
    }
    expect(taken).toBeGreaterThanOrEqual(699);
  },
);
