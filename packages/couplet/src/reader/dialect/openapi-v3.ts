import type { Diagnostics } from '../../diagnostic/diagnostics.ts';
import type { SourceDocument } from '../../source/document.ts';
import { locatorOf } from '../../diagnostic/place.ts';
import type { Definition } from '../../api/definition.ts';
import type { JsonObject } from '../../json/object.ts';
import { describe, isJsonObject, ownValue } from '../../json/object.ts';
import { readOpenApiDefinitions } from './openapi-definitions.ts';
import { reportAt } from '../schema/context.ts';
import { readerProblems } from '../problems.ts';

/** Whether a document says that it is OpenAPI v3. */
export function isOpenApiV3(value: JsonObject): boolean {
  return ownValue(value, 'openapi') !== undefined;
}

/**
 * The definitions of an OpenAPI v3 document: a whole one, or one of those that a cluster serves for each group and
 * version. Such a document may define nothing, refer to what another one defines, and repeat what others have.
 */
export function readOpenApiV3(
  document: SourceDocument,
  value: JsonObject,
  diagnostics: Diagnostics,
): readonly Definition[] {
  const referencePrefix = '#/components/schemas/';
  const context = { locator: locatorOf(document), diagnostics, referencePrefix };
  const components = ownValue(value, 'components');
  if (components === undefined) return [];
  if (!isJsonObject(components)) {
    const found = describe(components);
    reportAt(context, ['components'], readerProblems['wrong-type'], {
      expected: 'an object',
      found,
    });
    return [];
  }
  const schemas = ownValue(components, 'schemas');
  if (schemas === undefined) return [];
  return readOpenApiDefinitions(schemas, ['components', 'schemas'], context);
}
