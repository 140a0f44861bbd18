import type { Definitions } from '../api/definition.ts';
import type { Library } from '../library/library.ts';
import { compareNames } from '../text/compare-names.ts';
import type { Resolver } from '../api/resolve.ts';
import { FunctionTypes } from './functions.ts';
import { TypeRegistry } from './registry.ts';
import type { TypeLibrary, TypeModule } from './types.ts';

/**
 * Gives a library its types: one for each definition and each object described in place that its kinds lead to. Where
 * the library's functions end (at a status, at a recursion), the types go on.
 *
 * @param resolver the one that the library was built with
 */
export function buildTypes(
  library: Library,
  definitions: Definitions,
  resolver: Resolver,
): TypeLibrary {
  const kinds = library.groups.flatMap(({ versions }) => versions.flatMap((each) => each.kinds));
  const registry = new TypeRegistry(definitions, resolver);
  registry.addAll(library, new Map(kinds.map((kind) => [kind.definition, kind])));
  new FunctionTypes(registry).addKinds(kinds);
  const modules = registry.modules();
  for (const { types } of modules) types.sort((left, right) => compareNames(left.name, right.name));
  return { modules, sharedNames: sharedNames(modules) };
}

function sharedNames(modules: readonly TypeModule[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { name } of modules.flatMap(({ types }) => types)) {
    if (seen.has(name)) shared.add(name);
    else seen.add(name);
  }
  return shared;
}
