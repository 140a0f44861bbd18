import { describe, expect, it } from 'vitest';
import type { Definition } from '../../api/definition.ts';
import { documentOf } from '../../testing/pipeline.ts';
import { customResourceNames } from './custom-resource-names.ts';

const prefix = 'com.github.openshift.api.';

function nameOf(
  group: string,
  kind: string,
  ...definitions: readonly string[]
): string | undefined {
  const known = new Map<string, Definition>();
  for (const name of definitions) {
    const place = { locator: documentOf({}), path: [] };
    known.set(name, {
      name,
      schema: { kind: 'any' },
      groupVersionKinds: [],
      origin: { dialect: 'openapi-v2' },
      scope: undefined,
      place,
    });
  }
  return customResourceNames(known)({ group, version: 'v1', kind });
}

describe('the kinds of CRDs', () => {
  it.each([
    ['config.openshift.io', 'Brew', 'config.v1.Brew'],
    ['network.operator.openshift.io', 'EgressRouter', 'networkoperator.v1.EgressRouter'],
    // Groups that are newer than the table.
    ['tea.openshift.io', 'Pot', 'tea.v1.Pot'],
    ['tea.operator.openshift.io', 'Pot', 'tea.v1.Pot'],
    ['leaf.operator.openshift.io', 'Leaf', 'leafoperator.v1.Leaf'],
  ])("of %s are called like OpenShift's definitions: %s", (group, kind, name) => {
    const definitions = ['tea.v1.Pot', 'leafoperator.v1.Leaf'].map((each) => prefix + each);
    expect(nameOf(group, kind, ...definitions)).toBe(prefix + name);
  });

  it.each([
    ['config.openshift.io', 'Brew', ['io.k8s.api.core.v1.Pod']],
    ['tea.openshift.io', 'Pot', [`${prefix}config.v1.Pot`]],
    ['tea.example.com', 'Pot', [`${prefix}tea.v1.Pot`]],
    ['unclear.openshift.io', 'Pot', [`${prefix}tea.v1.Pot`, `${prefix}cup.v1.Pot`]],
  ])('of %s are not: %s beside %j', (group, kind, definitions) => {
    expect(nameOf(group, kind, ...definitions)).toBeUndefined();
  });
});
