import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../../diagnostic/diagnostics.ts';
import type { Definition } from '../../api/definition.ts';
import { documentOf, kindsOf, libraryOf, openApi } from '../../testing/pipeline.ts';
import { readDefinitions } from '../read.ts';

const prefix = 'com.github.openshift.api.';
const text = { type: 'string' };
const typed = { apiVersion: text, kind: text };
const metaName = 'io.k8s.apimachinery.pkg.apis.meta.v1';
const object = {
  type: 'object',
  properties: { ...typed, metadata: { $ref: `#/definitions/${metaName}.ObjectMeta` } },
};
const list = {
  type: 'object',
  properties: { ...typed, metadata: { $ref: `#/definitions/${metaName}.ListMeta` } },
};

function read(
  definitions: Readonly<Record<string, unknown>>,
  ...crds: readonly unknown[]
): (name: string) => Definition | undefined {
  const named = Object.entries(definitions).map(([name, schema]) => [prefix + name, schema]);
  const documents = [openApi(Object.fromEntries(named)), ...crds.map((each) => documentOf(each))];
  const all = readDefinitions(documents, new Diagnostics());
  return (name) => all.get(prefix + name);
}

describe("OpenShift's definitions without group-version-kinds", () => {
  it.each([
    ['route.v1.Route', 'route.openshift.io', 'Namespaced'],
    ['user.v1.Group', 'user.openshift.io', 'Cluster'],
    ['networkoperator.v1.EgressRouter', 'network.operator.openshift.io', 'Namespaced'],
    ['securityinternal.v1.RangeAllocation', 'security.internal.openshift.io', 'Cluster'],
    ['config.v1.SomethingNew', 'config.openshift.io', undefined],
  ])('%s is served in %s, %s', (name, group, scope) => {
    const [, version, kind] = name.split('.');
    const definition = read({ [name]: object })(name);
    expect(definition?.groupVersionKinds).toEqual([{ group, version, kind }]);
    expect(definition?.scope).toBe(scope);
    expect(definition?.isUnserved).toBeUndefined();
  });

  it('are served without metadata where the table says so', () => {
    const definition = read({ 'apps.v1.DeploymentLog': { properties: typed } })(
      'apps.v1.DeploymentLog',
    );
    expect(definition?.groupVersionKinds).toHaveLength(1);
  });

  it.each([
    ['legacyconfig.v1.MasterConfig', object],
    ['machine.v1beta1.AWSMachineProviderConfig', object],
    ['config.v1.GenericControllerConfig', { properties: typed }],
    ['nobodyknows.v1.Thing', object],
  ])('%s is served by no API', (name, schema) => {
    const definition = read({ [name]: schema })(name);
    expect(definition?.groupVersionKinds).toEqual([]);
    expect(definition?.isUnserved).toBe(true);
  });

  it.each([
    ['route.v1.RouteSpec', { properties: { host: text } }],
    ['route.v1.RouteList', list],
    ['route.v1.Text', text],
  ])('%s is a part', (name, schema) => {
    const definition = read({ [name]: schema })(name);
    expect(definition?.groupVersionKinds).toEqual([]);
    expect(definition?.isUnserved).toBeUndefined();
  });

  it('are not touched where the document says itself what is served', () => {
    const kind = { group: 'route.openshift.io', version: 'v1', kind: 'Route' };
    const get = read({
      'route.v1.Route': { ...object, 'x-kubernetes-group-version-kind': [kind] },
      'user.v1.Group': object,
    });
    expect(get('route.v1.Route')).toMatchObject({ groupVersionKinds: [kind], scope: undefined });
    expect(get('user.v1.Group')?.groupVersionKinds).toEqual([]);
  });

  it('have no version that the CRDs of the same kind do not have', () => {
    const crd = {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      spec: {
        group: 'config.openshift.io',
        names: { kind: 'ImagePolicy' },
        scope: 'Namespaced',
        versions: [{ name: 'v1', schema: { openAPIV3Schema: { type: 'object' } } }],
      },
    };
    const get = read(
      { 'config.v1.ImagePolicy': object, 'config.v1alpha1.ImagePolicy': object },
      crd,
    );
    expect(get('config.v1.ImagePolicy')?.groupVersionKinds).toHaveLength(1);
    expect(get('config.v1alpha1.ImagePolicy')?.isUnserved).toBe(true);
  });

  it('have new where they are served, and say in the model where they are not', () => {
    const { library } = libraryOf([
      openApi({
        [`${prefix}route.v1.Route`]: object,
        [`${prefix}route.v1.RouteSpec`]: { properties: { host: text } },
        [`${prefix}osin.v1.OsinServerConfig`]: { properties: typed },
        [`${metaName}.ObjectMeta`]: { properties: { name: text } },
      }),
    ]);
    const kinds = kindsOf(library);
    const isNew = (key: string): unknown => {
      const kind = kinds.get(key);
      return [kind?.newFunction?.apiVersion, kind?.isUnserved];
    };
    expect(isNew('route.v1.route')).toEqual(['route.openshift.io/v1', false]);
    expect(isNew('route.v1.routeSpec')).toEqual([undefined, false]);
    expect(isNew('osin.v1.osinServerConfig')).toEqual([undefined, true]);
  });
});
