/** Data that both languages can write and compare. */
export type Json = null | boolean | number | string | readonly Json[] | JsonRecord;

/** A JSON object. */
export interface JsonRecord {
  readonly [key: string]: Json;
}

export function isJson(value: unknown): value is Json {
  if (Array.isArray(value)) return value.every(isJson);
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isJson);
  return value === null || ['boolean', 'number', 'string'].includes(typeof value);
}

export function isObject(value: Json): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A value with objects around it, each of which has the others too: `nest(['a', 'b'], 1, { c: 2 })` gives
 * `{ c: 2, a: { c: 2, b: 1 } }`.
 */
export function nest(path: readonly string[], value: Json, others: JsonRecord): JsonRecord {
  const [key, ...rest] = path;
  if (key === undefined) throw new Error('a path with at least one key is needed');
  const inner = rest.length === 0 ? value : nest(rest, value, others);
  return Object.fromEntries([...Object.entries(others), [key, inner]]);
}
