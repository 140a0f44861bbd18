import type { Schema } from '../../schema/schema.ts';

/**
 * Whether the API server fills a field in where a user leaves it out. OpenAPI documents give the zero values of Go as
 * defaults (`""`, `0`, `false`, `{}`), which say nothing; those of CRDs are meant.
 */
export function hasDefault(schema: Schema, isExact: boolean): boolean {
  const { default: value } = schema;
  return value !== undefined && (isExact || !isZero(value));
}

function isZero(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return !value;
  return Object.keys(value).length === 0;
}
