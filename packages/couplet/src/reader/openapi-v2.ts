import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { SourceDocument } from '../source/document.ts';
import { locatorOf } from '../source/document.ts';
import type { Definition } from '../schema/schema.ts';
import type { JsonObject } from './json.ts';
import { ownValue } from './json.ts';
import { readOpenApiDefinitions } from './openapi-definitions.ts';

/** Whether a document says that it is OpenAPI v2 (Swagger). */
export function isOpenApiV2(value: JsonObject): boolean {
  return ownValue(value, 'swagger') !== undefined;
}

/** The definitions of an OpenAPI v2 document, as Kubernetes and OpenShift publish them. */
export function readOpenApiV2(
  document: SourceDocument,
  value: JsonObject,
  diagnostics: Diagnostics,
): readonly Definition[] {
  const context = { locator: locatorOf(document), diagnostics, referencePrefix: '#/definitions/' };
  return readOpenApiDefinitions(ownValue(value, 'definitions'), ['definitions'], context);
}
