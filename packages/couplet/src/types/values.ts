import type { ObjectSchema, ReferenceSchema, Schema } from '../schema/schema.ts';
import { intersectionOf, restrict, unionOf, withoutNull } from './combine.ts';
import type { Resolved, ResolvedSchema, Resolver } from '../api/resolve.ts';
import type { Described, NamedType, ValueType } from './types.ts';
import type { Location } from '../api/location.ts';

/** Finds or makes the types that have names. */
export interface NamedTypes {
  /** The type of a definition that is referred to; none for text, numbers and what may be anything. */
  ofReference(definition: string): NamedType | undefined;
  /** Tells whether two definitions, or one and itself, are alternatives of each other: no type can say that. */
  isMadeOfEachOther(one: string, other: string): boolean;
  ofInlineObject(schema: ObjectSchema, location: Location): NamedType;
}

/** A type that is one of more types than this helps nobody, and takes compilers long. */
const alternativesLimit = 1000;

/** Says of schemas what type their values have. */
export class ValueTypes {
  readonly #resolver: Resolver;
  readonly #types: NamedTypes;
  readonly #described = new Map<Schema, Described>();

  constructor(resolver: Resolver, types: NamedTypes) {
    this.#resolver = resolver;
    this.#types = types;
  }

  /** Describes a schema, which is the same thing wherever it is asked for. */
  describe(own: Schema, location: Location): Described {
    const known = this.#described.get(own);
    if (known !== undefined) return known;
    const resolved = this.#resolver.resolve(own, location.definition);
    const at = own.kind === 'reference' ? topOf(resolved) : location;
    const type = this.#typeOf(own, location);
    const item =
      resolved.schema.kind === 'array' ? this.#itemOf(resolved.schema.items, at) : undefined;
    const described = { own, resolved: resolved.schema, type, item };
    this.#described.set(own, described);
    return described;
  }

  /** Gives what a definition that is no object with properties is another name for. */
  valueOf(schema: ResolvedSchema, location: Location): ValueType {
    const { definition, path } = location;
    const type = this.#structureOf(schema, location);
    // An object's own properties are what has functions: what else is said of them restricts them.
    if (type.kind === 'named') return type;
    if (schema.kind !== 'any' && schema.kind !== 'object' && schema.kind !== 'array') {
      return restrictedBy(schema, type, (each) => this.#scalarAlternative(each, definition));
    }
    return restrictedBy(schema, type, (each, keyword, index) =>
      each.kind === 'reference'
        ? this.#referredAlternative(each, definition)
        : this.#typeOf(each, { definition, path: [...path, keyword, `${index}`] }),
    );
  }

  /** Gives the type that a schema itself says, without its alternatives. */
  #structureOf(schema: ResolvedSchema, location: Location): ValueType {
    if (schema.kind === 'object') return this.#objectValue(schema, location);
    if (schema.kind === 'array') {
      return { kind: 'list', item: this.#itemOf(schema.items, location) };
    }
    const values = literalsOf(schema);
    if (values !== undefined) return { kind: 'enum', values };
    return { kind: schema.kind === 'integer' ? 'number' : schema.kind };
  }

  /** Alternatives are not followed from definition to definition: there may be a hundred thousand in a row. */
  #referredAlternative(reference: ReferenceSchema, from: string): ValueType {
    const resolved = this.#resolver.resolve(reference, from);
    if (this.#types.isMadeOfEachOther(resolved.definition, from)) return { kind: 'any' };
    const type = this.#types.ofReference(resolved.definition);
    if (type === undefined) return this.#structureOf(resolved.schema, topOf(resolved));
    return { kind: 'named', type };
  }

  /** An alternative of text or a number, which is none where it is an object or a list: those get no names for it. */
  #scalarAlternative(own: Schema, from: string): ValueType {
    const resolved = this.#resolver.resolve(own, from);
    const { schema } = resolved;
    if (schema.kind === 'object' || schema.kind === 'array') return { kind: 'any-object' };
    const type = this.#structureOf(schema, topOf(resolved));
    if (own.kind === 'reference') return type;
    return restrictedBy(schema, type, (each) => this.#scalarAlternative(each, from));
  }

  #typeOf(own: Schema, location: Location): ValueType {
    const resolved = this.#resolver.resolve(own, location.definition);
    const { schema, definition } = resolved;
    const isReference = own.kind === 'reference';
    const named = isReference ? this.#types.ofReference(definition) : undefined;
    const type: ValueType =
      named === undefined
        ? this.valueOf(schema, isReference ? topOf(resolved) : location)
        : { kind: 'named', type: named };
    const isNull = isNullable(own) || isNullable(schema);
    return isNull ? { kind: 'nullable', of: withoutNull(type) } : type;
  }

  #itemOf(items: Schema | undefined, { definition, path }: Location): ValueType {
    if (items === undefined) return { kind: 'any' };
    return this.#typeOf(items, { definition, path: [...path, '*'] });
  }

  #objectValue(schema: ObjectSchema, location: Location): ValueType {
    const { properties, additional } = schema;
    if (properties.size > 0) {
      return { kind: 'named', type: this.#types.ofInlineObject(schema, location) };
    }
    if (additional === undefined || typeof additional === 'boolean') return { kind: 'any-object' };
    return { kind: 'map', value: this.#itemOf(additional, location) };
  }
}

/** The type of a schema without what `allOf`, `oneOf` and `anyOf` rule out; `not` says of no type what it is. */
function restrictedBy(
  { allOf, oneOf, anyOf }: Schema,
  type: ValueType,
  typeOf: (alternative: Schema, keyword: string, index: number) => ValueType,
): ValueType {
  if (allOf === undefined && oneOf === undefined && anyOf === undefined) return type;
  const typesOf = (schemas: readonly Schema[] = [], keyword: string): readonly ValueType[] =>
    schemas.length > alternativesLimit
      ? []
      : schemas.map((each, index) => typeOf(each, keyword, index));
  const restriction = intersectionOf([
    intersectionOf(typesOf(allOf, 'allOf')),
    unionOf(typesOf(oneOf, 'oneOf')),
    unionOf(typesOf(anyOf, 'anyOf')),
  ]);
  return type.kind === 'any' ? restriction : restrict(type, withoutNull(restriction));
}

function topOf({ definition }: Resolved): Location {
  return { definition, path: [] };
}

function isNullable({ nullable, enum: values }: Schema): boolean {
  return nullable === true || values?.includes(null) === true;
}

/** The values of an enumeration, each once; none where one of them is no literal that TypeScript knows. */
function literalsOf({ enum: values }: Schema): readonly (string | number | boolean)[] | undefined {
  const literals = [...new Set(values)].filter((value) => value !== null);
  const isLiteral = (value: unknown): value is string | number | boolean =>
    typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
  return literals.length > 0 && literals.every(isLiteral) ? literals : undefined;
}
