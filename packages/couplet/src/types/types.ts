import type { Schema } from '../schema/schema.ts';
import type { Field, Kind } from '../library/library.ts';
import type { ResolvedSchema } from '../api/resolve.ts';

/**
 * A library as TypeScript sees it: besides the functions of the kinds, a type for each object that the kinds lead
 * to, also through lists, maps and definitions that have no place of their own in the library. All names are decided.
 */
export interface TypeLibrary {
  /** In the order of their groups and versions. */
  readonly modules: readonly TypeModule[];
  /** The names that more than one module has. */
  readonly sharedNames: ReadonlySet<string>;
}

/** A module: the types of a group and version. */
export interface TypeModule {
  readonly group: string;
  readonly version: string;
  /** Tells types of one name from different modules apart: `core_v1`. No two modules have the same. */
  readonly tag: string;
  /** In the order of their names. */
  readonly types: readonly NamedType[];
}

/** A type that has a name: of a definition, or of an object that is described in place. */
export interface NamedType {
  readonly module: TypeModule;
  /** `Route`. */
  readonly name: string;
  /** The description of the definition; absent for an object described in place, whose field says it all. */
  readonly described: Described | undefined;
  readonly data: DataType;
  /** Absent where no function of the library sets a field of the type. */
  readonly functions: FunctionsType | undefined;
  readonly export: KindExport | undefined;
  /** The name of the data where it stands in another object, if that differs (see {@link InterfaceData}). */
  readonly embeddedName: string | undefined;
}

/** The form of the data of a type. */
export type DataType = InterfaceData | AliasData;

/** An object with named properties. */
export interface InterfaceData {
  readonly kind: 'interface';
  /**
   * `apiVersion` and `kind` of what the API serves, with the values that tell a manifest of the kind from all others.
   * A manifest has to have them; an object of the kind that stands in another one (a StatefulSet's
   * PersistentVolumeClaims) need not.
   */
  readonly identity: readonly Property[];
  /** All others, in the order of their names. */
  readonly properties: readonly Property[];
  /** Tells whether other keys are allowed. */
  readonly isOpen: boolean;
}

/** Another name for a list, a map, an object of unknown keys, or what is one of several types. */
export interface AliasData {
  readonly kind: 'alias';
  readonly value: ValueType;
}

export interface Property {
  readonly name: string;
  readonly isRequired: boolean;
  readonly described: Described;
}

/** A schema with what it comes to. */
export interface Described {
  readonly own: Schema;
  /** After following references; the schema itself, where it is none. */
  readonly resolved: ResolvedSchema;
  readonly type: ValueType;
  /** Of a list, the type of its items. */
  readonly item: ValueType | undefined;
}

/** The interface of the functions for a type, generic in the type of the whole object that they change. */
export interface FunctionsType {
  /** `RouteFields`. */
  readonly name: string;
  readonly fields: readonly TypedField[];
  /**
   * The interface that also has the fields that a kind's own functions leave out, where some object has the kind as a
   * field with functions: `ImageEmbeddedFields`.
   */
  readonly embeddedName: string | undefined;
}

/** A field with all that its functions' declarations need. */
export interface TypedField {
  readonly field: Field;
  readonly parameter: string;
  readonly described: Described;
  /** The type whose functions stand below the field. */
  readonly target: NamedType | undefined;
  /** Tells whether the field has functions only where the object stands in another one. */
  readonly isLeftOutOfRoot: boolean;
}

/** The export of a module for a kind of the library. */
export interface KindExport {
  readonly kind: Kind;
  /** The kind's key, made a name that a constant can have: `route`. */
  readonly constant: string;
  /** For a kind with `new`. */
  readonly served: ServedNames | undefined;
}

export interface ServedNames {
  /** The interface of the constant: `RouteKind`. */
  readonly interfaceName: string;
  /** The function that tells manifests of the kind from all else: `isRoute`. */
  readonly guard: string;
}

/** The type of a value. */
export type ValueType =
  | { readonly kind: 'string' | 'number' | 'boolean' | 'int-or-string' | 'any' | 'any-object' }
  | { readonly kind: 'enum'; readonly values: readonly (string | number | boolean)[] }
  | { readonly kind: 'named'; readonly type: NamedType }
  | { readonly kind: 'list'; readonly item: ValueType }
  | { readonly kind: 'map'; readonly value: ValueType }
  | { readonly kind: 'nullable'; readonly of: ValueType }
  /** At least two types, none of them a union, nullable or any. */
  | { readonly kind: 'union'; readonly of: readonly ValueType[] }
  /** At least two types of objects; the last one may be a union of some. */
  | { readonly kind: 'intersection'; readonly of: readonly ValueType[] };
