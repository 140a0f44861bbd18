import { expect, it } from 'vitest';
import { compareApiVersions } from './versions.ts';

it('prefers stable versions, then beta, then alpha, each with the higher number', () => {
  const ordered = ['v10', 'v2', 'v1', 'v11beta2', 'v1beta2', 'v1beta1', 'v3alpha1', 'v1alpha9'];
  const odd = ['V1', 'foo', 'v1gamma1'];
  const all = [...ordered, ...odd];
  expect(all.toReversed().sort(compareApiVersions)).toEqual(all);
  expect(compareApiVersions('v1', 'v1')).toBe(0);
});
