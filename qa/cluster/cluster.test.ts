import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../packages/couplet/src/json/object.ts';
import { isJsonObject, ownValue } from '../../packages/couplet/src/json/object.ts';
import type { TestCluster } from '../../packages/couplet/src/testing/cluster.ts';
import { hasOpenSsl, serveCluster } from '../../packages/couplet/src/testing/cluster.ts';
import { runCommand } from '../../packages/couplet/src/testing/command.ts';
import {
  contentsOf,
  put,
  temporaryFolder,
} from '../../packages/couplet/src/testing/output-folder.ts';
import { convertToV3, splitByGroupVersion } from '../openapi-v3/convert.ts';
import { kubernetesPath } from '../support/release-mirror.ts';
import { embeddedPath, sharedPath, skipWithout } from '../support/shared.ts';
import type { Documents } from './api-server.ts';
import { discoveryOf, kindsInPaths, objectsIn, openApiOf } from './api-server.ts';

type Files = Readonly<Record<string, string>>;

/** What a run makes of its sources, Couplet's own record of it left out. */
async function generate(args: readonly string[]): Promise<Files> {
  const folder = temporaryFolder();
  const targets = ['--target', 'jsonnet,markdown,typescript'];
  const command = ['generate', ...args, '--label', 'tested', ...targets, '--out', folder];
  const { code, stderr } = await runCommand(command);
  expect(stderr).not.toContain('error');
  expect(code).toBe(0);
  return contentsOf(folder);
}

/** From an API server with mutual TLS. */
async function fromCluster(documents: Documents): Promise<Files> {
  const { kubeconfig } = await serveCluster(documents);
  return generate(['--cluster', '--kubeconfig', kubeconfig]);
}

/** An API server that has a release in documents of OpenAPI v3. */
async function serveRelease(
  path: string,
): Promise<{ readonly documents: Documents; readonly cluster: TestCluster }> {
  const second = readDocument(path);
  const discovery = discoveryOf(kindsInPaths(second));
  const documents = { ...discovery, ...openApiOf(splitByGroupVersion(convertToV3(second))) };
  return { documents, cluster: await serveCluster(documents) };
}

/** Saves the documents of a cluster. Gives the folder. */
async function save({ kubeconfig }: TestCluster): Promise<string> {
  const folder = join(temporaryFolder(), 'saved');
  const { code } = await runCommand(['sources', 'save', folder, '--kubeconfig', kubeconfig]);
  expect(code).toBe(0);
  return folder;
}

/** From the same documents in files. */
async function fromFiles(documents: Documents): Promise<Files> {
  const folder = temporaryFolder();
  const files = Object.entries(documents).map(([, text], index) => [
    `${String(index).padStart(4, '0')}.json`,
    text,
  ]);
  put(folder, Object.fromEntries(files));
  return generate(['--from', folder]);
}

function readDocument(path: string): JsonObject {
  const value: unknown = JSON.parse(gunzipSync(readFileSync(path)).toString());
  if (!isJsonObject(value)) throw new Error(`${path} is no JSON object`);
  return value;
}

