import type { ObjectSchema, Schema } from '../schema/schema.ts';
import type { Resolved, ResolvedSchema, Resolver } from './resolve.ts';
import type { Described, NamedType, ValueType } from './types.ts';

/** Where a schema stands: in which definition, and below which of its properties; `*` stands for an item or a value. */
export interface Position {
  readonly definition: string;
  readonly path: readonly string[];
}

/** Finds or makes the types that have names. */
export interface NamedTypes {
  /** The type of a definition that is referred to; none for text, numbers and what may be anything. */
  ofReference(definition: string): NamedType | undefined;
  ofInlineObject(schema: ObjectSchema, position: Position): NamedType;
}

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
  describe(own: Schema, position: Position): Described {
    const known = this.#described.get(own);
    if (known !== undefined) return known;
    const resolved = this.#resolver.resolve(own, position.definition);
    const at = own.kind === 'reference' ? topOf(resolved) : position;
    const type = this.#typeOf(own, resolved, at);
    const item =
      resolved.schema.kind === 'array' ? this.#itemOf(resolved.schema.items, at) : undefined;
    const described = { own, resolved: resolved.schema, type, item };
    this.#described.set(own, described);
    return described;
  }

  /** What a definition that is no object with properties is another name for. */
  valueOf(schema: ResolvedSchema, position: Position): ValueType {
    if (schema.kind === 'object') return this.#objectValue(schema, position);
    if (schema.kind === 'array') {
      return { kind: 'list', item: this.#itemOf(schema.items, position) };
    }
    const values = literalsOf(schema);
    if (values !== undefined) return { kind: 'enum', values };
    return { kind: schema.kind === 'integer' ? 'number' : schema.kind };
  }

  #typeOf(own: Schema, { schema, definition }: Resolved, at: Position): ValueType {
    const named = own.kind === 'reference' ? this.#types.ofReference(definition) : undefined;
    const type: ValueType =
      named === undefined ? this.valueOf(schema, at) : { kind: 'named', type: named };
    return isNullable(own) || isNullable(schema) ? { kind: 'nullable', of: type } : type;
  }

  #itemOf(items: Schema | undefined, { definition, path }: Position): ValueType {
    if (items === undefined) return { kind: 'any' };
    return this.describe(items, { definition, path: [...path, '*'] }).type;
  }

  #objectValue(schema: ObjectSchema, position: Position): ValueType {
    const { properties, additional } = schema;
    if (properties.size > 0) {
      return { kind: 'named', type: this.#types.ofInlineObject(schema, position) };
    }
    if (additional === undefined || typeof additional === 'boolean') return { kind: 'any-object' };
    return { kind: 'map', value: this.#itemOf(additional, position) };
  }
}

function topOf({ definition }: Resolved): Position {
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
