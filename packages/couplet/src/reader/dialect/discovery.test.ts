import { describe, expect, test } from 'vitest';
import { Diagnostics } from '../../diagnostic/diagnostics.ts';
import { noDiscovery, teaDiscovery } from '../../testing/cluster.ts';
import { documentOf, kindsOf, libraryOf, openApi } from '../../testing/pipeline.ts';
import { kettleDefinition, teaApi } from '../../testing/tea.ts';
import { readApiFacts } from '../read.ts';

const resources = {
  kind: 'APIResourceList',
  groupVersion: 'tea.example.com/v1',
  resources: [
    { name: 'pots', kind: 'Pot', namespaced: false },
    { name: 'pots/status', kind: 'Pot', namespaced: true },
    { name: 'jugs', kind: 'Jug', group: 'milk.example.com', version: 'v1', namespaced: true },
  ],
};

/** The kinds of a library that have a scope, with what is wrong with the documents. */
function scopesOf(...values: readonly unknown[]) {
  const documents = values.map((value, index) => documentOf(value, `${index}.json`));
  const { library, diagnostics } = libraryOf(documents);
  const scopes = [...kindsOf(library)].flatMap(([name, { scope }]) =>
    scope === undefined ? [] : [[name, scope] as const],
  );
  const problems = diagnostics.map(({ code, path, message }) => `${code} at ${path}: ${message}`);
  return { scopes: Object.fromEntries(scopes), problems };
}

describe('what a cluster says of the kinds that it serves', () => {
  test.each([
    ['of all groups', teaDiscovery, { 'milk.v1.jug': 'Cluster', 'tea.v1.pot': 'Namespaced' }],
    ['of a version', resources, { 'milk.v1.jug': 'Namespaced', 'tea.v1.pot': 'Cluster' }],
  ])('gives them their scopes, in the form %s', (_, discovery, scopes) => {
    expect(scopesOf(teaApi, discovery)).toEqual({ scopes, problems: [] });
    expect(scopesOf(discovery, teaApi)).toEqual({ scopes, problems: [] });
  });

  test('says of a kind of the whole cluster that it has no namespace', () => {
    const { library } = libraryOf([documentOf(teaApi), documentOf(teaDiscovery)]);
    const kinds = kindsOf(library);
    const marks = (name: string) => kinds.get(name)?.newFunction?.marksClusterScope;
    expect(marks('tea.v1.pot')).toBe(false);
    // Its metadata has no annotations, with which it could be marked.
    expect(marks('milk.v1.jug')).toBe(false);
  });

  test('does not change what a CRD says', () => {
    const kettle = { name: 'kettles', kind: 'Kettle', namespaced: true };
    const discovery = { ...resources, resources: [kettle] };
    expect(scopesOf(kettleDefinition, discovery).scopes).toEqual({ 'tea.v1.kettle': 'Cluster' });
  });

  test('tells what is missing for the moment', () => {
    const stale = { version: 'v1', freshness: 'Stale', resources: [] };
    const items = [{ metadata: { name: 'tea.example.com' }, versions: [stale] }];
    expect(scopesOf(teaApi, { ...noDiscovery, items }).problems).toEqual([
      'group-version-stale at items[0].versions[0]: the server behind "tea.example.com/v1" does not answer the cluster at present',
    ]);
  });

  test.each([
    [{ items: 'a' }, ['wrong-type at items: expected a list, found the text "a"']],
    [
      { items: [{ versions: {} }] },
      ['wrong-type at items[0].versions: expected a list, found an object'],
    ],
    [{ items: [{ metadata: 7, versions: [{ resources: [{}, 7, { responseKind: {} }] }] }, 7] }, []],
    [{ items: null }, []],
  ])('may be of another form: %j', (discovery, problems) => {
    expect(scopesOf(teaApi, { ...noDiscovery, ...discovery })).toEqual({ scopes: {}, problems });
  });
});

