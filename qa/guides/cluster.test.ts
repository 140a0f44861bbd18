import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Route } from '../../packages/couplet/src/testing/cluster.ts';
import {
  hasOpenSsl,
  noDiscovery,
  serveCluster,
  writeKubeconfig,
} from '../../packages/couplet/src/testing/cluster.ts';
import { runCommand } from '../../packages/couplet/src/testing/command.ts';
import {
  kubernetesPath,
  mirrorKubernetes,
  mirrorRelease,
  releasePaths,
} from '../support/release-mirror.ts';
import { skipWithout } from '../support/shared.ts';
import { Guide } from './guide.ts';

const text = { type: 'string' };
const node = { group: '', version: 'v1', kind: 'Node' };

/** What Kubernetes is here, and what a cluster serves beside it. */
const core = {
  'io.k8s.api.core.v1.Node': {
    properties: {
      metadata: { properties: { name: text, annotations: { type: 'object' } } },
      spec: { properties: { providerID: text } },
    },
    'x-kubernetes-group-version-kind': [node],
  },
};
/** What a cluster tells of it, and a document does not. */
const nodes = { resource: 'nodes', responseKind: node, scope: 'Cluster' };
const discovery = {
  kind: 'APIGroupDiscoveryList',
  items: [{ metadata: {}, versions: [{ version: 'v1', resources: [nodes] }] }],
};
const operator = {
  'com.coreos.tea.v1.Sieve': {
    properties: { spec: { properties: { mesh: { type: 'integer' } } } },
    'x-kubernetes-group-version-kind': [{ group: 'tea.coreos.com', version: 'v1', kind: 'Sieve' }],
  },
};

/** A cluster of OpenShift 4.20. */
const routes: Readonly<Record<string, Route>> = {
  '/api': discovery,
  '/apis': noDiscovery,
  '/openapi/v2': { swagger: '2.0', definitions: { ...core, ...operator } },
  '/apis/config.openshift.io/v1': { kind: 'APIResourceList' },
  '/apis/config.openshift.io/v1/clusterversions/version': {
    status: { history: [{ state: 'Completed', version: '4.20.3' }] },
  },
};

describe.skipIf(!hasOpenSsl)('the guide for clusters', () => {
  beforeEach((context) => skipWithout(context, ...releasePaths, kubernetesPath('1.33')));

  it('has commands that do what it says', async () => {
    const guide = new Guide('from-a-cluster.md');
    const { folder } = guide.project;
    onTestFinished(() => guide.project.remove());
    const mirror = join(folder, 'mirror');
    mirrorRelease(mirror);
    mirrorKubernetes(mirror, '1.33');
    const projectFile = guide.takeFile('couplet.yaml');
    const served = { ...routes };
    const kubeconfig = await serveAs('production', served);
    guide.project.write('ci.kubeconfig', readFileSync(kubeconfig, 'utf8'));
    process.chdir(folder);
    onTestFinished(() => process.chdir(import.meta.dirname));

    // Here and not as processes of their own, for the cluster is in this one.
    for (const { command, status } of guide.steps) {
      if (command.endsWith('diff cluster --cluster')) changeCluster(served);
      const words = wordsOf(command);
      if (words[0] === 'diff') words.push('--mirror', mirror);
      const env = { KUBECONFIG: kubeconfig, XDG_CACHE_HOME: join(folder, 'downloads') };
      const { code, stderr } = await runCommand(words, { env });
      expect(stderr).not.toContain('error');
      expect({ command, code }).toEqual({ command, code: status });
    }
    expect(existsSync('lib/4.20/_gen/core/v1/node.libsonnet')).toBe(true);
    expect(existsSync('lib/production/_gen/tea/v1/sieve.libsonnet')).toBe(true);
    guide.project.write('couplet.yaml', projectFile);
    expect(await runCommand(['generate'], { env: {} })).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('production: '),
    });
  });
});

/** Serves a cluster that is the given context of its kubeconfig. Gives the path of that. */
async function serveAs(context: string, served: Readonly<Record<string, Route>>): Promise<string> {
  const { kubeconfig } = await serveCluster(served);
  const content = readFileSync(kubeconfig, 'utf8').replaceAll('"tea"', JSON.stringify(context));
  return writeKubeconfig(content);
}

/** An upgrade: a kind is gone. */
function changeCluster(served: Record<string, Route>): void {
  served['/openapi/v2'] = { swagger: '2.0', definitions: core };
}

/** The words of a command line behind `npx couplet`, as the shell takes them. */
function wordsOf(command: string): string[] {
  expect(command).toMatch(/^npx couplet /);
  const words = command.match(/'[^']*'|\S+/g) ?? [];
  return words.slice(2).map((word) => word.replace(/^'(.*)'$/, '$1'));
}
