import { shorten } from '../diagnostic/problem.ts';

/** A JSON object of unknown content. Its keys come from an input: read them with {@link ownValue} only. */
export interface JsonObject {
  readonly [key: string]: unknown;
}

/** Tells whether a value is an object, and no list. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A property of its own, so that `constructor` or `__proto__` never lead into the prototype. */
export function ownValue(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Names a value in words for messages: `a list`, `the text "a"`, `nothing`. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return value === '' ? 'empty text' : `the text ${shorten(value)}`;
  return typeof value === 'number' ? 'a number' : 'true or false';
}
