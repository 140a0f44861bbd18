/**
 * A table that the functions of a generated module are made from: for each object of the schema a row, which lists its
 * fields in a few bytes. A module has one table.
 *
 * ```js
 * import { table as t0 } from '../meta/v1.js';
 * export const table = {
 *   imports: [() => t0],
 *   rows: {
 *     Route: 'apiVersion! kind! metadata>0:ObjectMeta spec>RouteSpec',
 *     RouteSpec: ['alternateBackends* host rules*RouteRule selector+', ['CIDR', 'cidr', 'withCidr', '']],
 *   },
 * };
 * ```
 *
 * A row is a string of plain tokens with one space between them (the empty string where there are no fields), or an
 * array that holds such strings and odd tokens in any order. It is called what the generator likes, without `:` and
 * spaces; a row called `__proto__` must be written `['__proto__']: …` to be one.
 *
 *     row    = plain *( " " plain ) / ""
 *     plain  = name form              name: [a-z][A-Za-z0-9_]*
 *     odd    = [property, key, setter, form]
 *     form   = [ "!" ] ( "" / "+" / "*" / "*" target / ">" target )
 *     target = [ index ":" ] row's name
 *
 * - A plain token's name is the property in the manifest and the key in the library; its function is `with` and the
 *   name with a capital first letter. An odd token says all three, and each may hold any character.
 * - Form: nothing for a field that is only set; `+` for a map, which is also added to by a function called as the
 *   setter and `Mixin`; `*` for an array, the same with a single item made an array of one; `>` for an object, whose
 *   functions stand in a namespace under the key. `*` with a target is an array that also has a namespace, whose
 *   functions build one item.
 * - `!` leaves the field out where the row is the root of a kind, and not where another object has it as a field.
 * - A target is a row of the same table; with an index, of the table that this place of `imports` gives. The
 *   tables of other modules are asked for on first use only, so that modules may import each other in a circle.
 */
export interface Table {
  readonly rows: { readonly [name: string]: Row };
  readonly imports?: readonly (() => Table)[];
}

export type Row = string | readonly (string | OddToken)[];

export type OddToken = readonly [property: string, key: string, setter: string, form: string];

/** A field as its token says it. */
export interface Field {
  readonly property: string;
  readonly key: string;
  readonly setter: string;
  readonly isLeftOutOfRoot: boolean;
  /** The character that stands for what it holds, or nothing. */
  readonly sign: string;
  /** The row of the functions of its object or item, as the token says it, or nothing. */
  readonly target: string;
}

/**
 * The fields of a row. Throws where the table has no such row, or where it is malformed: both are mistakes of the
 * generator.
 */
export function fieldsOf(table: Table, name: string): Field[] {
  const row = Object.hasOwn(table.rows, name) ? table.rows[name] : undefined;
  if (row === undefined) throw new Error(`the table has no row ${JSON.stringify(name)}`);
  if (typeof row === 'string') return plainFields(row);
  return row.flatMap((part) => (typeof part === 'string' ? plainFields(part) : [oddField(part)]));
}

/** The table and the row that a target leads to. */
export function resolveTarget(table: Table, target: string): [Table, string] {
  const [row = '', index] = target.split(':').toReversed();
  if (index === undefined) return [table, row];
  const imported = table.imports?.[Number(index)];
  if (imported === undefined) throw new Error(`the table has no import ${index}`);
  return [imported(), row];
}

/** One expression over all tokens: the rows of a large library are read when it is loaded, in code that is still slow. */
function plainFields(tokens: string): Field[] {
  const fields: Field[] = [];
  for (const match of tokens.matchAll(/(?=[^ ])([a-z]?)(\w*)(!?)([+*>]?)([^ ]*)/g)) {
    const [token, first = '', rest = '', mark = '', sign = '', target = ''] = match;
    const name = first + rest;
    if (first === '' || !isForm(sign, target)) throw malformed(token);
    const setter = `with${first.toUpperCase()}${rest}`;
    fields.push({ property: name, key: name, setter, isLeftOutOfRoot: mark !== '', sign, target });
  }
  return fields;
}

function oddField([property, key, setter, form]: OddToken): Field {
  const [, mark = '', sign = '', target = ''] = /^(!?)([+*>]?)(.*)$/s.exec(form) ?? [];
  if (!isForm(sign, target)) throw malformed(property + form);
  return { property, key, setter, isLeftOutOfRoot: mark !== '', sign, target };
}

function isForm(sign: string, target: string): boolean {
  return target === '' ? sign !== '>' : sign === '*' || sign === '>';
}

function malformed(token: string): Error {
  return new Error(`the table has a malformed token ${JSON.stringify(token)}`);
}
