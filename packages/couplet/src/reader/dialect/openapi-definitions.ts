import type { Definition } from '../../api/definition.ts';
import type { Cursor } from '../../json/cursor.ts';
import { readSchemaAt } from '../schema/read-schema.ts';
import { readGroupVersionKinds } from './group-version-kinds.ts';

/**
 * The definitions of an OpenAPI document of any version.
 *
 * @param definitions the object that names them
 * @param referencePrefix what `$ref`s to them start with
 * @param dialect the document's
 */
export function readOpenApiDefinitions(
  definitions: Cursor,
  referencePrefix: string,
  dialect: Definition['origin']['dialect'],
): readonly Definition[] {
  return (definitions.asMembers() ?? []).map(([name, cursor]) => ({
    name,
    schema: readSchemaAt(cursor, referencePrefix),
    groupVersionKinds: readGroupVersionKinds(cursor),
    scope: undefined,
    origin: { dialect },
    place: cursor.place,
  }));
}
