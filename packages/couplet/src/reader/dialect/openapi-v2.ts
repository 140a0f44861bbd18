import type { Diagnostics } from '../../diagnostic/diagnostics.ts';
import type { SourceDocument } from '../../source/document.ts';
import type { Definition } from '../../api/definition.ts';
import type { JsonObject } from '../../json/object.ts';
import { ownValue } from '../../json/object.ts';
import { readerCursor } from '../cursor.ts';
import { readOpenApiDefinitions } from './openapi-definitions.ts';

/** Tells whether a document says that it is OpenAPI v2 (Swagger). */
export function isOpenApiV2(value: JsonObject): boolean {
  return ownValue(value, 'swagger') !== undefined;
}

/** A number or text, as v3 documents say; v2 has no word for that, and calls it text. */
const quantityName = 'io.k8s.apimachinery.pkg.api.resource.Quantity';

/** The definitions of an OpenAPI v2 document, as Kubernetes and OpenShift publish them. */
export function readOpenApiV2(
  document: SourceDocument,
  diagnostics: Diagnostics,
): readonly Definition[] {
  const definitions = readerCursor(document, diagnostics).at('definitions');
  return readOpenApiDefinitions(definitions, '#/definitions/', 'openapi-v2').map(asNumberOrText);
}

function asNumberOrText(definition: Definition): Definition {
  const { name, schema } = definition;
  if (name !== quantityName || schema.kind !== 'string') return definition;
  return { ...definition, schema: { ...schema, kind: 'int-or-string' } };
}
