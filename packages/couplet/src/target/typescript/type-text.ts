import type { Described, NamedType, ValueType } from '../../types/types.ts';
import type { Scope } from './scope.ts';
import { quote } from './syntax.ts';

const keywords = {
  string: 'string',
  number: 'number',
  boolean: 'boolean',
  'int-or-string': 'number | string',
  any: 'unknown',
  'any-object': 'object',
} as const;

/** What a value of a manifest looks like. */
export function dataText(value: ValueType, scope: Scope): string {
  switch (value.kind) {
    case 'enum':
      return value.values.map(literalText).join(' | ');
    case 'named':
      return scope.use(value.type, valueName(value.type));
    case 'list':
      return `${inParentheses(dataText(value.item, scope))}[]`;
    case 'map':
      return `{ [key: string]: ${dataText(value.value, scope)} }`;
    case 'nullable':
      return orNull(dataText(value.of, scope));
    case 'union':
      return value.of.map((each) => dataText(each, scope)).join(' | ');
    case 'intersection':
      return value.of.map((each) => inParentheses(dataText(each, scope))).join(' & ');
    default:
      return keywords[value.kind];
  }
}

/** What a function takes: like the data, but lists may be read-only, and patches may stand for objects. */
export function argumentText(value: ValueType, scope: Scope): string {
  switch (value.kind) {
    case 'named':
    case 'intersection': {
      const text = dataText(value, scope);
      return isInterface(value) ? `${scope.runtime('Part')}<${text}>` : text;
    }
    case 'list':
      return `readonly ${inParentheses(argumentText(value.item, scope))}[]`;
    case 'map':
      return `{ [key: string]: ${argumentText(value.value, scope)} }`;
    case 'nullable':
      return orNull(argumentText(value.of, scope));
    case 'union':
      return value.of.map((each) => argumentText(each, scope)).join(' | ');
    default:
      return dataText(value, scope);
  }
}

/** What the functions of a list take: a list, or a single item. */
export function listArgumentText({ type, item }: Described, scope: Scope): string {
  if (item === undefined) return argumentText(type, scope);
  const text = oneOrManyText(item, scope);
  return type.kind === 'nullable' ? orNull(text) : text;
}

function oneOrManyText(item: ValueType, scope: Scope): string {
  if (isInterface(item)) return `${scope.runtime('OneOrMany')}<${dataText(item, scope)}>`;
  const text = argumentText(item, scope);
  return text === keywords.any ? text : `${text} | readonly ${inParentheses(text)}[]`;
}

/** The type of a value that stands in another object. */
export function valueName(type: NamedType): string {
  return type.embeddedName ?? type.name;
}

export function literalText(value: string | number | boolean): string {
  return typeof value === 'string' ? quote(value) : String(value);
}

function isInterface(value: ValueType): boolean {
  if (value.kind === 'intersection') return true;
  return value.kind === 'named' && value.type.data.kind === 'interface';
}

function orNull(text: string): string {
  return text === keywords.any ? text : `${text} | null`;
}

/** Operators of types bind less than the brackets of a list. */
function inParentheses(text: string): string {
  return /^[\w$]+(?:<[^|]*>)?$/.test(text) ? text : `(${text})`;
}
