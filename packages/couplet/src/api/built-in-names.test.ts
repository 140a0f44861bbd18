import { expect, it } from 'vitest';
import { builtInNames, regularPlural } from './built-in-names.ts';

it.each([
  ['Pot', 'pots'],
  ['Glass', 'glasses'],
  ['Pastry', 'pastries'],
  ['IPAddress', 'ipaddresses'],
])('makes the plural of %s', (kind, plural) => {
  expect(regularPlural(kind)).toBe(plural);
});

it('knows the names that are written into API servers', () => {
  expect(builtInNames.get('Pod')).toEqual({
    plural: 'pods',
    shortNames: ['po'],
    categories: ['all'],
  });
  expect(builtInNames.get('CustomResourceDefinition.apiextensions.k8s.io')).toEqual({
    plural: 'customresourcedefinitions',
    shortNames: ['crd', 'crds'],
    categories: ['api-extensions'],
  });
  expect(builtInNames.get('Deployment')).toBeUndefined();
});
