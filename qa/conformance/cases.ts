import type { JsonObject } from '../../packages/couplet/src/json/object.ts';
import { ownValue } from '../../packages/couplet/src/json/object.ts';
import type { Json, JsonRecord } from './json.ts';
import { isJson, isObject, nest } from './json.ts';
import type { ConstructorFunction, FieldFunction, LibraryFunction } from './oracle/functions.ts';
import { objectAt } from './oracle/raw-definitions.ts';
import { formOf, typeOf } from './oracle/schemas.ts';

/** A call of one function of a library, and what must come of it, in whatever language the library is. */
export interface Case {
  /** Group, version and kind, then namespaces, then the function's own name. */
  readonly path: readonly string[];
  readonly argument: { readonly name: string; readonly value: Json } | undefined;
  /** What the result of the call is added to. */
  readonly base: JsonRecord;
  /** The base and the result of the call, added up. */
  readonly expected: Json;
}

/** Fields that no call touches: they must be there still, at every level, for the call adds and replaces nothing else. */
const untouched = { 'untouched field': true };

/** The calls that show what a function does: an array function is called with an array and with a single item. */
export function casesOf(called: LibraryFunction): readonly Case[] {
  return called.form === 'new' ? [constructorCase(called)] : fieldCases(called);
}

function constructorCase(called: ConstructorFunction): Case {
  const { path, argument, served, marksClusterScope } = called;
  const { group, version, kind } = served;
  const base = { ...untouched, metadata: { ...untouched, annotations: untouched } };
  const object = {
    ...untouched,
    apiVersion: group === '' ? version : `${group}/${version}`,
    kind,
  };
  if (argument === undefined) {
    return { path, argument, base, expected: { ...object, metadata: base.metadata } };
  }
  // Annotations are set and not added to, like every other field.
  const annotations = marksClusterScope ? { 'tanka.dev/namespaced': 'false' } : untouched;
  const metadata = { ...untouched, name: 'example', annotations };
  return {
    path,
    argument: { name: 'name', value: 'example' },
    base,
    expected: { ...object, metadata },
  };
}

function fieldCases({ form, path, argument, target, schema }: FieldFunction): readonly Case[] {
  const old = oldValue(schema);
  const makeCase = (value: Json, added: Json): Case => ({
    path,
    argument: { name: argument, value },
    base: nest(target, old, untouched),
    expected: nest(target, form === 'add' ? addTo(old, added) : added, untouched),
  });
  const value = exampleOf(schema);
  if (!Array.isArray(value)) return [makeCase(value, value)];
  const [item = null] = value;
  // An item that is a list itself cannot be told from a list of items.
  return [makeCase(value, value), makeCase(item, Array.isArray(item) ? item : [item])];
}

/** What the field holds before the call. */
function oldValue(schema: JsonObject): Json {
  const type = typeOf(schema);
  if (type === 'array') return ['old item'];
  return type === 'object' ? { 'old key': 'old value' } : 'old value';
}

/** Jsonnet's `+` for lists and objects. */
function addTo(old: Json, added: Json): Json {
  if (Array.isArray(old) && Array.isArray(added)) return [...old, ...added];
  if (isObject(old) && isObject(added)) return { ...old, ...added };
  throw new Error(`only lists and objects are added to, not ${JSON.stringify(old)}`);
}

/** A value that fits the schema's type, or one of those that it allows where it lists them. */
export function exampleOf(schema: JsonObject): Json {
  const allowed = ownValue(schema, 'enum');
  const first: unknown = Array.isArray(allowed) ? allowed[0] : undefined;
  if (first !== undefined && isJson(first)) return first;
  switch (typeOf(schema)) {
    case 'array':
      return [exampleOf(objectAt(schema, 'items')), exampleOf(objectAt(schema, 'items'))];
    case 'object':
      return formOf(schema) === 'object'
        ? {}
        : { 'new key': exampleOf(objectAt(schema, 'additionalProperties')) };
    case 'integer':
      return 7;
    case 'number':
      return 0.5;
    case 'boolean':
      return true;
    case 'string':
      return 'new value';
    default:
      return { 'anything at all': ['new value'] };
  }
}
