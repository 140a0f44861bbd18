/** A place in a schema, as a definition and the properties that lead there; `*` stands for an item or a value. */
export interface Location {
  readonly definition: string;
  readonly path: readonly string[];
}
