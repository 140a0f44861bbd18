import { describe, expect, it } from 'vitest';
import type { Resource } from '../../api/resource.ts';
import { Diagnostics } from '../../diagnostic/diagnostics.ts';
import { documentOf } from '../../testing/pipeline.ts';
import { readApiFacts } from '../read.ts';

const pot = { group: 'tea.example.com', version: 'v1', kind: 'Pot' };
const root = '/apis/tea.example.com/v1';

/** An operation with the kind that it is about. */
function does(action: string, kind: object = pot): object {
  return { 'x-kubernetes-action': action, 'x-kubernetes-group-version-kind': kind };
}

function read(
  paths: unknown,
  version: object = { swagger: '2.0', definitions: {} },
): { readonly resources: readonly Resource[]; readonly problems: readonly string[] } {
  const diagnostics = new Diagnostics();
  const { resources } = readApiFacts([documentOf({ ...version, paths })], diagnostics);
  const problems = diagnostics
    .list()
    .map(({ code, path, message }) => `${code} ${path}: ${message}`);
  return { resources, problems };
}

const paths = {
  [`${root}/`]: { get: {} },
  [`${root}/namespaces/{namespace}/pots`]: {
    get: does('list'),
    post: does('post'),
    delete: does('deletecollection'),
    parameters: [],
  },
  [`${root}/namespaces/{namespace}/pots/{name}`]: { get: does('get'), put: does('put') },
  [`${root}/namespaces/{namespace}/pots/{name}/status`]: { get: does('get'), patch: does('patch') },
  [`${root}/pots`]: { get: does('list') },
  [`${root}/watch/pots`]: { get: does('watchlist') },
};

describe("an OpenAPI document's paths", () => {
  it.each([
    ['v2', { swagger: '2.0', definitions: {} }],
    ['v3', { openapi: '3.0.0' }],
  ])('say what can be done with a kind, in %s', (_, version) => {
    const { resources, problems } = read(paths, version);
    expect(problems).toEqual([]);
    expect(resources).toEqual([
      {
        groupVersionKind: pot,
        plural: 'pots',
        scope: 'Namespaced',
        verbs: ['create', 'deletecollection', 'get', 'list', 'update', 'watch'],
        isServed: true,
        hasStatus: true,
        origin: { dialect: 'openapi', document: 'test.json' },
        place: {
          locator: expect.anything(),
          path: ['paths', `${root}/namespaces/{namespace}/pots`],
        },
      },
    ]);
  });

  it('tell the core group, and kinds of the whole cluster, of which Namespace is one', () => {
    const space = { group: '', version: 'v1', kind: 'Namespace' };
    const { resources } = read({
      '/api/v1/namespaces': { get: does('list', space) },
      '/api/v1/namespaces/{name}': { get: does('get', space) },
      '/api/v1/namespaces/{name}/finalize': { put: does('put', space) },
    });
    expect(resources).toEqual([
      expect.objectContaining({
        groupVersionKind: space,
        plural: 'namespaces',
        scope: 'Cluster',
        verbs: ['get', 'list'],
        hasStatus: false,
      }),
    ]);
  });

  it('tell a scale, whose operations are about another kind', () => {
    const scale = { group: 'autoscaling', version: 'v1', kind: 'Scale' };
    const { resources } = read({
      [`${root}/pots`]: { get: does('list') },
      [`${root}/pots/{name}/scale`]: { get: does('get', scale) },
    });
    expect(resources.map((each) => [each.groupVersionKind.kind, each.scale])).toEqual([
      ['Pot', {}],
    ]);
  });

  it('prefer, of two places of a kind, the one where more can be done', () => {
    const { resources } = read({
      [`${root}/brewedpots`]: { post: does('post') },
      [`${root}/pots`]: { get: does('list'), post: does('post') },
    });
    expect(resources.map(({ plural }) => plural)).toEqual(['pots']);
  });

  it.each([
    [{ '/apis/a/b': 1, [`${root}/pots`]: { get: 'x', put: { 'x-kubernetes-action': 'put' } } }],
    [{ [`${root}/pots`]: { get: does('list', { group: 1, version: 'v1', kind: 'Pot' }) } }],
    [{ [`${root}/pots`]: { get: does('__proto__') } }],
    [{ '/healthz': { get: does('get') }, '': { get: does('get') } }],
    [null],
  ])('may say nothing of use: %j', (odd) => {
    expect(read(odd)).toEqual({ resources: [], problems: [] });
  });

  it('may have odd names', () => {
    const text = `{"/apis/__proto__/v1/__proto__": {"get": ${JSON.stringify(
      does('list', { group: '__proto__', version: 'v1', kind: 'constructor' }),
    )}}}`;
    expect(read(JSON.parse(text)).resources).toMatchObject([{ verbs: ['list'] }]);
  });

  it('are told where they are no object', () => {
    expect(read([]).problems).toEqual(['wrong-type paths: expected an object, found a list']);
  });

  it('are read in time that grows with their length', () => {
    const long = `${root}/${'namespaces/{namespace}/'.repeat(100_000)}`;
    expect(read({ [long]: { get: does('list') } }).resources).toEqual([]);
  }, 1000);
});
