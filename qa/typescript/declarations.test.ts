import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Diagnostics } from '../../packages/couplet/src/diagnostic/diagnostics.ts';
import type { Kind, Library } from '../../packages/couplet/src/library/library.ts';
import { bindingName } from '../../packages/couplet/src/types/names.ts';
import { memberNames } from '../../packages/couplet/src/testing/pipeline.ts';
import { readDocuments } from '../support/documents.ts';
import { libraries } from '../support/libraries.ts';
import { isThere, skipWithout } from '../support/shared.ts';
import { compilers, Workspace } from './workspace.ts';

interface Exported {
  readonly [name: string]: unknown;
}

describe.each(libraries)('the TypeScript library of $name', ({ label, paths }) => {
  let workspace: Workspace | undefined;
  let library: Library = { groups: [] };

  beforeAll(async () => {
    if (!isThere(...paths)) return;
    workspace = new Workspace();
    library = workspace.addLibrary(label, await readDocuments(paths, new Diagnostics()));
  });

  afterAll(() => workspace?.remove());

  beforeEach((context) => skipWithout(context, ...paths));

  it.each(compilers)('compiles without an error with $name', ({ path: compiler }) => {
    const declarations = `node_modules/@couplet/openshift/${label}/**/*.d.ts`;
    const output = workspace?.compile(compiler, [declarations], {}, ['--listFilesOnly']);
    expect(output?.match(/v\w+\.d\.ts$/gm)?.length).toBeGreaterThan(library.groups.length);
    expect(workspace?.compile(compiler, [declarations])).toBe('');
  });

  it('has the functions of the Jsonnet library under the same names', async () => {
    for (const { kind, exported } of await exportsOf(library)) {
      const expected = [...memberNames(kind.members), ...(kind.newFunction ? ['new'] : [])];
      expect({ kind, names: namesIn(exported) }).toEqual({ kind, names: expected.sort() });
    }
  });

  it('makes manifests that its guards know', async () => {
    for (const { kind, exported, module } of await exportsOf(library)) {
      if (kind.newFunction === undefined) continue;
      const { apiVersion, groupVersionKind, takesName } = kind.newFunction;
      const manifest = callNew(exported);
      expect(manifest).toMatchObject({ apiVersion, kind: groupVersionKind.kind });
      if (takesName) expect(manifest).toMatchObject({ metadata: { name: 'web' } });
      const knowing = Object.entries(module).filter(
        ([name, guard]) => name.startsWith('is') && typeof guard === 'function' && guard(manifest),
      );
      expect(knowing).toHaveLength(1);
    }
  });

  async function exportsOf({
    groups,
  }: Library): Promise<readonly { kind: Kind; exported: unknown; module: Exported }[]> {
    const versions = groups.flatMap((group) =>
      group.versions.map((version) => ({ path: `${group.name}/${version.name}`, version })),
    );
    const modules = versions.map(async ({ path: modulePath, version }) => {
      const file = workspace?.pathOf(`${label}/${modulePath}.js`) ?? '';
      const module: Exported = await import(pathToFileURL(file).href);
      return version.kinds.map((kind) => ({
        kind,
        exported: module[bindingName(kind.key)],
        module,
      }));
    });
    return (await Promise.all(modules)).flat();
  }
});

/** The names of all functions in a namespace, with those below it: `spec.withHost`. */
function namesIn(namespace: unknown): readonly string[] {
  const names: string[] = [];
  const open: [prefix: string, value: unknown][] = [['', namespace]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [prefix, value] = next;
    for (const [name, below] of Object.entries(value ?? {})) {
      if (typeof below === 'function') names.push(prefix + name);
      else open.push([`${prefix}${name}.`, below]);
    }
  }
  return names.sort();
}

function callNew(exported: unknown): unknown {
  const isKind = typeof exported === 'object' && exported !== null && 'new' in exported;
  if (!isKind || typeof exported.new !== 'function') throw new Error('there is no `new`');
  const manifest: unknown = exported.new('web');
  return manifest;
}
