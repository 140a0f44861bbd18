import type { Definitions, Schema } from './schema.ts';

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
function referencesIn(schema: Schema): readonly string[] {
  const targets: string[] = [];
  const open: (Schema | boolean | undefined)[] = [schema];
  while (open.length > 0) {
    const next = open.pop();
    if (next === undefined || typeof next === 'boolean') continue;
    if (next.kind === 'reference') targets.push(next.target);
    for (const part of partsOf(next)) open.push(part);
  }
  return targets;
}

/** The schemas right inside of a schema: gone through one by one, since there can be more than a call has arguments. */
function* partsOf(schema: Schema): Iterable<Schema | boolean | undefined> {
  if (schema.kind === 'array') yield schema.items;
  if (schema.kind === 'object') {
    yield* schema.properties.values();
    yield schema.additional;
  }
  for (const alternatives of [schema.allOf, schema.anyOf, schema.oneOf]) yield* alternatives ?? [];
}
