import type { Schema } from '../../schema/schema.ts';
import { portablePattern } from './pattern.ts';

/** A schema in the words of JSON Schema, draft 7. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The types of JSON that a schema allows; none where it allows all. */
export function typesOf(schema: Schema): readonly string[] {
  switch (schema.kind) {
    case 'any':
    case 'reference':
      return [];
    case 'int-or-string':
      return isQuantity(schema) ? ['number', 'string'] : ['integer', 'string'];
    default:
      return [schema.kind];
  }
}

/** Kubernetes' Quantity, which may be any number: v2 of OpenAPI calls it text, v3 one of text and a number. */
function isQuantity({ type, format, oneOf }: Schema): boolean {
  if (format === 'int-or-string') return false;
  return type === 'string' || (oneOf ?? []).some(({ kind }) => kind === 'number');
}

/** The values that a schema allows, each once. */
export function enumKeyword({ enum: values }: Schema, allowsNull: boolean): JsonSchema {
  if (values === undefined || values.length === 0) return {};
  const all = allowsNull ? [...values, null] : values;
  return { enum: [...new Map(all.map((value) => [JSON.stringify(value), value])).values()] };
}

/** Gives the limits of the values of a schema besides its type. */
export function limitKeywords(schema: Schema): JsonSchema {
  const { minLength, maxLength, minItems, maxItems, minProperties, maxProperties } = schema;
  const pattern = schema.pattern === undefined ? undefined : portablePattern(schema.pattern);
  return withoutAbsent({
    ...boundsOf(schema),
    // Fractions have no exact multiples in floating point.
    multipleOf: isWhole(schema.multipleOf) ? schema.multipleOf : undefined,
    minLength,
    maxLength,
    minItems,
    maxItems,
    minProperties,
    maxProperties,
    pattern,
  });
}

/** Tells whether JSON Schema cannot say all that a schema limits its values to. */
export function losesLimits(schema: Schema): boolean {
  const { pattern, format, minimum = 0, maximum = 0, multipleOf = 1 } = schema;
  return (
    format !== undefined ||
    (pattern !== undefined && portablePattern(pattern) === undefined) ||
    ![minimum, maximum, multipleOf].every(isWhole)
  );
}

/**
 * The least and the greatest number. The API server compares whole numbers with bounds that it has cut to whole
 * numbers, so that a fraction only counts as the whole number beyond it.
 */
function boundsOf({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Schema): JsonSchema {
  const bounds: Record<string, number> = {};
  if (minimum !== undefined) {
    const isExclusive = exclusiveMinimum === true && isWhole(minimum);
    bounds[isExclusive ? 'exclusiveMinimum' : 'minimum'] = Math.floor(minimum);
  }
  if (maximum !== undefined) {
    const isExclusive = exclusiveMaximum === true && isWhole(maximum);
    bounds[isExclusive ? 'exclusiveMaximum' : 'maximum'] = Math.ceil(maximum);
  }
  return bounds;
}

function isWhole(value: number | undefined): boolean {
  return value !== undefined && Number.isInteger(value);
}

/** Leaves out keywords that have no value. */
export function withoutAbsent(schema: JsonSchema): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined));
}
