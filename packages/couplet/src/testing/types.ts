import type { Diagnostic } from '../diagnostic/diagnostics.ts';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { TypeScriptOptions } from '../target/typescript/typescript.ts';
import { emitTypeScript } from '../target/typescript/typescript.ts';
import { buildTypes } from '../types/build.ts';
import { buildLibrary } from '../library/build.ts';
import { Resolver } from '../api/resolve.ts';
import type { NamedType, TypeLibrary } from '../types/types.ts';
import { readDefinitions } from '../reader/read.ts';
import type { SourceDocument } from '../source/document.ts';

/** Reads documents and builds the types of their library. */
export function typesOf(
  documents: readonly SourceDocument[],
  prefix?: RegExp,
): { readonly types: TypeLibrary; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics = new Diagnostics();
  const definitions = readDefinitions(documents, diagnostics);
  const resolver = new Resolver(definitions);
  const library = buildLibrary(definitions, prefix, diagnostics, resolver);
  const types = buildTypes(library, definitions, resolver);
  return { types, diagnostics: diagnostics.list() };
}

/** The types of a library, by `group/version/name`. */
export function typesByPath(types: TypeLibrary): ReadonlyMap<string, NamedType> {
  return new Map(
    types.modules.flatMap(({ group, version, types: named }) =>
      named.map((type) => [`${group}/${version}/${type.name}`, type] as const),
    ),
  );
}

/** The name of every emitted package of the tests. */
export const packageOptions: TypeScriptOptions = {
  label: '1.0',
  packageName: '@example/tea',
  packageVersion: '1.2.3',
  runtimeRange: '^0.1.0',
};

/** The files of a TypeScript library, by path. */
export function typeScriptFiles(
  documents: readonly SourceDocument[],
  prefix?: RegExp,
): ReadonlyMap<string, string> {
  const { types } = typesOf(documents, prefix);
  const files = [...emitTypeScript(types, packageOptions)];
  return new Map(files.map(({ path, text }) => [path, text]));
}
