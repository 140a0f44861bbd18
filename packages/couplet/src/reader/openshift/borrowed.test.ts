import { describe, expect, it } from 'vitest';
import { kindsOf, libraryOf, memberNames, openApi } from '../../testing/pipeline.ts';

const text = { type: 'string' };
const cupName = 'io.k8s.api.core.v1.Cup';

function withProperties(...names: readonly string[]): Readonly<Record<string, unknown>> {
  return { type: 'object', properties: Object.fromEntries(names.map((name) => [name, text])) };
}

const platform = openApi({
  'com.github.openshift.api.route.v1.Brew': {
    type: 'object',
    properties: { cup: { $ref: `#/definitions/${cupName}` } },
  },
  [cupName]: withProperties('size'),
  'io.k8s.api.core.v1.Old': withProperties('size'),
});

const kubernetes = openApi({
  [cupName]: {
    ...withProperties('size', 'lid'),
    'x-kubernetes-group-version-kind': [{ group: '', version: 'v1', kind: 'Cup' }],
  },
  'io.k8s.api.core.v1.Unused': withProperties('size'),
});

describe('what the document of OpenShift repeats of Kubernetes', () => {
  it('is no part of its library by itself', () => {
    const { library, diagnostics } = libraryOf([platform]);
    expect([...kindsOf(library).keys()]).toEqual(['route.v1.brew']);
    expect(diagnostics).toEqual([]);
  });

  it.for([
    ['after', [platform, kubernetes]],
    ['before', [kubernetes, platform]],
  ] as const)('gives way to the document of Kubernetes that comes %s it', ([, documents]) => {
    const { library, diagnostics } = libraryOf(documents);
    const kinds = kindsOf(library);
    expect([...kinds.keys()]).toEqual(['core.v1.cup', 'route.v1.brew']);
    expect(kinds.get('core.v1.cup')?.newFunction?.apiVersion).toBe('v1');
    expect(memberNames(kinds.get('route.v1.brew')?.members ?? [])).toEqual([
      'cup.withLid',
      'cup.withSize',
    ]);
    expect(diagnostics).toEqual([]);
  });
});
