import type { JsonObject } from '../../../packages/couplet/src/json/object.ts';
import { isJsonObject, ownValue } from '../../../packages/couplet/src/json/object.ts';
import type { GroupVersionKind } from '../../../packages/couplet/src/api/definition.ts';

/** A definition as the document has it: plain JSON. */
export interface RawDefinition {
  readonly name: string;
  readonly schema: JsonObject;
  readonly served: readonly GroupVersionKind[];
  readonly isClusterScoped: boolean;
  /** Whether a CRD defines it: then it is a kind of the library, served or not. */
  readonly isCustomResource: boolean;
}

export type RawDefinitions = ReadonlyMap<string, RawDefinition>;

/** A property that is an object, or an object without properties. */
export function objectAt(value: JsonObject, ...path: readonly string[]): JsonObject {
  let inner: unknown = value;
  for (const key of path) inner = isJsonObject(inner) ? ownValue(inner, key) : undefined;
  return isJsonObject(inner) ? inner : {};
}

export function textAt(value: JsonObject, key: string): string {
  const text = ownValue(value, key);
  return typeof text === 'string' ? text : '';
}

export function listAt(value: JsonObject, key: string): readonly JsonObject[] {
  const list = ownValue(value, key);
  return Array.isArray(list) ? list.filter(isJsonObject) : [];
}
