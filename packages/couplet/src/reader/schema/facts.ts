import type { Path } from '../../diagnostic/place.ts';
import type { Schema, SchemaFacts, TypeName, ValidationRule } from '../../schema/schema.ts';
import type { JsonObject } from '../../json/object.ts';
import { describe, isJsonObject, ownValue } from '../../json/object.ts';
import type { SchemaContext } from './context.ts';
import { readNames, reportAt } from './context.ts';
import { readerProblems } from '../problems.ts';

/** Reads a schema that stands inside of another one. */
export type ReadBelow = (raw: unknown, path: Path) => Schema;

/** The form that a keyword's value must have. */
type Expectation = 'text' | 'a number' | 'true or false' | 'a list' | 'a type name' | 'any value';

const typeNames: ReadonlySet<unknown> = new Set<TypeName>([
  'string',
  'integer',
  'number',
  'boolean',
  'object',
  'array',
]);

const meets: Readonly<Record<Expectation, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  'a number': (value) => typeof value === 'number',
  'true or false': (value) => typeof value === 'boolean',
  'a list': Array.isArray,
  'a type name': (value) => typeNames.has(value),
  'any value': () => true,
};

/** Keywords whose value is taken over as it is: the fact it becomes, and what it must be. */
const keywords = new Map<string, readonly [keyof SchemaFacts, Expectation]>([
  ['type', ['type', 'a type name']],
  ['title', ['title', 'text']],
  ['description', ['description', 'text']],
  ['format', ['format', 'text']],
  ['default', ['default', 'any value']],
  ['example', ['example', 'any value']],
  ['enum', ['enum', 'a list']],
  ['pattern', ['pattern', 'text']],
  ['minimum', ['minimum', 'a number']],
  ['maximum', ['maximum', 'a number']],
  ['exclusiveMinimum', ['exclusiveMinimum', 'true or false']],
  ['exclusiveMaximum', ['exclusiveMaximum', 'true or false']],
  ['multipleOf', ['multipleOf', 'a number']],
  ['minLength', ['minLength', 'a number']],
  ['maxLength', ['maxLength', 'a number']],
  ['minItems', ['minItems', 'a number']],
  ['maxItems', ['maxItems', 'a number']],
  ['uniqueItems', ['uniqueItems', 'true or false']],
  ['minProperties', ['minProperties', 'a number']],
  ['maxProperties', ['maxProperties', 'a number']],
  ['nullable', ['nullable', 'true or false']],
  ['readOnly', ['readOnly', 'true or false']],
  ['deprecated', ['deprecated', 'true or false']],
  ['x-kubernetes-preserve-unknown-fields', ['preserveUnknownFields', 'true or false']],
  ['x-kubernetes-embedded-resource', ['embeddedResource', 'true or false']],
  ['x-kubernetes-list-type', ['listType', 'text']],
  ['x-kubernetes-map-type', ['mapType', 'text']],
  ['x-kubernetes-patch-merge-key', ['patchMergeKey', 'text']],
  ['x-kubernetes-patch-strategy', ['patchStrategy', 'text']],
]);

/**
 * Reads what a schema says besides its structure. A keyword with a value of the wrong type is reported and left
 * out; keywords that Couplet does not know are passed over, as JSON Schema asks.
 *
 * @param readBelow reads the schemas that stand in it, such as those of `oneOf`
 */
export function readFacts(
  raw: JsonObject,
  path: Path,
  context: SchemaContext,
  readBelow: ReadBelow,
): SchemaFacts {
  const facts: { [fact: string]: unknown } = {};
  for (const keyword of Object.keys(raw)) {
    const known = keywords.get(keyword);
    if (known === undefined) {
      // To the API server, whose decoder is Go's, null is as good as nothing.
      if (raw[keyword] !== null) {
        readStructuredFact(facts, keyword, raw, path, context, readBelow);
      }
      continue;
    }
    const [fact, expected] = known;
    const value = raw[keyword];
    if (meets[expected](value)) facts[fact] = value;
    else if (value !== null) {
      const found = describe(value);
      reportAt(context, [...path, keyword], readerProblems['wrong-type'], { expected, found });
    }
  }
  // Every fact was checked against the table above, or read into its own type below.
  return facts;
}

function readStructuredFact(
  facts: { [fact: string]: unknown },
  keyword: string,
  raw: JsonObject,
  path: Path,
  context: SchemaContext,
  readBelow: ReadBelow,
): void {
  switch (keyword) {
    case 'x-kubernetes-list-map-keys':
      facts['listMapKeys'] = readNames(raw, keyword, path, context);
      break;
    case 'x-kubernetes-validations':
      facts['validations'] = readValidations(raw[keyword], [...path, keyword], context);
      break;
    case 'allOf':
    case 'anyOf':
    case 'oneOf':
      facts[keyword] = readAlternatives(raw[keyword], [...path, keyword], context, readBelow);
      break;
    case 'not':
      facts[keyword] = readBelow(raw[keyword], [...path, keyword]);
      break;
    default:
  }
}

function readAlternatives(
  value: unknown,
  path: Path,
  context: SchemaContext,
  readBelow: ReadBelow,
): readonly Schema[] {
  if (Array.isArray(value)) {
    return value.map((item, index) => readBelow(item, [...path, index]));
  }
  reportAt(context, path, readerProblems['wrong-type'], {
    expected: 'a list of schemas',
    found: describe(value),
  });
  return [];
}

function readValidations(
  value: unknown,
  path: Path,
  context: SchemaContext,
): readonly ValidationRule[] {
  if (!Array.isArray(value)) {
    reportAt(context, path, readerProblems['wrong-type'], {
      expected: 'a list of rules',
      found: describe(value),
    });
    return [];
  }
  return value.flatMap((item, index): readonly ValidationRule[] => {
    const rule = isJsonObject(item) ? ownValue(item, 'rule') : undefined;
    if (isJsonObject(item) && typeof rule === 'string') return [{ ...ruleTexts(item), rule }];
    const found = describe(item);
    reportAt(context, [...path, index], readerProblems['wrong-type'], {
      expected: 'a rule',
      found,
    });
    return [];
  });
}

function ruleTexts(item: JsonObject): Omit<ValidationRule, 'rule'> {
  const texts: { [name: string]: unknown } = {};
  for (const name of ['message', 'messageExpression', 'fieldPath', 'reason']) {
    const value = ownValue(item, name);
    if (typeof value === 'string') texts[name] = value;
  }
  const optionalOldSelf = ownValue(item, 'optionalOldSelf');
  return typeof optionalOldSelf === 'boolean' ? { ...texts, optionalOldSelf } : texts;
}