describe('the resources that a cluster serves', () => {
  const pot = {
    groupVersionKind: { group: 'tea.example.com', version: 'v1', kind: 'Pot' },
    plural: 'pots',
    singular: 'pot',
    shortNames: ['po'],
    categories: ['all'],
    scope: 'Namespaced',
    verbs: ['get', 'list'],
    isServed: true,
    hasStatus: true,
    scale: {},
    origin: { dialect: 'discovery', document: 'test.json' },
  };
  const names = { shortNames: ['po'], categories: ['all'], verbs: ['list', 'get'] };
  const groups = {
    ...noDiscovery,
    items: [
      {
        metadata: { name: 'tea.example.com' },
        versions: [
          {
            version: 'v1',
            resources: [
              {
                resource: 'pots',
                singularResource: 'pot',
                responseKind: { group: 'tea.example.com', version: '', kind: 'Pot' },
                scope: 'Namespaced',
                subresources: [{ subresource: 'status' }, { subresource: 'scale' }, 1],
                ...names,
              },
              { resource: 'onlysubresources', subresources: [] },
            ],
          },
        ],
      },
    ],
  };
  const version = {
    ...resources,
    resources: [
      { name: 'pots', singularName: 'pot', kind: 'Pot', namespaced: true, ...names },
      { name: 'pots/status', kind: 'Pot', namespaced: true },
      { name: 'pots/scale', kind: 'Scale', group: 'autoscaling', version: 'v1', namespaced: true },
    ],
  };

  test.each([
    ['of all groups', groups],
    ['of a version', version],
  ])('have names, verbs and subresources, in the form %s', (_, discovery) => {
    const diagnostics = new Diagnostics();
    const facts = readApiFacts([documentOf(discovery)], diagnostics);
    expect(facts.resources).toEqual([{ ...pot, place: expect.anything() }]);
    expect(diagnostics.list()).toEqual([]);
  });

  test('are told where a name is none', () => {
    const diagnostics = new Diagnostics();
    const odd = { name: 'pots', kind: 'Pot', singularName: 1, verbs: ['get', 2] };
    const discovery = { ...version, resources: [odd] };
    readApiFacts([documentOf(discovery)], diagnostics);
    expect(diagnostics.list().map(({ path, message }) => `${path}: ${message}`)).toEqual([
      'resources[0].singularName: expected text, found a number',
      'resources[0].verbs[1]: expected text, found a number',
    ]);
  });

  test('give way to what a CRD says', () => {
    const kettle = { name: 'kettles', kind: 'Kettle', namespaced: true, verbs: ['get'] };
    const documents = [{ ...resources, resources: [kettle] }, kettleDefinition];
    const facts = readApiFacts(
      documents.map((each) => documentOf(each)),
      new Diagnostics(),
    );
    expect(facts.resources).toEqual([
      expect.objectContaining({
        scope: 'Cluster',
        verbs: ['get'],
        origin: { dialect: 'crd', document: 'test.json' },
      }),
    ]);
  });
});

describe('the library of a cluster of OpenShift', () => {
  const openShift = {
    'com.github.openshift.api.tea.v1.Cup': {
      properties: { spec: { $ref: '#/definitions/com.github.openshift.api.tea.v1.CupSpec' } },
      'x-kubernetes-group-version-kind': [
        { group: 'tea.openshift.io', version: 'v1', kind: 'Cup' },
      ],
    },
    'com.github.openshift.api.tea.v1.CupSpec': { properties: { size: { type: 'string' } } },
    'com.example.tea.v1.Pot': {
      properties: { lid: { type: 'string' } },
      'x-kubernetes-group-version-kind': [{ group: 'tea.example.com', version: 'v1', kind: 'Pot' }],
    },
  };

  test('has all that it serves, where a document alone gives what is of OpenShift', () => {
    const alone = libraryOf([openApi(openShift)]);
    expect([...kindsOf(alone.library).keys()]).toEqual(['tea.v1.cup', 'tea.v1.cupSpec']);
    const served = libraryOf([openApi(openShift), documentOf(teaDiscovery)]);
    expect([...kindsOf(served.library).keys()].sort()).toEqual([
      'tea.v1.cup',
      'tea.v1.cupSpec',
      'tea.v1.pot',
    ]);
  });
});
