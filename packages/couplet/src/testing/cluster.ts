import { spawnSync } from 'node:child_process';
import type { IncomingHttpHeaders } from 'node:http';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { readCluster } from '../cluster/read-cluster.ts';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { Certificate } from './certificates.ts';
import { makeCertificate } from './certificates.ts';
import { temporaryFolder } from './output-folder.ts';
import type { Answer } from './servers.ts';
import { noPause, serveSecurely } from './servers.ts';

/** Tells whether certificates can be made here. */
export const hasOpenSsl: boolean = spawnSync('openssl', ['version']).status === 0;

/** The answer of an API server at a path: JSON, bytes as they are, or whatever an answer does. */
export type Route = object | string | Answer;

/** A request to a server. */
export interface SeenRequest {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

/** An API server that runs in this process, and who may log in. */
export interface TestCluster {
  readonly address: string;
  /** Its own certificate, which is its own authority. */
  readonly authority: Certificate;
  /** The certificate that it wants of its clients. */
  readonly client: Certificate;
  /** A kubeconfig with the certificate, in a file. */
  readonly kubeconfig: string;
  readonly requests: readonly SeenRequest[];
}

/** Parts of an API server that a test may change. */
export interface ClusterWishes {
  /** The certificate of the server. */
  readonly authority?: Certificate;
  /** The certificate of the client, as the kubeconfig has it. */
  readonly client?: Certificate;
  /** Tells whether the server lets nobody in without the certificate. */
  readonly isMutual?: boolean;
}

/** An HTTPS server with mutual TLS on this machine that has the given documents; it is closed after the test. */
export async function serveCluster(
  routes: Readonly<Record<string, Route>>,
  wishes: ClusterWishes = {},
): Promise<TestCluster> {
  const { authority = makeCertificate(), client = makeCertificate(), isMutual = true } = wishes;
  const requests: SeenRequest[] = [];
  const tls = isMutual
    ? { ...authority, ca: client.cert, requestCert: true, rejectUnauthorized: true }
    : authority;
  const address = await serveSecurely(tls, (response, request) => {
    const { method, url = '', headers } = request;
    requests.push({ method, url, headers });
    const route = Object.hasOwn(routes, url) ? routes[url] : undefined;
    if (route === undefined) response.writeHead(404).end('{"kind":"Status","code":404}');
    else if (typeof route === 'function') route(response, request);
    else response.end(typeof route === 'string' ? route : JSON.stringify(route));
  });
  const kubeconfig = writeKubeconfig(
    kubeconfigOf(
      { server: address, 'certificate-authority-data': base64(authority.cert) },
      {
        'client-certificate-data': base64(client.cert),
        'client-key-data': base64(client.key),
      },
    ),
  );
  return { address, authority, client, kubeconfig, requests };
}

export function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

/** A kubeconfig with one cluster and one user. */
export function kubeconfigOf(cluster: object, user: object): object {
  return {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'tea',
    contexts: [{ name: 'tea', context: { cluster: 'house', user: 'drinker' } }],
    clusters: [{ name: 'house', cluster }],
    users: [{ name: 'drinker', user }],
  };
}

/** Writes a kubeconfig into a new folder. Gives its path. */
export function writeKubeconfig(content: object | string): string {
  const path = join(temporaryFolder(), 'kubeconfig');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  return path;
}

/** The answers of a cluster with the invented API about the kinds that it serves. */
export const teaDiscovery: object = {
  kind: 'APIGroupDiscoveryList',
  apiVersion: 'apidiscovery.k8s.io/v2',
  metadata: {},
  items: [group('milk', 'jugs', 'Jug', 'Cluster'), group('tea', 'pots', 'Pot', 'Namespaced')],
};

function group(name: string, resource: string, kind: string, scope: string): object {
  const responseKind = { group: `${name}.example.com`, version: 'v1', kind };
  return {
    metadata: { name: `${name}.example.com` },
    versions: [
      { version: 'v1', freshness: 'Current', resources: [{ resource, responseKind, scope }] },
    ],
  };
}

/** The answers of a cluster without a core group. */
export const noDiscovery: object = {
  kind: 'APIGroupDiscoveryList',
  apiVersion: 'apidiscovery.k8s.io/v2',
  metadata: {},
  items: [],
};

/** A token that no message may show. */
export const token = 'sha256~very-secret';

/** The answers of a cluster without any kinds. */
export const bareApi: Readonly<Record<string, Route>> = {
  '/api': noDiscovery,
  '/apis': noDiscovery,
  '/openapi/v2': { swagger: '2.0' },
};

/** Tells what is wrong with reading the cluster of a kubeconfig; nothing of a credential may be among it. */
export async function problemsOf(
  kubeconfig: string,
  { timeoutSeconds = 10, env = {} }: { timeoutSeconds?: number; env?: Record<string, string> } = {},
): Promise<readonly string[]> {
  const diagnostics = new Diagnostics();
  const request = { kubeconfig, wantsLabel: false, timeoutSeconds, sleep: noPause };
  const read = await readCluster(request, env, () => undefined, diagnostics);
  const list = diagnostics.list();
  expect(read === undefined).toBe(diagnostics.hasErrors);
  expect(JSON.stringify(list)).not.toContain('secret');
  return list.map(({ code, message, source }) => {
    return `${source?.replace(/^.*kubeconfig$|^https?:\/\/[^/]+/, '')} ${code}: ${message}`;
  });
}

/** A kubeconfig that says more of the cluster than the one that comes with it. */
export function configure(
  { address, authority, client }: TestCluster,
  cluster: object = {},
  user: object = {
    'client-certificate-data': base64(client.cert),
    'client-key-data': base64(client.key),
  },
): string {
  const data = base64(authority.cert);
  const entry = { server: address, 'certificate-authority-data': data, ...cluster };
  return writeKubeconfig(kubeconfigOf(entry, user));
}
