import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { Place } from '../diagnostic/place.ts';
import type { Definitions } from './definition.ts';
import { apiProblems } from './problems.ts';
import { reachableNames, referencesIn } from './references.ts';

/**
 * Reports references that lead nowhere, or back to themselves only, among the named definitions and all that these
 * refer to: each once, at the first definition that has it; of a circle, one. A {@link Resolver} takes both for any value.
 */
export function checkReferences(
  names: Iterable<string>,
  definitions: Definitions,
  diagnostics: Diagnostics,
): void {
  const reached = reachableNames(names, definitions);
  const dangling = [...reached].filter((name) => !definitions.has(name));
  const circular = findCircles(reached, definitions);
  // Good documents have none, and looking for who refers to what takes time.
  if (dangling.length === 0 && circular.length === 0) return;
  const places = firstPlaces(new Set([...dangling, ...circular]), reached, definitions);
  for (const reference of dangling) {
    diagnostics.report(apiProblems['dangling-reference'], { reference }, places.get(reference));
  }
  for (const reference of circular) {
    diagnostics.report(apiProblems['circular-reference'], { reference }, places.get(reference));
  }
}

/** Finds definitions that only refer to each other in a circle: the first of each circle. Every one is passed once. */
function findCircles(names: Iterable<string>, definitions: Definitions): readonly string[] {
  const circles: string[] = [];
  const settled = new Set<string>();
  for (const name of names) {
    const passed = new Set<string>();
    let schema = definitions.get(name)?.schema;
    let next = name;
    while (schema?.kind === 'reference' && !settled.has(next) && !passed.has(next)) {
      passed.add(next);
      next = schema.target;
      schema = definitions.get(next)?.schema;
    }
    if (passed.has(next)) circles.push(next);
    for (const each of passed) settled.add(each);
  }
  return circles;
}

/** The places of the first definitions that refer to each of the targets. */
function firstPlaces(
  targets: ReadonlySet<string>,
  names: Iterable<string>,
  definitions: Definitions,
): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const name of names) {
    if (places.size === targets.size) break;
    const definition = definitions.get(name);
    if (definition === undefined) continue;
    for (const target of referencesIn(definition.schema)) {
      if (targets.has(target) && !places.has(target)) places.set(target, definition.place);
    }
  }
  return places;
}
