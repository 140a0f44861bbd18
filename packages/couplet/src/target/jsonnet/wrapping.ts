/** The code around the field that a function sets: the objects that it is nested in. */
export interface Wrapping {
  readonly before: string;
  readonly after: string;
  /** The number of objects that this nests around the innermost one. */
  readonly levels: number;
  /** The code around the whole, where that is more than one expression should nest. */
  readonly outer: Wrapping | undefined;
}

/** For the fields of an object that stands alone. */
export const noWrapping: Wrapping = { before: '{ ', after: ' }', levels: 0, outer: undefined };

/**
 * The number of objects that one expression nests, which is as deep as the published libraries go. The C++
 * implementation of Jsonnet takes twice the time and memory for each level of `+:`, five seconds and 3 GB for twenty.
 */
const levelLimit = 8;

/** Puts one more object around: `field` is its field with `+: `. */
export function wrapIn({ before, after, levels, outer }: Wrapping, field: string): Wrapping {
  if (levels < levelLimit) {
    return { before: `${before}${field}{ `, after: ` }${after}`, levels: levels + 1, outer };
  }
  return { ...noWrapping, outer: { before: before + field, after, levels, outer } };
}

/**
 * The object that a function gives: the field in all that it is nested in. Of deep nesting the inner part goes
 * into a variable first.
 *
 * @param argument the argument of the function, which no variable must hide
 */
export function wrap(field: string, wrapping: Wrapping, argument: string): string {
  let variable = argument.startsWith('inner') ? 'within' : 'inner';
  let variables = '';
  let object = wrapping.before + field + wrapping.after;
  for (let { outer } = wrapping; outer !== undefined; { outer } = outer) {
    variables += `local ${variable} = ${object}; `;
    object = outer.before + variable + outer.after;
    variable += '_';
  }
  return variables + object;
}
