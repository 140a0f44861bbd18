import { beforeEach, describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../packages/couplet/src/diagnostic/diagnostics.ts';
import { Diagnostics } from '../../packages/couplet/src/diagnostic/diagnostics.ts';
import { emitJsonnet } from '../../packages/couplet/src/target/jsonnet/jsonnet.ts';
import { emitTypeScript } from '../../packages/couplet/src/target/typescript/typescript.ts';
import { buildTypes } from '../../packages/couplet/src/types/build.ts';
import { buildLibrary } from '../../packages/couplet/src/library/build.ts';
import { Resolver } from '../../packages/couplet/src/api/resolve.ts';
import type { JsonObject } from '../../packages/couplet/src/json/object.ts';
import { isJsonObject } from '../../packages/couplet/src/json/object.ts';
import { readDefinitions } from '../../packages/couplet/src/reader/read.ts';
import { documentOf } from '../../packages/couplet/src/testing/pipeline.ts';
import { packageOptions } from '../../packages/couplet/src/testing/types.ts';
import { readDocuments } from '../support/documents.ts';
import { kubernetesPath } from '../support/release-mirror.ts';
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
  const definitions = readDefinitions(sources, diagnostics);
  const resolver = new Resolver(definitions);
  const library = buildLibrary(definitions, undefined, diagnostics, resolver);
  const emitted = [
    ...emitJsonnet(library, { ...options, isSlim: false, patches: [] }),
    ...emitTypeScript(buildTypes(library, definitions, resolver), packageOptions),
  ];
  const files = new Map(emitted.map(({ path, text }) => [path, text]));
  const problems = diagnostics.list().map(({ code, message }) => ({ code, message }));
  return { files, problems };
}

describe.each([
  ['Kubernetes 1.30', kubernetesPath('1.30')],
  ['Kubernetes 1.35', kubernetesPath('1.35')],
  ['Kubernetes 1.36', kubernetesPath('1.36')],
  ['OpenShift 4.5', embeddedPath],
  ['OpenShift 4.20', sharedPath('specs', 'openshift', 'openapi-4.20.json.gz')],
])('the libraries of %s, for Jsonnet and for TypeScript', (_name, path) => {
  beforeEach((context) => skipWithout(context, path));

  it('have the same bytes from OpenAPI v2, from v3, and from the documents of a cluster', async () => {
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
