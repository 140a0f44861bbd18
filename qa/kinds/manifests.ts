import { join } from 'node:path';
import { Diagnostics } from '../../packages/couplet/src/diagnostic/diagnostics.ts';
import { emitTypeScript } from '../../packages/couplet/src/target/typescript/typescript.ts';
import { buildTypes } from '../../packages/couplet/src/types/build.ts';
import { buildLibrary } from '../../packages/couplet/src/library/build.ts';
import type { Library } from '../../packages/couplet/src/library/library.ts';
import { Resolver } from '../../packages/couplet/src/api/resolve.ts';
import { readDefinitions } from '../../packages/couplet/src/reader/read.ts';
import type { Scope } from '../../packages/couplet/src/api/definition.ts';
import type { SourceDocument } from '../../packages/couplet/src/source/document.ts';
import { kindsOf } from '../../packages/couplet/src/testing/pipeline.ts';
import type { Json } from '../conformance/json.ts';
import { isObject } from '../conformance/json.ts';
import { TypeScriptLibrary } from '../equality/in-typescript.ts';

/** A kind as a user meets it. */
export interface UsedKind {
  readonly place: string;
  /** What its `new` made; nothing where it has none. */
  readonly made: MadeManifest | undefined;
  readonly scope: Scope | undefined;
  readonly isUnserved: boolean;
}

export interface MadeManifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly hasName: boolean;
  /** Whether it is marked as one that must not be given a namespace. */
  readonly isMarked: boolean;
}

/** Generates the library of documents for TypeScript into a folder, and calls the `new` of each of its kinds. */
export async function useEveryKind(
  documents: readonly SourceDocument[],
  folder: string,
): Promise<readonly UsedKind[]> {
  const diagnostics = new Diagnostics();
  const definitions = readDefinitions(documents, diagnostics);
  const library = buildLibrary(definitions, undefined, diagnostics);
  const types = buildTypes(library, definitions, new Resolver(definitions));
  const names = { packageName: 'tested', packageVersion: '1.0.0', runtimeRange: '*' };
  const files = emitTypeScript(types, { label: 'tested', ...names });
  return await callAll(library, new TypeScriptLibrary(folder, files));
}

async function callAll(library: Library, run: TypeScriptLibrary): Promise<readonly UsedKind[]> {
  const calls = [...kindsOf(library)].map(async ([place, kind]): Promise<UsedKind> => {
    const { newFunction, scope, isUnserved } = kind;
    if (newFunction === undefined) return { place, scope, isUnserved, made: undefined };
    const passed = newFunction.takesName ? ['example'] : [];
    const manifest = await run.sum(
      [{ path: [...place.split('.'), 'new'], passed }],
      (group, version) => join('typescript', 'tested', group, `${version}.js`),
    );
    return { place, scope, isUnserved, made: describe(manifest) };
  });
  return await Promise.all(calls);
}

function describe(manifest: Json): MadeManifest {
  const metadata = at(manifest, 'metadata');
  return {
    apiVersion: textAt(manifest, 'apiVersion'),
    kind: textAt(manifest, 'kind'),
    hasName: at(metadata, 'name') === 'example',
    isMarked: at(at(metadata, 'annotations'), 'tanka.dev/namespaced') === 'false',
  };
}

function at(value: Json, key: string): Json {
  return isObject(value) ? (value[key] ?? null) : null;
}

function textAt(value: Json, key: string): string {
  const text = at(value, key);
  return typeof text === 'string' ? text : '';
}
