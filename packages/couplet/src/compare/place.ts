/** A member by its name inside of something: `.withHost`, or `["odd-name"]` as Jsonnet and TypeScript have it. */
export function member(name: string): string {
  return /^[\p{L}_$][\p{L}\p{Nd}_$]*$/u.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

/** The items of a list. */
export const items = '[]';

/** The values of a map. */
export const values = '.*';
