declare const rootOf: unique symbol;

/**
 * A change to objects of the type `Root`: what a function such as `route.spec.withHost` gives.
 * The property exists in types only; it is required, so that patches of different roots do not mix.
 */
export interface Patch<Root> {
  readonly [rootOf]: Root;
}

/** A part of a composition: a patch, or an object written by hand. */
export type Part<Root> = Patch<Root> | Root;

/** The argument of a list's function: a list, or a single item that becomes a list of one. */
export type OneOrMany<Item> = Part<Item> | readonly Part<Item>[];

/** The type of the object that a part is a part of. */
export type RootOf<Any> = Any extends Patch<infer Root> ? Root : Any;
