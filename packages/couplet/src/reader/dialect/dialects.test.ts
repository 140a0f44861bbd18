import { describe, expect, it } from 'vitest';
import { dialects } from './dialects.ts';

describe('the table of dialects', () => {
  it('has each name once', () => {
    const names = dialects.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(
      expect.arrayContaining(['openapi-v2', 'crd', 'olm-bundle', 'helm-chart']),
    );
  });
});
