import type { PlainObject } from '../data.ts';
import { describe, isArray, isPlainObject, setField } from '../data.ts';
import type { Path } from '../path.ts';
import { below, errorAt } from '../path.ts';

/** A value that can be printed. */
export type Json = string | number | boolean | null | Json[] | Fields;

export interface Fields {
  [key: string]: Json;
}

/** The fields that a manifest starts with, as people are used to. */
const leadingKeys: readonly string[] = ['apiVersion', 'kind', 'metadata', 'spec'];

/**
 * A copy of a manifest with its fields in the order to print them in. (Fields called by a whole number come first,
 * as in all objects of JavaScript.) Throws where there is anything but JSON. The index is that in a list of manifests.
 */
export function orderedFields(
  manifest: unknown,
  index: number | undefined,
  sortKeys: boolean,
): Fields {
  const path = index === undefined ? undefined : below(undefined, index);
  if (!isPlainObject(manifest)) {
    throw errorAt(path, `cannot print ${describe(manifest)} as a manifest, which is an object`);
  }
  const keys = Object.keys(manifest);
  const rest = keys.filter((key) => !leadingKeys.includes(key));
  const ordered = [...leadingKeys.filter((key) => keys.includes(key)), ...rest];
  return copyFields(manifest, sortKeys ? keys.sort() : ordered, path, sortKeys);
}

function copyFields(
  object: PlainObject,
  keys: readonly string[],
  path: Path | undefined,
  sortKeys: boolean,
): Fields {
  const fields: Fields = {};
  for (const key of keys) setField(fields, key, checked(object[key], below(path, key), sortKeys));
  return fields;
}

function checked(value: unknown, path: Path, sortKeys: boolean): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (isArray(value)) {
    return Array.from(value, (item, index) => checked(item, below(path, index), sortKeys));
  }
  if (isPlainObject(value)) {
    const keys = Object.keys(value);
    return copyFields(value, sortKeys ? keys.sort() : keys, path, sortKeys);
  }
  throw errorAt(path, `cannot print ${typeof value === 'number' ? value : describe(value)}`);
}
