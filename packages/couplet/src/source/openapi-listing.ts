import type { JsonObject } from '../json/object.ts';
import { isJsonObject, ownValue } from '../json/object.ts';

/**
 * Tells whether a document is the answer to `/openapi/v3`: it lists where a cluster has its documents, one for each group
 * and version, and defines nothing itself.
 */
export function isOpenApiV3Listing(value: JsonObject): boolean {
  const paths = ownValue(value, 'paths');
  if (!isJsonObject(paths) || Object.keys(value).length > 1) return false;
  const entries = Object.values(paths);
  return entries.every((entry) => isJsonObject(entry) && Object.hasOwn(entry, 'serverRelativeURL'));
}
