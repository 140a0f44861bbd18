import type { ObjectSchema, Schema } from '../schema/schema.ts';
import { connectedComponents } from '../api/components.ts';
import type { Resolver } from '../api/resolve.ts';

/** All that a schema says a value is besides: what `allOf`, `oneOf` and `anyOf` list. */
export function alternativesOf({ allOf, oneOf, anyOf }: Schema): readonly Schema[] {
  if (allOf === undefined && oneOf === undefined && anyOf === undefined) return [];
  return [...(allOf ?? []), ...(oneOf ?? []), ...(anyOf ?? [])];
}

/** Tells whether some alternative says what type it is, and does not just restrict what is said elsewhere. */
export function hasTypedAlternative(schema: Schema): boolean {
  return alternativesOf(schema).some(
    (each) => each.kind !== 'any' || each.enum !== undefined || hasTypedAlternative(each),
  );
}

/** Tells whether alternatives of an object name properties that it does not name itself. */
export function hasMoreProperties(
  object: ObjectSchema,
  definition: string,
  resolver: Resolver,
): boolean {
  const { properties } = object;
  const seen = new Set<Schema>();
  const hasMore = (alternative: Schema): boolean => {
    const { schema } = resolver.resolve(alternative, definition);
    if (seen.has(schema)) return false;
    seen.add(schema);
    if (schema.kind === 'object') {
      for (const name of schema.properties.keys()) if (!properties.has(name)) return true;
    }
    const below = alternativesOf(schema);
    // Definitions are not followed from one to the next: there may be a hundred thousand in a row.
    return alternative.kind === 'reference' ? below.length > 0 : below.some(hasMore);
  };
  return alternativesOf(object).some(hasMore);
}

/**
 * Of each definition that is, by alternatives of alternatives, one of its own, the circle that it is in. No type can
 * say that, but for a list or a map between.
 */
export function alternativeCircles(
  names: Iterable<string>,
  resolver: Resolver,
): ReadonlyMap<string, number> {
  const circles = new Map<string, number>();
  const targetsOf = (name: string): readonly string[] => referredAlternatives(name, resolver);
  for (const [index, component] of connectedComponents(names, targetsOf).entries()) {
    const [first = ''] = component;
    if (component.length === 1 && !targetsOf(first).includes(first)) continue;
    for (const name of component) circles.set(name, index);
  }
  return circles;
}

function referredAlternatives(definition: string, resolver: Resolver): readonly string[] {
  const { schema } = resolver.resolve({ kind: 'reference', target: definition }, definition);
  // An interface of its own is not made of its alternatives.
  if (schema.kind === 'object' && schema.properties.size > 0) return [];
  const targets: string[] = [];
  const open = [...alternativesOf(schema)];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.kind === 'reference') targets.push(resolver.resolve(next, definition).definition);
    else for (const below of alternativesOf(next)) open.push(below);
  }
  return targets;
}
