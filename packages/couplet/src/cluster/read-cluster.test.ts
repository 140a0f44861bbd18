import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import { maximumBytes } from '../files/limits.ts';
import type { Route, TestCluster } from '../testing/cluster.ts';
import { hasOpenSsl, noDiscovery, serveCluster, teaDiscovery } from '../testing/cluster.ts';
import type { Answer } from '../testing/servers.ts';
import { teaApi } from '../testing/tea.ts';
import type { ClusterRequest } from './read-cluster.ts';
import { readCluster } from './read-cluster.ts';

const discovery = { '/api': noDiscovery, '/apis': teaDiscovery };
const version = { '/version': { major: '1', minor: '33', gitVersion: 'v1.33.4+a1b2c3d' } };
const second = { ...discovery, '/openapi/v2': teaApi, ...version };

function answer(status: number, headers: Readonly<Record<string, string>> = {}): Answer {
  return (response) => response.writeHead(status, headers).end();
}

/** What comes of reading a cluster. */
interface Outcome {
  readonly label: string | undefined;
  readonly names: readonly string[] | undefined;
  readonly problems: readonly string[];
}

async function read(
  { kubeconfig, address }: TestCluster,
  request: Partial<ClusterRequest> = {},
): Promise<Outcome> {
  const diagnostics = new Diagnostics();
  const wanted = { kubeconfig, wantsLabel: true, timeoutSeconds: 10, ...request };
  const api = await readCluster(wanted, {}, () => undefined, diagnostics);
  const problems = diagnostics.list().map(({ code, message, source }) => {
    return `${source?.replace(address, '')} ${code}: ${message}`;
  });
  return { label: api?.label, names: api?.documents.map(({ name }) => name), problems };
}

async function readRoutes(routes: Readonly<Record<string, Route>>): Promise<Outcome> {
  return read(await serveCluster(routes));
}

