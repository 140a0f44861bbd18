import { beforeEach, describe, expect, it } from 'vitest';
import { Diagnostics } from '../../packages/couplet/src/diagnostic/diagnostics.ts';
import { emitJsonnet } from '../../packages/couplet/src/target/jsonnet/jsonnet.ts';
import { buildLibrary } from '../../packages/couplet/src/library/build.ts';
import { readDefinitions } from '../../packages/couplet/src/reader/read.ts';
import { readDocuments } from '../support/documents.ts';
import { kubernetesPath } from '../support/release-mirror.ts';
import { sharedPath, skipWithout } from '../support/shared.ts';

const openShift = sharedPath('specs', 'openshift', 'openapi-4.20.json.gz');
const kubernetes = kubernetesPath('1.33');

interface Generated {
  /** The files of the kinds, by path. */
  readonly kinds: ReadonlyMap<string, string>;
  readonly codes: readonly string[];
}

async function generate(...paths: readonly string[]): Promise<Generated> {
  const diagnostics = new Diagnostics();
  const definitions = readDefinitions(await readDocuments(paths, diagnostics), diagnostics);
  const library = buildLibrary(definitions, undefined, diagnostics);
  const about = {
    label: 'x',
    localName: 'o',
    repository: 'example.com/o',
    description: 'A library',
  };
  const files = [...emitJsonnet(library, { ...about, isSlim: false, patches: [] })];
  const kinds = files.filter(({ path }) => /_gen\/[^/]+\/[^/]+\/(?!main\.)/.test(path));
  return {
    kinds: new Map(kinds.map(({ path, text }) => [path, text])),
    codes: diagnostics.list().map(({ code }) => code),
  };
}

describe('OpenShift 4.20 and Kubernetes 1.33 as one library', () => {
  beforeEach((context) => skipWithout(context, openShift, kubernetes));

  it('has the kinds of both, those of Kubernetes unchanged, in whichever order they are named', async () => {
    const both = await generate(openShift, kubernetes);
    const ofOpenShift = (await generate(openShift)).kinds;
    const ofKubernetes = (await generate(kubernetes)).kinds;
    expect(both.kinds.size).toBe(ofOpenShift.size + ofKubernetes.size);
    for (const [path, text] of ofKubernetes)
      expect([path, both.kinds.get(path)]).toEqual([path, text]);
    const renamed = [...ofOpenShift.keys()].filter((path) => ofKubernetes.has(path));
    for (const path of ofOpenShift.keys()) expect(both.kinds.has(path)).toBe(true);
    expect(renamed.length).toBeGreaterThan(0);
    expect(both.codes.filter((code) => code === 'kind-clash')).toHaveLength(renamed.length);
    expect(both.codes).not.toContain('duplicate-definition');
    expect((await generate(kubernetes, openShift)).kinds).toEqual(both.kinds);
  });
});
