import { reachableNames } from '../../api/references.ts';
import type { Definitions } from '../../api/definition.ts';

/**
 * The definitions without the given kinds, their lists, and the parts that only these refer to. What is served itself,
 * or what nothing refers to, is no part and stays.
 */
export function withoutKinds(definitions: Definitions, kinds: ReadonlySet<string>): Definitions {
  const leftOut = new Set([...kinds].flatMap((name) => [name, `${name}List`]));
  const parts = reachableNames(leftOut, definitions);
  const others = [...definitions.values()]
    .filter(({ name, groupVersionKinds }) => !parts.has(name) || groupVersionKinds.length > 0)
    .map(({ name }) => name)
    .filter((name) => !leftOut.has(name));
  const kept = reachableNames(others, definitions);
  return new Map(
    [...definitions].filter(([name]) => !leftOut.has(name) && (kept.has(name) || !parts.has(name))),
  );
}
