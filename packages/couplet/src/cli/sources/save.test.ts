import { describe, expect, test } from 'vitest';
import type { Route } from '../../testing/cluster.ts';
import {
  configure,
  hasOpenSsl,
  noDiscovery,
  serveCluster,
  teaDiscovery,
  token,
} from '../../testing/cluster.ts';
import { runCommand, tidy } from '../../testing/command.ts';
import { contentsOf, put, temporaryFolder } from '../../testing/output-folder.ts';
import { teaApi } from '../../testing/tea.ts';

const routes: Readonly<Record<string, Route>> = {
  '/api': noDiscovery,
  '/apis': teaDiscovery,
  '/openapi/v2': teaApi,
  '/version': { gitVersion: 'v1.33.4' },
};

async function save(
  folder: string,
  answers: Readonly<Record<string, Route>>,
): Promise<{ readonly code: number; readonly told: string }> {
  const { kubeconfig, address } = await serveCluster(answers);
  const target = `${folder}/cluster`;
  const args = ['sources', 'save', target, '--kubeconfig', kubeconfig];
  const { code, stderr } = await runCommand(args);
  return { code, told: tidy(stderr.replaceAll(address, 'https://cluster'), folder) };
}

describe.skipIf(!hasOpenSsl)('couplet sources save', () => {
  test('saves what the cluster serves, as it came, by its paths', async () => {
    const folder = temporaryFolder();
    expect(await save(folder, routes)).toEqual({
      code: 0,
      told: '1.33: 3 files written, 0 unchanged, 0 removed in cluster\n',
    });
    const { 'cluster/.couplet.json': record, ...files } = contentsOf(folder);
    expect(files).toEqual({
      'cluster/api.json': JSON.stringify(noDiscovery),
      'cluster/apis.json': JSON.stringify(teaDiscovery),
      'cluster/openapi/v2.json': JSON.stringify(teaApi),
    });
    expect(record).toContain('"(cluster)"');
  });

  test('saves documents whose library is that of the cluster', async () => {
    const folder = temporaryFolder();
    await save(folder, routes);
    const { kubeconfig } = await serveCluster(routes);
    const label = ['--label', 'tea', '--target', 'jsonnet,markdown,typescript'];
    const [ofCluster, ofFolder] = [`${folder}/one`, `${folder}/other`];
    const live = ['generate', '--kubeconfig', kubeconfig, ...label, '--out', ofCluster];
    expect((await runCommand(live)).code).toBe(0);
    const saved = ['generate', '--from', `${folder}/cluster`, ...label, '--out', ofFolder];
    expect((await runCommand(saved)).code).toBe(0);
    expect(Object.keys(contentsOf(ofCluster)).length).toBeGreaterThan(20);
    expect(contentsOf(ofFolder)).toEqual(contentsOf(ofCluster));
  });

  test('takes away what is served no more, and leaves what is not its own', async () => {
    const folder = temporaryFolder();
    const definition = {
      properties: { leaves: { type: 'string' } },
      'x-kubernetes-group-version-kind': [{ group: 'tea', version: 'v1', kind: 'Tea' }],
    };
    const v3 = {
      '/openapi/v3': { paths: { tea: { serverRelativeURL: '/openapi/v3/apis/tea?hash=1' } } },
      '/openapi/v3/apis/tea?hash=1': {
        openapi: '3.0.0',
        components: { schemas: { 'com.example.tea.v1.Tea': definition } },
      },
    };
    await save(folder, routes);
    put(folder, { 'cluster/crd.txt': 'mine' });
    expect((await save(folder, { ...routes, ...v3 })).told).toBe(
      '1.33: 1 file written, 2 unchanged, 1 removed in cluster\n',
    );
    const files = Object.keys(contentsOf(`${folder}/cluster`));
    expect(files).toEqual(['api.json', 'apis.json', 'crd.txt', 'openapi/v3/apis/tea.json']);
  });

  test('shares a folder with a library, whatever that is called', async () => {
    const folder = temporaryFolder();
    await save(folder, routes);
    const target = `${folder}/cluster`;
    const args = ['generate', '--from', target, '--label', 'cluster', '--out', target];
    expect((await runCommand([...args, '--target', 'jsonnet', '--slim'])).code).toBe(0);
    const library = 'cluster/cluster/main.libsonnet';
    expect(Object.keys(contentsOf(folder))).toEqual(
      expect.arrayContaining(['cluster/openapi/v2.json', library]),
    );
    expect((await save(folder, routes)).told).toContain('0 files written, 3 unchanged, 0 removed');
    expect(Object.keys(contentsOf(folder))).toContain(library);
  });

  test.each<[string, Readonly<Record<string, Route>>, string]>([
    ['refuses', { '/openapi/v2': (response) => response.writeHead(401).end() }, 'unauthorised'],
    ['breaks off', { '/openapi/v2': '{"swagger": "2.0", "definitions": {' }, 'json-syntax'],
    ['defines nothing', { '/openapi/v2': { swagger: '2.0' } }, 'no-definitions'],
  ])('leaves what was saved where the cluster %s', async (_, answers, problem) => {
    const folder = temporaryFolder();
    await save(folder, routes);
    const before = contentsOf(folder);
    const { code, told } = await save(folder, { ...routes, ...answers });
    expect(code).toBe(1);
    expect(told).toContain(problem);
    expect(told).toMatch(/\nnothing was written to cluster\n$/);
    expect(contentsOf(folder)).toEqual(before);
  });

  test('writes nothing where a file that is not its own is in the way', async () => {
    const folder = temporaryFolder();
    put(folder, { 'cluster/apis.json': 'mine' });
    const { code, told } = await save(folder, routes);
    expect(code).toBe(1);
    expect(told).toContain('cluster/apis.json');
    expect(told).not.toContain('--out');
    expect(told).toMatch(/\nnothing was written to cluster\n$/);
    expect(contentsOf(folder)).toEqual({ 'cluster/apis.json': 'mine' });
  });

  test('saves nothing about the way to the cluster', async () => {
    const folder = temporaryFolder();
    const cluster = await serveCluster(routes, { isMutual: false });
    const kubeconfig = configure(cluster, {}, { token });
    const args = ['sources', 'save', folder, '--kubeconfig', kubeconfig, '--context', 'tea'];
    expect((await runCommand(args)).code).toBe(0);
    expect(JSON.stringify(contentsOf(folder))).not.toMatch(
      new RegExp(`127\\.0\\.0\\.1|:${new URL(cluster.address).port}\\b|${token}|drinker|house`),
    );
  });

  test('wants a folder', async () => {
    const { code, stderr } = await runCommand(['sources', 'save']);
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("missing required argument 'folder'"),
    });
  });
});
