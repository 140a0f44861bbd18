import type { ObjectSchema, Schema } from '../../schema/schema.ts';
import { compareNames } from '../../text/compare-names.ts';
import { hasDefault } from './defaults.ts';
import type { JsonSchema } from './keywords.ts';
import { enumKeyword, limitKeywords, losesLimits, withoutAbsent } from './keywords.ts';
import type { Translation } from './translation.ts';

/** A condition in JSON Schema, and whether it takes no more than the API server does. */
interface Condition {
  readonly json: JsonSchema;
  readonly isExact: boolean;
}

/**
 * Translates the conditions of a schema (`allOf`, `anyOf`, `oneOf`, `not`). They add nothing to the structure. What
 * JSON Schema cannot say is left out of them, so a condition may take more than the API server does; one that is turned
 * around would then take less, and is left out itself.
 */
export function translateParts(schema: Schema, how: Translation): JsonSchema {
  return partsOf(schema, schema, how).json;
}

function partsOf(schema: Schema, structure: Schema, how: Translation): Condition {
  const { allOf, anyOf, oneOf, not } = saysTypesOnly(schema) ? withoutTypes(schema) : schema;
  const every = list(allOf, structure, how);
  const some = list(anyOf, structure, how);
  const one = list(oneOf, structure, how);
  const negated = not && condition(not, structure, how, false);
  // Where one of them takes too much, two may hold.
  const atLeastOne = one.isExact ? [] : [{ anyOf: one.json }];
  const json = withoutAbsent({
    allOf: nonEmpty([...every.json, ...atLeastOne]),
    anyOf: nonEmpty(some.json),
    oneOf: one.isExact ? nonEmpty(one.json) : undefined,
    not: negated?.isExact === true ? negated.json : undefined,
  });
  const isExact =
    every.isExact && some.isExact && one.isExact && (negated === undefined || negated.isExact);
  return { json, isExact };
}

interface Conditions {
  readonly json: readonly JsonSchema[];
  readonly isExact: boolean;
}

function list(
  schemas: readonly Schema[] | undefined,
  structure: Schema,
  how: Translation,
): Conditions {
  const conditions = (schemas ?? []).map((each) => condition(each, structure, how, false));
  return {
    json: conditions.map(({ json }) => json),
    isExact: conditions.every(({ isExact }) => isExact),
  };
}

function nonEmpty(conditions: readonly JsonSchema[]): readonly JsonSchema[] | undefined {
  return conditions.length === 0 ? undefined : conditions;
}

/**
 * A schema as a condition on values whose structure another one describes.
 *
 * @param takesNull whether null counts as nothing, on which there is no condition
 */
function condition(
  schema: Schema,
  structure: Schema,
  how: Translation,
  takesNull: boolean,
): Condition {
  if (schema.kind === 'reference') return { json: {}, isExact: false };
  const parts = partsOf(schema, structure, how);
  const below = belowOf(schema, structure, how);
  const { type } = schema;
  const json = withoutAbsent({
    type: takesNull && type !== undefined ? [type, 'null'] : type,
    ...enumKeyword(schema, takesNull),
    ...limitKeywords(schema),
    ...below.json,
    ...parts.json,
  });
  return { json, isExact: parts.isExact && below.isExact && !losesLimits(schema) };
}

function belowOf(schema: Schema, structure: Schema, how: Translation): Condition {
  if (schema.kind === 'object') return fieldsOf(schema, structure, how);
  if (schema.kind === 'any' && schema.required !== undefined) {
    const object = { kind: 'object', properties: new Map(), required: schema.required } as const;
    return fieldsOf(object, structure, how);
  }
  if (schema.kind !== 'array' || schema.items === undefined) return { json: {}, isExact: true };
  const known = structure.kind === 'array' ? structure.items : undefined;
  const { json, isExact } = condition(schema.items, known ?? anything, how, false);
  return { json: { items: json }, isExact };
}

const anything: Schema = { kind: 'any' };

function fieldsOf(schema: ObjectSchema, structure: Schema, how: Translation): Condition {
  const known = structure.kind === 'object' ? structure.properties : new Map<string, Schema>();
  const isFilledIn = (name: string): boolean =>
    hasDefault(known.get(name) ?? anything, how.isExact);
  const fields = [...schema.properties]
    .sort(([left], [right]) => compareNames(left, right))
    .map(([name, field]): [string, Condition] => {
      return [name, condition(field, known.get(name) ?? anything, how, true)];
    });
  // The API server fills defaults in before it looks at conditions.
  const required = [...schema.required].filter((name) => !isFilledIn(name)).sort(compareNames);
  const properties = fields.map(([name, { json }]): [string, JsonSchema] => [name, json]);
  const json = withoutAbsent({
    required: required.length === 0 ? undefined : required,
    properties: properties.length === 0 ? undefined : Object.fromEntries(properties),
  });
  const isExact =
    fields.every(([name, field]) => field.isExact && !isFilledIn(name)) &&
    required.length === schema.required.size &&
    typeof schema.additional !== 'object';
  return { json, isExact };
}

/** Tells whether all that the alternatives of a number or text say is that it is one: its own types say so already. */
function saysTypesOnly({ kind, anyOf, oneOf }: Schema): boolean {
  if (kind !== 'int-or-string') return false;
  return [...(anyOf ?? []), ...(oneOf ?? [])].every((part) =>
    Object.keys(part).every((key) => key === 'kind' || key === 'type' || key === 'format'),
  );
}

function withoutTypes({ allOf, not }: Schema): Pick<Schema, 'allOf' | 'anyOf' | 'oneOf' | 'not'> {
  return withoutAbsent({ allOf, not });
}
