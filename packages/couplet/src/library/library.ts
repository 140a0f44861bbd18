import type { GroupVersionKind, Scope } from '../api/definition.ts';
import type { Schema, TypeName } from '../schema/schema.ts';

/**
 * A library of functions, as every emitter sees it: plain read-only data in which all names are decided.
 * Lists are in the order of their names' code points, which is what all emitters print.
 */
export interface Library {
  readonly groups: readonly Group[];
}

/** An API group by its short name: `route` for `route.openshift.io`. */
export interface Group {
  /** The key in the library, and the name of its folder. */
  readonly name: string;
  readonly versions: readonly Version[];
}

export interface Version {
  /** The key in its group, and the name of its folder. */
  readonly name: string;
  readonly kinds: readonly Kind[];
}

/** A definition that has an entry of its own in the library, whether or not the API serves it. */
export interface Kind {
  /** The key in its version, and the name of its file without an ending: `imageStreamImport`. */
  readonly key: string;
  /** The kind's own name: `ImageStreamImport`. */
  readonly name: string;
  /** The name of its definition in the input. */
  readonly definition: string;
  readonly description: string | undefined;
  readonly newFunction: NewFunction | undefined;
  readonly scope: Scope | undefined;
  /**
   * Tells whether it has an apiVersion and a kind of its own though no API serves it: a configuration file, or a
   * version of a CRD that is not served.
   */
  readonly isUnserved: boolean;
  readonly members: readonly Member[];
  readonly shape: Shape;
}

/** `new`, for a kind that the API serves. */
export interface NewFunction {
  readonly groupVersionKind: GroupVersionKind;
  /** `group/version`, or the version alone for the core group. */
  readonly apiVersion: string;
  /** Tells whether it takes a name to put into the metadata; a kind without metadata has none. */
  readonly takesName: boolean;
  /** Tells whether it marks the object as one of the whole cluster, which Tanka must not give a namespace. */
  readonly marksClusterScope: boolean;
}

/** The functions for the fields of one object schema, shared by all places that refer to it. */
export interface Shape {
  /** The definition that the schema stands in. */
  readonly definition: string;
  /** Properties below that definition, for an object that is described in place; `*` stands for an item. */
  readonly path: readonly string[];
  readonly description: string | undefined;
  readonly fields: readonly Field[];
  readonly members: readonly Member[];
  /**
   * Properties that not every feature set of OpenShift has, with those that have them: fields of the chosen set,
   * and properties that have no field because the chosen set lacks them.
   */
  readonly gated: ReadonlyMap<string, readonly string[]>;
}

interface FieldBase {
  /** The name in the manifest. */
  readonly property: string;
  /** The key in the library: of its namespace, and what its functions and argument are made from. */
  readonly key: string;
  readonly argument: string;
  readonly argumentType: TypeName | 'any';
  /** The text of the documentation: of a reference, the definition's own description. */
  readonly description: string | undefined;
  readonly required: boolean;
  /** As the object that has the field describes it, references included. */
  readonly schema: Schema;
}

/** An object with properties: a namespace of functions. */
export interface ObjectField extends FieldBase {
  readonly kind: 'object';
  readonly shape: Shape;
}

/** A list: set and added to; where its items are described in place, a namespace that builds one of them. */
export interface ArrayField extends FieldBase {
  readonly kind: 'array';
  readonly setter: string;
  readonly adder: string;
  readonly item: Shape | undefined;
}

/** An object without named properties: set and added to. */
export interface MapField extends FieldBase {
  readonly kind: 'map';
  readonly setter: string;
  readonly adder: string;
}

/** Anything else: set as a whole. */
export interface ScalarField extends FieldBase {
  readonly kind: 'scalar';
  readonly setter: string;
}

export type Field = ObjectField | ArrayField | MapField | ScalarField;

/** `withX(x)`: sets the field. */
export interface SetterMember {
  readonly kind: 'setter';
  readonly name: string;
  readonly field: ArrayField | MapField | ScalarField;
}

/** `withXMixin(x)`: adds to the field. */
export interface AdderMember {
  readonly kind: 'adder';
  readonly name: string;
  readonly field: ArrayField | MapField;
}

/** `x`: the functions of what is below the field. */
export interface NamespaceMember {
  readonly kind: 'namespace';
  readonly name: string;
  readonly field: ObjectField | ArrayField;
  readonly shape: Shape;
  /** Tells whether the functions build one item of a list, on its own, rather than the field in its object. */
  readonly buildsItem: boolean;
}

/** An entry of a namespace or a kind, under a name. */
export type Member = SetterMember | AdderMember | NamespaceMember;
