import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import { placeInText } from '../diagnostic/place.ts';
import { nameFiles } from './file-names.ts';
import type { Manifest } from './manifests.ts';

interface Named {
  readonly names: readonly string[];
  readonly problems: readonly string[];
}

function nameAll(...manifests: readonly Manifest[]): Named {
  const diagnostics = new Diagnostics();
  const found = manifests.map((manifest, index) => ({ manifest, path: ['default', index] }));
  const names = nameFiles(found, placeInText('app.ts').locator, diagnostics);
  const problems = diagnostics.list().map(({ path, message }) => `${path}: ${message}`);
  return { names, problems };
}

function pot(
  metadata: Readonly<Record<string, string>>,
  apiVersion = 'v1',
  kind = 'Pot',
): Manifest {
  return { apiVersion, kind, metadata };
}

function namesOf(...manifests: readonly Manifest[]): readonly string[] {
  const named = nameAll(...manifests);
  expect(named.problems).toEqual([]);
  return named.names;
}

describe('the name of a file', () => {
  it('is the kind and the name in lower case', () => {
    expect(namesOf(pot({ name: 'green.tea', namespace: 'shop' }, 'v1', 'TeaPot'))).toEqual([
      'teapot-green.tea',
    ]);
  });

  it('is made of what there is', () => {
    expect(namesOf(pot({ generateName: 'brew-' }))).toEqual(['pot-brew']);
    expect(namesOf(pot({}))).toEqual(['pot']);
    expect(namesOf({ apiVersion: 'v1', kind: 'Pot' })).toEqual(['pot']);
    expect(namesOf({ apiVersion: 'v1', kind: 'Pot', metadata: ['name'] })).toEqual(['pot']);
    expect(namesOf({ apiVersion: 'v1', kind: 'Pot', metadata: { name: 5 } })).toEqual(['pot']);
  });

  it('has the namespace where it tells two apart', () => {
    const manifests = [
      pot({ name: 'a', namespace: 'x' }),
      pot({ name: 'a', namespace: 'y' }),
      pot({ name: 'a' }),
      pot({ name: 'b', namespace: 'x' }),
    ];
    expect(namesOf(...manifests)).toEqual(['pot-x-a', 'pot-y-a', 'pot-a', 'pot-b']);
  });

  it('has the API group where it tells two apart, and the namespace does not', () => {
    const manifests = [
      pot({ name: 'a', namespace: 'x' }, 'config.example.com/v1'),
      pot({ name: 'a', namespace: 'x' }, 'apps.example.com/v1'),
      pot({ name: 'a', namespace: 'x' }),
    ];
    expect(namesOf(...manifests)).toEqual([
      'pot.config.example.com-a',
      'pot.apps.example.com-a',
      'pot-a',
    ]);
  });

  it('has both where both are needed', () => {
    const manifests = [
      pot({ name: 'a', namespace: 'x' }),
      pot({ name: 'a', namespace: 'x' }, 'example.com/v1'),
      pot({ name: 'a', namespace: 'y' }),
    ];
    expect(namesOf(...manifests)).toEqual(['pot-x-a', 'pot.example.com-x-a', 'pot-y-a']);
  });

  it('has a hash where names differ in case only, or run together', () => {
    const inCase = namesOf(pot({ name: 'Admin' }), pot({ name: 'admin' }));
    expect(inCase[0]).toMatch(/^pot-admin-[0-9a-f]{8}$/);
    expect(inCase[1]).toMatch(/^pot-admin-[0-9a-f]{8}$/);
    expect(new Set(inCase).size).toBe(2);
    const together = namesOf(
      pot({ name: 'b-c', namespace: 'a' }),
      pot({ name: 'b-c', namespace: 'z' }),
      pot({ name: 'a-b-c' }),
    );
    expect(new Set(together).size).toBe(3);
  });

  it('stays safe and distinct where names are not', () => {
    const odd = [
      'system:image-puller',
      'system_image-puller',
      '../../etc/passwd',
      'a/b',
      '\u0000',
      'é',
    ];
    const safe = namesOf(...odd.map((name) => pot({ name })));
    for (const name of safe) expect(name).toMatch(/^[a-z0-9][a-z0-9._-]*$/);
    expect(new Set(safe).size).toBe(odd.length);
    expect(namesOf(pot({}, 'v1', '../Con'))[0]).toMatch(/^_\._con_[0-9a-f]{8}$/);
    const [long = ''] = namesOf(pot({ name: 'a'.repeat(253) }));
    expect(long.length).toBeLessThan(200);
  });

  it('does not depend on the version', () => {
    expect(nameAll(pot({ name: 'a' }, 'a.b/v1'), pot({ name: 'a' }, 'a.b/v2')).problems).toEqual([
      'default[1]: pot-a is wanted by this manifest and by "default[0]"',
    ]);
  });

  it('cannot be shared by manifests for one object', () => {
    const twice = pot({ name: 'a', namespace: 'x' });
    expect(nameAll(twice, pot({ name: 'a' }), twice, pot({ name: 'b' }), twice).problems).toEqual([
      'default[2]: pot-x-a is wanted by this manifest and by "default[0]"',
      'default[4]: pot-x-a is wanted by this manifest and by "default[0]"',
    ]);
  });
});