describe.skipIf(!hasOpenSsl)('a cluster', () => {
  test('gives its documents of OpenAPI v3, each from the address that it lists', async () => {
    const cluster = await serveCluster({
      ...second,
      '/openapi/v3': {
        paths: {
          'apis/tea.example.com/v1': {
            serverRelativeURL: '/openapi/v3/apis/tea.example.com/v1?hash=A1',
          },
          api: { serverRelativeURL: '/openapi/v3/api?hash=B2' },
        },
      },
      '/openapi/v3/apis/tea.example.com/v1?hash=A1': { openapi: '3.0.0' },
      '/openapi/v3/api?hash=B2': { openapi: '3.0.0' },
    });
    expect(await read(cluster)).toEqual({
      label: '1.33',
      names: [
        '<cluster>/api',
        '<cluster>/apis',
        '<cluster>/openapi/v3/api',
        '<cluster>/openapi/v3/apis/tea.example.com/v1',
      ],
      problems: [],
    });
    expect(new Set(cluster.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
  });

  test.each<[string, Readonly<Record<string, Route>>]>([
    ['has no v3', {}],
    ['lists no documents of v3', { '/openapi/v3': { paths: {} } }],
  ])('gives its document of v2 where it %s', async (_, routes) => {
    expect(await readRoutes({ ...second, ...routes })).toEqual({
      label: '1.33',
      names: ['<cluster>/api', '<cluster>/apis', '<cluster>/openapi/v2'],
      problems: [],
    });
  });

  test('that is old lists its resources for each group and version', async () => {
    const { names, problems } = await readRoutes({
      '/openapi/v2': teaApi,
      '/api': { kind: 'APIVersions', versions: ['v1'] },
      '/api/v1': { kind: 'APIResourceList', groupVersion: 'v1', resources: [] },
      '/apis': {
        kind: 'APIGroupList',
        groups: [
          { name: 'tea.example.com', versions: [{ groupVersion: 'tea.example.com/v1' }] },
          { name: 'milk.example.com', versions: [{ groupVersion: 'milk.example.com/v1' }] },
          { name: 'honey.example.com', versions: [{ groupVersion: 'honey.example.com/v1' }] },
          { name: 'odd', versions: [{ groupVersion: '../../api/v1/secrets' }, 'v1'] },
        ],
      },
      '/apis/tea.example.com/v1': { kind: 'APIResourceList', resources: [] },
      '/apis/milk.example.com/v1': answer(503),
      '/apis/honey.example.com/v1': answer(503, { 'retry-after': '3600' }),
      ...version,
    });
    expect(names).toEqual([
      '<cluster>/api/v1',
      '<cluster>/apis/tea.example.com/v1',
      '<cluster>/openapi/v2',
    ]);
    expect(problems.toSorted()).toEqual(
      ['honey', 'milk'].map(
        (group) =>
          `/apis/${group}.example.com/v1 group-version-stale: the server behind "${group}.example.com/v1" does not answer the cluster at present`,
      ),
    );
  });

  test.each([404, 403])('without discovery (status %i) is read with a warning', async (status) => {
    const { names, problems } = await readRoutes({ ...second, '/api': answer(status) });
    expect(names).toEqual(['<cluster>/openapi/v2']);
    expect(problems).toEqual([
      `/api cluster-scopes-unknown: the cluster does not tell which kinds have no namespace: it does not give /api (status ${status})`,
    ]);
  });
});

describe.skipIf(!hasOpenSsl)('the label', () => {
  const openShift = '/apis/config.openshift.io/v1';
  const clusterVersion = `${openShift}/clusterversions/version`;
  const ofOpenShift = { ...second, [openShift]: { kind: 'APIResourceList' } };

  test.each([
    [
      'is installed, not the one on its way',
      {
        desired: { version: '4.21.0' },
        history: [
          { state: 'Partial', version: '4.21.0' },
          { state: 'Completed', version: '4.20.3' },
        ],
      },
    ],
    ['is wanted where none is installed yet', { desired: { version: '4.20.3' } }],
  ])('is the release of OpenShift that %s', async (_, status) => {
    const { label, problems } = await readRoutes({ ...ofOpenShift, [clusterVersion]: { status } });
    expect({ label, problems }).toEqual({ label: '4.20', problems: [] });
  });

  test('is the release of Kubernetes where that of OpenShift must not be read', async () => {
    const { label, problems } = await readRoutes({
      ...ofOpenShift,
      [clusterVersion]: answer(403),
    });
    expect(label).toBe('1.33');
    expect(problems).toEqual([
      `${clusterVersion} cluster-version-unknown: the version of OpenShift is not known (cluster-forbidden); the library is called "1.33"`,
    ]);
  });

  test.each([{ gitVersion: '../../etc' }, { gitVersion: 1.33 }, 'v1.33', '{', '<html>'])(
    'is a plain word where the version is none: %j',
    async (versionAnswer) => {
      const { label, problems } = await readRoutes({ ...second, '/version': versionAnswer });
      expect(label).toBe('cluster');
      expect(problems).toEqual([
        '/version cluster-version-unknown: the version of the cluster is not known; the library is called "cluster"',
      ]);
    },
  );

  test('is not asked for where the user has one', async () => {
    const cluster = await serveCluster(second);
    expect(await read(cluster, { wantsLabel: false })).toMatchObject({ label: undefined });
    expect(cluster.requests.map(({ url }) => url)).not.toContain('/version');
  });
});

describe.skipIf(!hasOpenSsl)('an answer', () => {
  test.each<[string, Readonly<Record<string, Route>>, string]>([
    [
      'that is no list of documents',
      { '/openapi/v3': { paths: { api: '/openapi/v3/api' } } },
      '/openapi/v3 cluster-answer-wrong: expected the list of the OpenAPI documents, found something else',
    ],
    [
      'that leads to another server',
      { '/openapi/v3': { paths: { api: { serverRelativeURL: '//tea.example.com/api' } } } },
      '/openapi/v3 cluster-answer-wrong: expected addresses within the cluster, found something else',
    ],
    [
      'that leads to another server in a roundabout way',
      { '/openapi/v3': { paths: { api: { serverRelativeURL: '/\\tea.example.com/api' } } } },
      '/openapi/v3 cluster-answer-wrong: expected addresses within the cluster, found something else',
    ],
    [
      'that is broken JSON',
      { '/openapi/v3': '{"paths": {' },
      '/openapi/v3 cluster-answer-wrong: expected a JSON object, found something that is no JSON',
    ],
    [
      'that is a login page',
      { '/api': '<!doctype html><p>Log in</p>' },
      '/api cluster-answer-wrong: expected a JSON object, found something that is no JSON',
    ],
    [
      'that is JSON and no document',
      { '/openapi/v2': { kind: 'Status', status: 'Failure' } },
      '/openapi/v2 cluster-answer-wrong: expected an OpenAPI document, found something else',
    ],
    [
      'without a document that is listed',
      { '/openapi/v3': { paths: { api: { serverRelativeURL: '/openapi/v3/api?hash=B2' } } } },
      '/openapi/v3/api url-not-found: the server has no such document (status 404)',
    ],
  ])('%s is told', async (_, routes, problem) => {
    const { names, problems } = await readRoutes({ ...second, ...routes });
    expect({ names, problems }).toEqual({ names: undefined, problems: [problem] });
  });

  test('with too many documents is told', async () => {
    const paths = Object.fromEntries(
      Array.from({ length: 5001 }, (__, index) => [
        `apis/${index}`,
        { serverRelativeURL: `/openapi/v3/apis/${index}` },
      ]),
    );
    const { problems } = await readRoutes({ ...second, '/openapi/v3': { paths } });
    expect(problems).toEqual([
      '/openapi/v3/apis/0 cluster-too-large: the cluster has more than 5000 documents',
    ]);
  });

  test('that would fill the memory is left, however small it is on the way', async () => {
    const bomb = gzipSync(Buffer.alloc(maximumBytes + 1));
    const { problems } = await readRoutes({
      ...second,
      '/openapi/v2': (response) => response.setHeader('content-encoding', 'gzip').end(bomb),
    });
    expect(problems).toEqual(['/openapi/v2 too-large: it is larger than 64 MiB']);
  });

  test('of no OpenAPI at all is told', async () => {
    expect((await readRoutes(discovery)).problems).toEqual([
      '/openapi/v2 cluster-without-openapi: it has neither /openapi/v3 nor /openapi/v2 (status 404)',
    ]);
  });
});