describe.skipIf(!hasOpenSsl)('the library of a cluster', () => {
  describe.each([
    ['Kubernetes 1.30', kubernetesPath('1.30')],
    ['Kubernetes 1.35', kubernetesPath('1.35')],
    ['Kubernetes 1.36', kubernetesPath('1.36')],
    ['OpenShift 4.5', embeddedPath],
    ['OpenShift 4.20', sharedPath('specs', 'openshift', 'openapi-4.20.json.gz')],
  ])('of %s', (_name, path) => {
    beforeEach((context) => skipWithout(context, path));

    it('has the bytes that the same documents have as files, of v2 and of v3', async () => {
      const second = readDocument(path);
      const discovery = discoveryOf(kindsInPaths(second));
      const v2 = { ...discovery, '/openapi/v2': JSON.stringify(second) };
      const ofSecond = await fromFiles(v2);
      expect(Object.keys(ofSecond).length).toBeGreaterThan(500);
      expect(await fromCluster(v2)).toEqual(ofSecond);

      const documents = openApiOf(splitByGroupVersion(convertToV3(second)));
      const { '/openapi/v3': list, ...parts } = { ...discovery, ...documents };
      const ofThird = await fromFiles(parts);
      expect(await fromCluster({ ...parts, '/openapi/v3': list })).toEqual(ofThird);
      expect(ofThird).toEqual(ofSecond);
    });
  });

  describe.each([
    // A cluster tells scopes, by which a new sets more.
    ['Kubernetes 1.35', kubernetesPath('1.35'), ['function-changed']],
    ['Kubernetes 1.36', kubernetesPath('1.36'), ['function-changed']],
    // This document has no paths, from which the test's cluster could know what to tell.
    ['OpenShift 4.20', sharedPath('specs', 'openshift', 'openapi-4.20.json.gz'), []],
  ])('of %s', (_name, path, expected) => {
    beforeEach((context) => skipWithout(context, path));

    it('has the bytes that its saved documents have, which are the same each time', async () => {
      const { documents, cluster } = await serveRelease(path);
      const saved = await save(cluster);
      expect(await generate(['--from', saved])).toEqual(await fromCluster(documents));

      const again = await save((await serveRelease(path)).cluster);
      const files = contentsOf(again);
      expect(files).toEqual(contentsOf(saved));
      expect(readFileSync(join(again, '.couplet.json'))).toEqual(
        readFileSync(join(saved, '.couplet.json')),
      );
      expect(Object.keys(files).length).toBe(Object.keys(documents).length - 1);
      const text = Object.values(files).join('\n');
      const secrets = [new URL(cluster.address).host, cluster.client.key, cluster.client.cert];
      expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    });

    it('is saved so that it can be compared', async () => {
      const saved = await save((await serveRelease(path)).cluster);
      expect(await runCommand(['diff', saved, saved])).toMatchObject({
        code: 0,
        stdout: 'No changes.\n',
      });
      const compared = ['diff', path, saved, '--prefix', '.', '--format', 'json'];
      const changes: unknown = JSON.parse((await runCommand(compared)).stdout);
      const kinds = objectsIn(changes).map(([, change]) => ownValue(change, 'kind'));
      expect([...new Set(kinds)]).toEqual(expected);
    });
  });

  it('has every kind that the cluster serves, marked if it is in no namespace', async (context) => {
    skipWithout(context, embeddedPath);
    const document = readDocument(embeddedPath);
    const kinds = kindsInPaths(document);
    expect(kinds.length).toBeGreaterThan(80);
    const served = { ...discoveryOf(kinds), '/openapi/v2': JSON.stringify(document) };
    const files = await fromCluster(served);
    const found = kinds.map(({ group, version, kind, isNamespaced }) => {
      const name = definitionOf(document, group, version, kind);
      const [domain = '', place = '', last = ''] = name.split('.').slice(-3);
      const key = join('tested', '_gen', domain, place, `${fileNameOf(last)}.libsonnet`);
      const text = files[key] ?? `${key} is missing`;
      const apiVersion = group === '' ? version : `${group}/${version}`;
      return {
        name,
        isThere: text.includes(`apiVersion: '${apiVersion}',\n    kind: '${kind}',`),
        isMarked: text.includes("'tanka.dev/namespaced': 'false'"),
        isNamespaced,
      };
    });
    expect(found.filter(({ isThere }) => !isThere)).toEqual([]);
    expect(found.filter(({ isMarked, isNamespaced }) => isMarked === isNamespaced)).toEqual([]);
    expect(found.some(({ isNamespaced }) => !isNamespaced)).toBe(true);
  });
});

/** The first definition that says it is served so. */
function definitionOf(document: JsonObject, group: string, version: string, kind: string): string {
  const found = objectsIn(ownValue(document, 'definitions')).find(([, definition]) =>
    objectsIn(ownValue(definition, 'x-kubernetes-group-version-kind')).some(
      ([, each]) =>
        ownValue(each, 'group') === group &&
        ownValue(each, 'version') === version &&
        ownValue(each, 'kind') === kind,
    ),
  );
  return found?.[0] ?? `no definition of ${group}/${version}/${kind}`;
}

/** By the rule of the library's format: the first camel word is lower-cased. */
function fileNameOf(kind: string): string {
  return kind.replace(/^[A-Z]+(?=[A-Z][a-z]|\d|$)|^[A-Z]/, (word) => word.toLowerCase());
}
