import type { Diagnostics } from '../../diagnostic/diagnostics.ts';
import type { SourceDocument } from '../../source/document.ts';
import type { Definition } from '../../api/definition.ts';
import type { JsonObject } from '../../json/object.ts';
import { ownValue } from '../../json/object.ts';
import { readerCursor } from '../cursor.ts';
import { readOpenApiDefinitions } from './openapi-definitions.ts';

/** Tells whether a document says that it is OpenAPI v3. */
export function isOpenApiV3(value: JsonObject): boolean {
  return ownValue(value, 'openapi') !== undefined;
}

/**
 * The definitions of an OpenAPI v3 document: a whole one, or one of those that a cluster serves for each group and
 * version. Such a document may define nothing, refer to what another one defines, and repeat what others have.
 */
export function readOpenApiV3(
  document: SourceDocument,
  diagnostics: Diagnostics,
): readonly Definition[] {
  const components = readerCursor(document, diagnostics).at('components');
  if (components.value === undefined || components.asObject() === undefined) return [];
  const schemas = components.at('schemas');
  if (schemas.value === undefined) return [];
  return readOpenApiDefinitions(schemas, '#/components/schemas/', 'openapi-v3');
}
