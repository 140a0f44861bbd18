/** The names that a schema may give its type, in every dialect that Couplet reads. */
export type TypeName = 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array';

/** A rule in the Common Expression Language, from `x-kubernetes-validations`. */
export interface ValidationRule {
  /** The expression that must be true. */
  readonly rule: string;
  /** The words of the API server where it is not kept. */
  readonly message?: string;
  /** An expression that gives the message. */
  readonly messageExpression?: string;
  /** The field, below the one that has the rule, that the API server names as wrong. */
  readonly fieldPath?: string;
  readonly reason?: string;
  /** True where the rule holds for new objects too, though it asks for the old value. */
  readonly optionalOldSelf?: boolean;
}

/** Facts that any schema may state, whatever it describes. Absent means that the document does not say it. */
export interface SchemaFacts {
  /** The type as the document names it; untyped schemas have none. */
  readonly type?: TypeName;
  readonly title?: string;
  readonly description?: string;
  readonly format?: string;
  readonly default?: unknown;
  readonly example?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: boolean;
  readonly exclusiveMaximum?: boolean;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly nullable?: boolean;
  readonly readOnly?: boolean;
  readonly deprecated?: boolean;
  /** A warning that the API server gives to those who use it although it is deprecated. */
  readonly deprecationWarning?: string;
  readonly preserveUnknownFields?: boolean;
  readonly embeddedResource?: boolean;
  readonly listType?: string;
  readonly listMapKeys?: readonly string[];
  readonly mapType?: string;
  readonly patchMergeKey?: string;
  readonly patchStrategy?: string;
  readonly validations?: readonly ValidationRule[];
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly not?: Schema;
}

/** Refers to a definition by its name. */
export interface ReferenceSchema extends SchemaFacts {
  readonly kind: 'reference';
  readonly target: string;
}

/** An object: with named properties, or a map when it has `additional` or nothing at all. */
export interface ObjectSchema extends SchemaFacts {
  readonly kind: 'object';
  readonly properties: ReadonlyMap<string, Schema>;
  readonly required: ReadonlySet<string>;
  /** The schema of values under other keys; `false` where none are allowed, absent where it is not said. */
  readonly additional?: Schema | boolean;
  /**
   * The properties that not every feature set of OpenShift has, and which sets have them. What the chosen set
   * lacks is here only, and not among the properties.
   */
  readonly gated?: ReadonlyMap<string, readonly string[]>;
}

/** A list. */
export interface ArraySchema extends SchemaFacts {
  readonly kind: 'array';
  /** Absent where the document does not say what the items are. */
  readonly items?: Schema;
}

/** A text, a number or a boolean. */
export interface ScalarSchema extends SchemaFacts {
  /** `int-or-string`: a whole number or text; of Kubernetes' Quantity, any number. */
  readonly kind: 'string' | 'integer' | 'number' | 'boolean' | 'int-or-string';
}

/** Any value: the schema names no type. */
export interface AnySchema extends SchemaFacts {
  readonly kind: 'any';
  /** The fields that an object must have; what is no object need not have them. */
  readonly required?: ReadonlySet<string>;
}

/** The values that a document allows at a place, whatever dialect says it. */
export type Schema = ReferenceSchema | ObjectSchema | ArraySchema | ScalarSchema | AnySchema;
