import { compareNames } from '../text/compare-names.ts';
import { isDeprecated } from '../schema/deprecation.ts';
import type { Limit } from '../schema/limits.ts';
import { limitsOf } from '../schema/limits.ts';
import type { Schema, SchemaFacts, ValidationRule } from '../schema/schema.ts';
import type { FieldPath, Step } from './field-path.ts';
import { formatFieldPath, items, property, values } from './field-path.ts';
import type { ResolvedSchema, Resolver } from './resolve.ts';
import { typeText } from './type-text.ts';

/** A schema with the definition that it stands in. */
export interface StandingSchema {
  readonly schema: Schema;
  readonly definition: string;
}

/**
 * A field of a manifest, with all that the API says of it. What a reference says beside itself goes before what the
 * definition says that it refers to; limits and rules of both hold.
 */
export class ApiField {
  /** The steps that lead to it from the manifest. */
  readonly path: FieldPath;
  /** The schema as the object that has the field writes it, references included. */
  readonly own: Schema;
  /** The schema behind all references. */
  readonly schema: ResolvedSchema;
  /** The definition that the schema behind all references stands in. */
  readonly definition: string;
  /** True where the object that has the field must have it. */
  readonly isRequired: boolean;
  readonly #resolver: Resolver;

  /** @internal */
  constructor(at: StandingSchema, path: FieldPath, isRequired: boolean, resolver: Resolver) {
    const resolved = resolver.resolve(at.schema, at.definition);
    this.path = path;
    this.own = at.schema;
    this.schema = resolved.schema;
    this.definition = resolved.definition;
    this.isRequired = isRequired;
    this.#resolver = resolver;
  }

  /** The path as text: `spec.rules[].host`. */
  get name(): string {
    return formatFieldPath(this.path);
  }

  /** The type of a value, in words: `string`, `array of RouteIngress`. */
  get type(): string {
    return typeText(this.own, this.#resolver);
  }

  /** The description of what it is for, as the schema gives it. */
  get description(): string | undefined {
    return this.fact('description');
  }

  /** All values that are allowed, where they are listed. */
  get enum(): readonly unknown[] | undefined {
    return this.fact('enum');
  }

  /** The value that the API server sets where nothing is given; `undefined` where that is not said. */
  get default(): unknown {
    return this.fact('default');
  }

  /** The format of texts and numbers, by its name in OpenAPI: `int32`, `date-time`. */
  get format(): string | undefined {
    return this.fact('format');
  }

  /** True where the schema says that it is deprecated, by its keyword or in its description. */
  get isDeprecated(): boolean {
    return isDeprecated({
      deprecated: this.fact('deprecated'),
      description: this.description,
    });
  }

  /** The limits of a value besides its type, in words. */
  get limits(): readonly Limit[] {
    const own = limitsOf(this.own);
    if (this.own === this.schema) return own;
    const known = new Set(own.map(({ name, text }) => `${name} ${text}`));
    const more = limitsOf(this.schema).filter(({ name, text }) => !known.has(`${name} ${text}`));
    return [...own, ...more];
  }

  /** The rules in the Common Expression Language that a value has to keep. */
  get rules(): readonly ValidationRule[] {
    const own = this.own.validations ?? [];
    if (this.own === this.schema) return own;
    return [...own, ...(this.schema.validations ?? [])];
  }

  /** One thing that the schema says: of a reference, what it says itself before what it refers to. */
  fact<Name extends keyof SchemaFacts>(name: Name): SchemaFacts[Name] {
    return this.own[name] ?? this.schema[name];
  }

  /** The fields of an object, in the order of their names; none of what is no object. */
  fields(): readonly ApiField[] {
    const { schema } = this;
    if (schema.kind !== 'object') return [];
    return [...schema.properties.keys()]
      .sort(compareNames)
      .flatMap((name) => this.step(property(name)) ?? []);
  }

  /** Gives the field that is one step below; `undefined` where there is nothing. */
  step(step: Step): ApiField | undefined {
    const { schema } = this;
    if (step.kind === 'items') {
      return schema.kind === 'array' ? this.#below(schema.items ?? any, step, false) : undefined;
    }
    if (schema.kind !== 'object') return undefined;
    if (step.kind === 'property') {
      const below = schema.properties.get(step.name);
      return below && this.#below(below, step, schema.required.has(step.name));
    }
    const { additional } = schema;
    if (additional === undefined)
      return schema.properties.size > 0 ? undefined : this.#below(any, step, false);
    if (typeof additional === 'object') return this.#below(additional, step, false);
    return additional ? this.#below(any, step, false) : undefined;
  }

  /**
   * Follows a path from here. A list is gone through without a step of its own, and a key of a map may be any name.
   *
   * @returns `undefined` where the path leads nowhere
   */
  follow(path: FieldPath): ApiField | undefined {
    return path.reduce<ApiField | undefined>((field, step) => field && next(field, step), this);
  }

  #below(schema: Schema, step: Step, isRequired: boolean): ApiField {
    const at = { schema, definition: this.definition };
    return new ApiField(at, [...this.path, step], isRequired, this.#resolver);
  }
}

/**
 * Gives what a step of a path that people write leads to: a list needs no step of its own, and any key of a map is one.
 */
function next(field: ApiField, step: Step): ApiField | undefined {
  // A list may be one of itself.
  const passed = new Set<Schema>();
  let at = field;
  for (;;) {
    const exact = at.step(step);
    if (exact !== undefined || step.kind === 'items') return exact;
    const item = at.step(items);
    if (item === undefined) return step.kind === 'property' ? at.step(values) : undefined;
    if (passed.has(at.schema)) return undefined;
    passed.add(at.schema);
    at = item;
  }
}

const any: Schema = { kind: 'any' };
