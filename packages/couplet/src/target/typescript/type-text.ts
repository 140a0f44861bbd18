import type { Described, NamedType, ValueType } from '../../types/types.ts';
import type { ModuleNames } from './module-names.ts';
import { quote } from './syntax.ts';

const keywords = {
  string: 'string',
  number: 'number',
  boolean: 'boolean',
  'int-or-string': 'number | string',
  any: 'unknown',
  'any-object': 'object',
} as const;

/** Writes the type of a value of a manifest. */
export function dataText(value: ValueType, names: ModuleNames): string {
  switch (value.kind) {
    case 'enum':
      return value.values.map(literalText).join(' | ');
    case 'named':
      return names.use(value.type, valueName(value.type));
    case 'list':
      return `${inParentheses(dataText(value.item, names))}[]`;
    case 'map':
      return `{ [key: string]: ${dataText(value.value, names)} }`;
    case 'nullable':
      return orNull(dataText(value.of, names));
    case 'union':
      return value.of.map((each) => dataText(each, names)).join(' | ');
    case 'intersection':
      return value.of.map((each) => inParentheses(dataText(each, names))).join(' & ');
    default:
      return keywords[value.kind];
  }
}

/**
 * Writes the type that a function takes: like the data, but lists may be read-only, and patches may stand for objects.
 */
export function argumentText(value: ValueType, names: ModuleNames): string {
  switch (value.kind) {
    case 'named':
    case 'intersection': {
      const text = dataText(value, names);
      return isInterface(value) ? `${names.runtime('Part')}<${text}>` : text;
    }
    case 'list':
      return `readonly ${inParentheses(argumentText(value.item, names))}[]`;
    case 'map':
      return `{ [key: string]: ${argumentText(value.value, names)} }`;
    case 'nullable':
      return orNull(argumentText(value.of, names));
    case 'union':
      return value.of.map((each) => argumentText(each, names)).join(' | ');
    default:
      return dataText(value, names);
  }
}

/** Writes the type that the functions of a list take: a list, or a single item. */
export function listArgumentText({ type, item }: Described, names: ModuleNames): string {
  if (item === undefined) return argumentText(type, names);
  const text = oneOrManyText(item, names);
  return type.kind === 'nullable' ? orNull(text) : text;
}

function oneOrManyText(item: ValueType, names: ModuleNames): string {
  if (isInterface(item)) return `${names.runtime('OneOrMany')}<${dataText(item, names)}>`;
  const text = argumentText(item, names);
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
