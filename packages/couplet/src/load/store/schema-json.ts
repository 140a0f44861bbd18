import type { JsonObject } from '../../json/object.ts';
import { isJsonObject, ownValue } from '../../json/object.ts';
import type { Schema } from '../../schema/schema.ts';

/** A value as JSON in which maps are lists of their entries and sets lists of their members. */
export function stringify(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    each instanceof Map || each instanceof Set ? [...each] : each,
  );
}

/**
 * Makes a schema of what {@link stringify} made of it.
 *
 * @throws {TypeError} where it is no schema
 */
export function schemaOf(value: unknown): Schema {
  const json = objectOf(value);
  const facts: { [fact: string]: unknown } = { ...json };
  for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
    if (Object.hasOwn(json, keyword)) facts[keyword] = listOf(json[keyword]).map(schemaOf);
  }
  if (Object.hasOwn(json, 'not')) facts['not'] = schemaOf(json['not']);
  if (json['kind'] === 'array' && Object.hasOwn(json, 'items'))
    facts['items'] = schemaOf(json['items']);
  if (json['kind'] === 'object') Object.assign(facts, objectParts(json));
  else if (Object.hasOwn(json, 'required')) facts['required'] = new Set(listOf(json['required']));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it was a schema before it was written, and the file is checked as a whole
  return facts as unknown as Schema;
}

function objectParts(json: JsonObject): object {
  const additional = ownValue(json, 'additional');
  return {
    properties: new Map(
      entriesOf(json['properties']).map(([name, each]) => [name, schemaOf(each)]),
    ),
    required: new Set(listOf(json['required'])),
    ...(isJsonObject(additional) ? { additional: schemaOf(additional) } : {}),
    ...(Object.hasOwn(json, 'gated') ? { gated: new Map(entriesOf(json['gated'])) } : {}),
  };
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return listOf(value).map((entry) => {
    const [name, each] = listOf(entry);
    return [String(name), each];
  });
}

/**
 * A value that is to be an object.
 * @throws {TypeError} where it is none
 */
export function objectOf(value: unknown): JsonObject {
  if (isJsonObject(value)) return value;
  throw new TypeError('no object');
}

/**
 * A value that is to be a list.
 * @throws {TypeError} where it is none
 */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new TypeError('no list');
}
