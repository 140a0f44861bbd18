import { beforeEach, describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../packages/couplet/src/diagnostic/diagnostics.ts';
import { Diagnostics } from '../../packages/couplet/src/diagnostic/diagnostics.ts';
import { emitJsonnet } from '../../packages/couplet/src/emitter/jsonnet/jsonnet.ts';
import { buildLibrary } from '../../packages/couplet/src/model/build.ts';
import type { JsonObject } from '../../packages/couplet/src/reader/json.ts';
import { isJsonObject } from '../../packages/couplet/src/reader/json.ts';
import { readDefinitions } from '../../packages/couplet/src/reader/read.ts';
import { documentOf } from '../../packages/couplet/src/testing/pipeline.ts';
import { readDocuments } from '../support/documents.ts';
import { embeddedPath, sharedPath, skipWithout } from '../support/shared.ts';
import { convertToV3, splitByGroupVersion } from './convert.ts';

const options = { label: 'x', localName: 'x', repository: '', description: '' };

interface Generated {
  readonly files: ReadonlyMap<string, string>;
  readonly problems: readonly Pick<Diagnostic, 'code' | 'message'>[];
}

function generate(documents: readonly JsonObject[]): Generated {
  const diagnostics = new Diagnostics();
  const sources = documents.map((value, index) => documentOf(value, `${index}.json`));
  const library = buildLibrary(readDefinitions(sources, diagnostics), undefined, diagnostics);
  const files = new Map<string, string>();
  for (const { path, text } of emitJsonnet(library, { ...options, isSlim: false, patches: [] })) {
    files.set(path, text);
  }
  const problems = diagnostics.list().map(({ code, message }) => ({ code, message }));
  return { files, problems };
}

describe.each([
  ['Kubernetes 1.30', sharedPath('specs', 'kubernetes', 'openapi-1.30.json.gz')],
  ['Kubernetes 1.35', sharedPath('specs', 'kubernetes', 'openapi-1.35.json.gz')],
  ['OpenShift 4.5', embeddedPath],
  ['OpenShift 4.20', sharedPath('specs', 'openshift', 'openapi-4.20.json.gz')],
])('the library of %s', (_name, path) => {
  beforeEach((context) => skipWithout(context, path));

  it('has the same bytes from OpenAPI v2, from v3, and from the documents of a cluster', async () => {
    const [source] = await readDocuments([path], new Diagnostics());
    const second = source?.value;
    if (!isJsonObject(second)) throw new Error(`${path} is no JSON object`);
    const third = convertToV3(second);
    const ofCluster = splitByGroupVersion(third);
    const expected = generate([second]);
    expect(expected.files.size).toBeGreaterThan(100);
    expect(generate([third])).toEqual(expected);
    expect(generate(ofCluster)).toEqual(expected);
    expect(generate(ofCluster.toReversed())).toEqual(expected);
  });
});
