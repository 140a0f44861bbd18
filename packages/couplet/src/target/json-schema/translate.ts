import { objectMetaName } from '../../api/object-meta.ts';
import type { ResolvedSchema } from '../../api/resolve.ts';
import type { ArraySchema, ObjectSchema, ReferenceSchema, Schema } from '../../schema/schema.ts';
import { compareNames } from '../../text/compare-names.ts';
import { hasDefault } from './defaults.ts';
import { shapeOf } from './formats.ts';
import type { JsonSchema } from './keywords.ts';
import { enumKeyword, limitKeywords, typesOf, withoutAbsent } from './keywords.ts';
import { translateParts } from './parts.ts';
import type { Translation } from './translation.ts';

/**
 * Translates a schema into JSON Schema. Null stands for nothing where the API server drops it: in fields that need not
 * be there, and in maps.
 *
 * @param takesNull whether null may stand in the place of the value
 */
export function translate(schema: Schema, takesNull: boolean, how: Translation): JsonSchema {
  if (schema.kind === 'reference') return translateReference(schema, takesNull, how);
  const allowsNull = takesNull || schema.nullable === true;
  const parts = how.isChecked ? translateParts(schema, how) : {};
  const hasParts = Object.keys(parts).length > 0;
  // No alternative of the schema need allow null, so it stands beside them all.
  const own = { ...ownKeywords(schema, allowsNull && !hasParts, how), ...parts };
  const isWrapped = hasParts && allowsNull;
  return {
    ...annotations(schema, how),
    ...(isWrapped ? { anyOf: [{ type: 'null' }, own] } : own),
  };
}

/** Texts, and the value that the API server fills in. */
function annotations(schema: Schema, { isSlim, isExact, isChecked }: Translation): JsonSchema {
  return withoutAbsent({
    title: isSlim ? undefined : schema.title,
    description: isSlim ? undefined : schema.description,
    default: isChecked && hasDefault(schema, isExact) ? schema.default : undefined,
  });
}

/** Facts that stand beside `$ref` are passed over in draft 7, so those of a reference go around it. */
function translateReference(
  schema: ReferenceSchema,
  takesNull: boolean,
  how: Translation,
): JsonSchema {
  const target = how.resolve(schema);
  const reference = { $ref: how.referTo(target.definition, how.isChecked) };
  const texts = annotations(schema, how);
  const refusesNull = how.isChecked && !takesNull && schema.nullable !== true;
  // Definitions allow null, since most of what refers to them does.
  const types = refusesNull ? typesOf(target.schema) : [];
  const limits = how.isChecked ? limitKeywords(schema) : {};
  const around = { ...texts, ...typeKeyword(types), ...limits };
  return Object.keys(around).length === 0 ? reference : { ...around, allOf: [reference] };
}

function ownKeywords(schema: ResolvedSchema, allowsNull: boolean, how: Translation): JsonSchema {
  const structure = structureOf(schema, how);
  if (!how.isChecked) return structure;
  const types = typesOf(schema);
  const nullable = allowsNull && types.length > 0;
  return {
    ...typeKeyword(nullable ? [...types, 'null'] : types),
    ...enumKeyword(schema, allowsNull),
    ...limitKeywords(schema),
    ...shapeKeyword(schema, how),
    ...structure,
  };
}

/** The format of a text, where no pattern of its own says more. Of built-in kinds the API server checks formats in other ways. */
function shapeKeyword({ kind, format, pattern }: Schema, { isExact }: Translation): JsonSchema {
  if (kind !== 'string' || !isExact || format === undefined || pattern !== undefined) return {};
  return withoutAbsent({ pattern: shapeOf(format) });
}

function typeKeyword(types: readonly string[]): JsonSchema {
  if (types.length === 0) return {};
  return { type: types.length === 1 ? types[0] : types };
}

function structureOf(schema: ResolvedSchema, how: Translation): JsonSchema {
  if (schema.kind === 'object') return objectKeywords(schema, how);
  return schema.kind === 'array' ? arrayKeywords(schema, how) : {};
}

function arrayKeywords({ items, listType }: ArraySchema, how: Translation): JsonSchema {
  return withoutAbsent({
    items: items && translate(items, hasDefault(items, how.isExact), how),
    // Of built-in kinds the API server does not compare the items.
    uniqueItems: how.isChecked && how.isExact && listType === 'set' ? true : undefined,
  });
}

function objectKeywords(schema: ObjectSchema, how: Translation): JsonSchema {
  const required = requiredOf(schema, how);
  const mustBe = new Set(required);
  const properties: [string, JsonSchema][] = [...schema.properties]
    .sort(([left], [right]) => compareNames(left, right))
    .map(([name, property]) => {
      const isChecked = how.isChecked && property !== how.status;
      return [name, translate(property, !mustBe.has(name), { ...how, isChecked })];
    });
  const all = schema.embeddedResource === true ? embedded(properties, how) : properties;
  return withoutAbsent({
    required: required.length === 0 ? undefined : required,
    properties: all.length === 0 ? undefined : Object.fromEntries(all),
    additionalProperties: additionalOf(schema, how),
  });
}

/** The fields that a user must give: those that the API server fills in before it validates need not be there. */
function requiredOf(
  { required, properties, embeddedResource }: ObjectSchema,
  { isChecked, isExact }: Translation,
): readonly string[] {
  if (!isChecked) return [];
  const names = [...required].filter((name) => {
    const property = properties.get(name);
    return property === undefined || !hasDefault(property, isExact);
  });
  const own = embeddedResource === true ? ['apiVersion', 'kind'] : [];
  return [...new Set([...names, ...own])].sort(compareNames);
}

/** Adds the fields of every object that stands within another one, whatever its schema says. */
function embedded(
  properties: readonly [string, JsonSchema][],
  how: Translation,
): readonly [string, JsonSchema][] {
  const text = how.isChecked ? { type: 'string' } : {};
  const metadata = { $ref: how.referTo(objectMetaName, how.isChecked) };
  const own = new Map<string, JsonSchema>([
    ['apiVersion', text],
    ['kind', text],
    ['metadata', metadata],
  ]);
  const others = properties.filter(([name]) => !own.has(name));
  return [...own, ...others].sort(([left], [right]) => compareNames(left, right));
}

/** Says what may stand under names that are no fields; `undefined` for anything. */
function additionalOf(schema: ObjectSchema, how: Translation): JsonSchema | false | undefined {
  const { additional, properties, preserveUnknownFields } = schema;
  if (typeof additional === 'object') return translate(additional, true, how);
  if (additional !== undefined) return additional ? undefined : false;
  if (preserveUnknownFields === true) return undefined;
  // Without fields, an object of OpenAPI is one of any content; of a CRD, one that holds nothing.
  return properties.size > 0 || how.isExact || schema.embeddedResource === true ? false : undefined;
}
