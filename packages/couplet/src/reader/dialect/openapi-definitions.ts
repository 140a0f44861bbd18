import type { Definition } from '../../api/definition.ts';
import { readGroupVersionKinds } from './group-version-kinds.ts';
import { describe, isJsonObject } from '../../json/object.ts';
import type { SchemaContext } from '../schema/context.ts';
import { reportAt } from '../schema/context.ts';
import { readSchema } from '../schema/read-schema.ts';
import { readerProblems } from '../problems.ts';

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
    reportAt(context, path, readerProblems['wrong-type'], {
      expected: 'an object',
      found: describe(value),
    });
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
