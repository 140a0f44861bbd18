import { compareNames } from '../text/compare-names.ts';
import type { ResolvedSchema, Resolver } from './resolve.ts';
import type { Schema } from '../schema/schema.ts';

/**
 * The parts that a value is made of, at its first level: an object with `fields` of its own, a `map` of values of one
 * type, or an `object` of anything.
 */
export type Form = Exclude<ResolvedSchema['kind'], 'object'> | 'fields' | 'map' | 'object';

/** The form of a schema behind its references; a map of anything is an object of anything. */
export function formOf(schema: ResolvedSchema): Form {
  if (schema.kind !== 'object') return schema.kind;
  if (schema.properties.size > 0) return 'fields';
  const { additional } = schema;
  return typeof additional === 'object' && additional.kind !== 'any' ? 'map' : 'object';
}

const narrower: Readonly<Partial<Record<Form, readonly Form[]>>> = {
  number: ['integer'],
  'int-or-string': ['integer', 'string'],
  object: ['fields', 'map'],
};

/** Tells whether all values of the one form are values of the other. */
export function takesAllOf(after: Form, before: Form): boolean {
  return after === 'any' || after === before || narrower[after]?.includes(before) === true;
}

/** A list of lists of lists … is described down to here. */
const describedLevels = 4;

/** Says in words what a value is: `array of RouteIngress`. */
export function typeText(schema: Schema, resolver: Resolver, level = 0): string {
  const { schema: resolved, definition } = resolver.resolve(schema, '');
  if (schema.kind === 'reference' && (formOf(resolved) === 'fields' || level > describedLevels)) {
    return typePlace(definition);
  }
  switch (resolved.kind) {
    case 'array':
      return resolved.items === undefined
        ? 'array'
        : `array of ${typeText(resolved.items, resolver, level + 1)}`;
    case 'object': {
      const { additional, properties } = resolved;
      if (properties.size > 0)
        return `object with ${someOf([...properties.keys()].sort(compareNames))}`;
      return formOf(resolved) === 'map' && typeof additional === 'object'
        ? `map of ${typeText(additional, resolver, level + 1)}`
        : 'object';
    }
    case 'int-or-string':
      return 'integer or string';
    case 'any':
      return 'any value';
    default:
      return resolved.kind;
  }
}

/** The first of names that can be many. */
function someOf(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}

/** A definition by the name of its type in the library for TypeScript: `core.v1.Container`. */
export function typePlace(definition: string): string {
  return definition.split('.').slice(-3).join('.');
}
