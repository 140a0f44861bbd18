import type { Definition } from '../schema/schema.ts';
import { readGroupVersionKinds } from './group-version-kinds.ts';
import { describe, isJsonObject } from '../source/json-object.ts';
import type { SchemaContext } from './schema-reader.ts';
import { readSchema, reportAt } from './schema-reader.ts';

/**
 * The definitions of an OpenAPI document of any version, by the object that names them.
 *
 * @param path where that object stands in the document
 */
export function readOpenApiDefinitions(
  value: unknown,
  path: readonly string[],
  context: SchemaContext,
): readonly Definition[] {
  if (!isJsonObject(value)) {
    reportAt(context, path, 'wrong-type', { expected: 'an object', found: describe(value) });
    return [];
  }
  return Object.entries(value).map(([name, raw]) => {
    const place = [...path, name];
    return {
      name,
      schema: readSchema(raw, place, context),
      groupVersionKinds: isJsonObject(raw) ? readGroupVersionKinds(raw, place, context) : [],
      scope: undefined,
      place: { locator: context.locator, path: place },
    };
  });
}
