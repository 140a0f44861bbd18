import type { Path } from '../../diagnostic/place.ts';
import type {
  AnySchema,
  ObjectSchema,
  Schema,
  SchemaFacts,
  TypeName,
} from '../../schema/schema.ts';
import type { SchemaContext } from './context.ts';
import { readNames, reportAt } from './context.ts';
import { readFacts } from './facts.ts';
import type { Cursor } from '../../json/cursor.ts';
import type { JsonObject } from '../../json/object.ts';
import { describe, isJsonObject, ownValue } from '../../json/object.ts';
import { readerProblems } from '../problems.ts';

/**
 * The depth to which schemas may be nested in one definition. Kubernetes' own deepest stays under 40 levels;
 * a generated function nests as deep as its schema, and tools that parse it have limits of their own.
 */
export const depthLimit = 100;

const anything: Schema = { kind: 'any' };

/**
 * Reads the schema at a cursor with all below it (see {@link readSchema}). Inside of schemas there are no cursors: one
 * for each of a document's schemas would cost time (docs/decisions/cursor.md).
 *
 * @param referencePrefix what `$ref`s to definitions start with: `#/definitions/` or `#/components/schemas/`
 */
export function readSchemaAt(cursor: Cursor, referencePrefix: string): Schema {
  const { value, path, locator, diagnostics } = cursor;
  return readSchema(value, path, { locator, diagnostics, referencePrefix });
}

/**
 * Reads one schema with all below it. Wrong types in the document are reported and left out, so that a schema
 * always results; in the worst case it allows anything.
 *
 * @param depth how many schemas of the same definition are above this one
 */
export function readSchema(raw: unknown, path: Path, context: SchemaContext, depth = 0): Schema {
  if (!isJsonObject(raw)) {
    if (typeof raw !== 'boolean') {
      reportAt(context, path, readerProblems['wrong-type'], {
        expected: 'a schema object',
        found: describe(raw),
      });
    }
    return anything;
  }
  if (depth > depthLimit) {
    reportAt(context, path, readerProblems['schema-too-deep'], { limit: depthLimit });
    return anything;
  }
  const facts = readFacts(raw, path, context, (value, below) =>
    readSchema(value, below, context, depth + 1),
  );
  const reference = ownValue(raw, '$ref');
  if (reference !== undefined && reference !== null) {
    const target = readReference(reference, path, context);
    return target === undefined
      ? complete(facts, { kind: 'any' })
      : complete(facts, { kind: 'reference', target });
  }
  const wrapped = wrappedReference(raw, facts);
  if (wrapped !== undefined) return wrapped;
  return withStructure(raw, facts, path, context, depth);
}

/**
 * In OpenAPI v3 nothing may stand beside a `$ref`, so Kubernetes writes a field with a default or a description of its
 * own as `allOf` with the one reference: to us that is a reference with facts of its own, as in v2.
 */
function wrappedReference(raw: JsonObject, facts: SchemaFacts): Schema | undefined {
  if (facts.allOf?.length !== 1) return undefined;
  const { allOf, ...own } = facts;
  const [reference] = allOf;
  if (reference?.kind !== 'reference') return undefined;
  const hasStructure = ['type', 'properties', 'items', 'additionalProperties'].some((keyword) =>
    Object.hasOwn(raw, keyword),
  );
  return hasStructure ? undefined : { ...reference, ...own };
}

/**
 * Puts the structure of a schema to its facts. They are ours, so they need no copy: with a spread, which is slow for
 * objects of a thousand different forms, this took longer than all the rest of the reading.
 */
function complete<Structure extends { readonly kind: Schema['kind'] }>(
  facts: SchemaFacts,
  structure: Structure,
): SchemaFacts & Structure {
  return Object.assign(facts, structure);
}

function withStructure(
  raw: JsonObject,
  facts: SchemaFacts,
  path: Path,
  context: SchemaContext,
  depth: number,
): Schema {
  if (isIntOrString(raw, facts)) return complete(facts, { kind: 'int-or-string' });
  const kind = facts.type ?? guessType(raw);
  switch (kind) {
    case 'object':
      return complete(facts, readObject(raw, path, context, depth));
    case 'array': {
      const items = ownValue(raw, 'items');
      if (items === undefined || items === null) return complete(facts, { kind });
      const below = readSchema(items, [...path, 'items'], context, depth + 1);
      return complete(facts, { kind, items: below });
    }
    case undefined:
      return complete(facts, readAny(raw, path, context));
    default:
      return complete(facts, { kind });
  }
}

/** By its format, by Kubernetes' keyword in CRDs, or, in OpenAPI v3, as one of text and a number. */
function isIntOrString(raw: JsonObject, { format, type, oneOf }: SchemaFacts): boolean {
  if (format === 'int-or-string' || ownValue(raw, 'x-kubernetes-int-or-string') === true)
    return true;
  if (type !== undefined || oneOf?.length !== 2) return false;
  const kinds = new Set(oneOf.map(({ kind }) => kind));
  return kinds.has('string') && (kinds.has('integer') || kinds.has('number'));
}

/** Conditions often say no more than which fields must be there, which says nothing of what is no object. */
function readAny(raw: JsonObject, path: Path, context: SchemaContext): AnySchema {
  const required = readNames(raw, 'required', path, context);
  return required.length === 0 ? { kind: 'any' } : { kind: 'any', required: new Set(required) };
}

/** Schemas often leave out the type where their keywords give it away. */
function guessType(raw: JsonObject): TypeName | undefined {
  if (Object.hasOwn(raw, 'properties') || isJsonObject(ownValue(raw, 'additionalProperties'))) {
    return 'object';
  }
  return undefined;
}

function readObject(
  raw: JsonObject,
  path: Path,
  context: SchemaContext,
  depth: number,
): Pick<ObjectSchema, 'kind' | 'properties' | 'required' | 'additional'> {
  const properties = new Map<string, Schema>();
  const rawProperties = ownValue(raw, 'properties');
  if (isJsonObject(rawProperties)) {
    for (const [name, property] of Object.entries(rawProperties)) {
      const below = [...path, 'properties', name];
      properties.set(name, readSchema(property, below, context, depth + 1));
    }
  } else if (rawProperties !== undefined && rawProperties !== null) {
    const found = describe(rawProperties);
    reportAt(context, [...path, 'properties'], readerProblems['wrong-type'], {
      expected: 'an object',
      found,
    });
  }
  const required = new Set(readNames(raw, 'required', path, context));
  const kind = 'object';
  const additional = ownValue(raw, 'additionalProperties');
  if (additional === undefined || additional === null) return { kind, properties, required };
  if (typeof additional === 'boolean') return { kind, properties, required, additional };
  const below = [...path, 'additionalProperties'];
  return {
    kind,
    properties,
    required,
    additional: readSchema(additional, below, context, depth + 1),
  };
}

function readReference(reference: unknown, path: Path, context: SchemaContext): string | undefined {
  const place = [...path, '$ref'];
  if (typeof reference !== 'string') {
    const found = describe(reference);
    reportAt(context, place, readerProblems['wrong-type'], { expected: 'a reference', found });
    return undefined;
  }
  if (!reference.startsWith(context.referencePrefix)) {
    reportAt(context, place, readerProblems['foreign-reference'], {
      reference,
      prefix: context.referencePrefix,
    });
    return undefined;
  }
  // JSON Pointer (RFC 6901): ~1 stands for a slash, ~0 for a tilde.
  const name = reference.slice(context.referencePrefix.length);
  return name.replaceAll('~1', '/').replaceAll('~0', '~');
}
