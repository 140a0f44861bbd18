import type { Definitions } from './definition.ts';
import type { Schema } from '../schema/schema.ts';

/** The given names, and those of all definitions that these lead to by reference. */
export function reachableNames(
  names: Iterable<string>,
  definitions: Definitions,
): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    const definition = definitions.get(name);
    if (definition === undefined) continue;
    for (const target of referencesIn(definition.schema)) open.push(target);
  }
  return reached;
}

/** The names of the definitions that a schema refers to, anywhere in it. */
export function referencesIn(schema: Schema): readonly string[] {
  const targets: string[] = [];
  const open = [schema];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.kind === 'reference') targets.push(next.target);
    addParts(open, next);
  }
  return targets;
}

/** Adds the schemas right inside of a schema: one by one, since there can be more than a call has arguments. */
function addParts(parts: Schema[], schema: Schema): void {
  const { allOf, anyOf, oneOf } = schema;
  if (schema.kind === 'array' && schema.items !== undefined) parts.push(schema.items);
  if (schema.kind === 'object') {
    for (const property of schema.properties.values()) parts.push(property);
    if (typeof schema.additional === 'object') parts.push(schema.additional);
  }
  if (allOf !== undefined) for (const part of allOf) parts.push(part);
  if (anyOf !== undefined) for (const part of anyOf) parts.push(part);
  if (oneOf !== undefined) for (const part of oneOf) parts.push(part);
}
