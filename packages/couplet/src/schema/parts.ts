import type { Schema } from './schema.ts';

/** Tells whether a keyword's value has schemas in it. */
type Holds<Value> =
  Extract<Value, Schema | readonly Schema[] | ReadonlyMap<string, Schema>> extends never
    ? false
    : true;

type KeywordsHolding<Each> = Each extends unknown
  ? { [Keyword in keyof Each]-?: Holds<Each[Keyword]> extends true ? Keyword : never }[keyof Each]
  : never;

/** The keywords of schemas that have schemas in them: `properties`, `additional`, `items`, `allOf` … */
export type PartKeyword = KeywordsHolding<Schema>;

/**
 * Visits every schema that stands right inside of a schema, with the keyword that it stands under. What these have in
 * them is not visited, nor is what they refer to.
 */
export function visitParts(
  schema: Schema,
  visit: (part: Schema, keyword: PartKeyword) => void,
): void {
  if (schema.kind === 'array' && schema.items !== undefined) visit(schema.items, 'items');
  if (schema.kind === 'object') {
    for (const property of schema.properties.values()) visit(property, 'properties');
    if (typeof schema.additional === 'object') visit(schema.additional, 'additional');
  }
  const { allOf, anyOf, oneOf, not } = schema;
  if (allOf !== undefined) for (const part of allOf) visit(part, 'allOf');
  if (anyOf !== undefined) for (const part of anyOf) visit(part, 'anyOf');
  if (oneOf !== undefined) for (const part of oneOf) visit(part, 'oneOf');
  if (not !== undefined) visit(not, 'not');
}
