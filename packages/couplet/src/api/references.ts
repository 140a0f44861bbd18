import type { Definitions } from './definition.ts';
import { visitParts } from '../schema/parts.ts';
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

/** The names of the definitions that a schema refers to, anywhere in it but in what a value must not be. */
export function referencesIn(schema: Schema): readonly string[] {
  const targets: string[] = [];
  const open = [schema];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.kind === 'reference') targets.push(next.target);
    visitParts(next, (part, keyword) => {
      if (keyword !== 'not') open.push(part);
    });
  }
  return targets;
}
