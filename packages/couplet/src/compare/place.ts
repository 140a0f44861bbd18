/** A member by its name inside of something: `.withHost`, or `["odd-name"]` as Jsonnet and TypeScript have it. */
export function member(name: string): string {
  return /^[\p{L}_$][\p{L}\p{Nd}_$]*$/u.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

/** The items of a list. */
export const items = '[]';

/** The values of a map. */
export const values = '.*';

/** A definition by the name of its type in the library for TypeScript: `core.v1.Container`. */
export function typePlace(definition: string): string {
  return definition.split('.').slice(-3).join('.');
}
