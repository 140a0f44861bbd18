import type { InterfaceData, NamedType, Property } from '../../types/types.ts';
import { memberComment, topComment } from './comment.ts';
import type { ModuleNames } from './module-names.ts';
import { propertyName } from './syntax.ts';
import { dataText } from './type-text.ts';

/** The declarations of a type's data: an interface, or an alias for what has no known keys. */
export function declareData(type: NamedType, names: ModuleNames): string {
  const { data, name, embeddedName, described } = type;
  const documented = topComment(described);
  if (data.kind === 'alias') {
    return `${documented}export type ${name} = ${dataText(data.value, names)};\n`;
  }
  const identity = declareProperties(data.identity, names);
  if (embeddedName === undefined) {
    return `${documented}export interface ${name} {\n${identity}${declareBody(data, names)}}\n`;
  }
  const optional = data.identity.map((property) => ({ ...property, isRequired: false }));
  const body = declareProperties(optional, names) + declareBody(data, names);
  return (
    `export interface ${embeddedName} {\n${body}}\n` +
    `${documented}export interface ${name} extends ${embeddedName} {\n${identity}}\n`
  );
}

function declareBody({ properties, isOpen }: InterfaceData, names: ModuleNames): string {
  return declareProperties(properties, names) + (isOpen ? '  [key: string]: unknown;\n' : '');
}

/** The properties that every object has from its prototype. */
const inherited: ReadonlySet<string> = new Set([
  'constructor',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toLocaleString',
  'toString',
  'valueOf',
]);

function declareProperties(properties: readonly Property[], names: ModuleNames): string {
  return properties
    .map(({ name, isRequired, described }) => {
      const mark = isRequired ? '' : '?';
      // An object without the property has the inherited one, to TypeScript: with another type, it would not do.
      const isAny = !isRequired && inherited.has(name);
      const type = isAny ? 'unknown' : dataText(described.type, names);
      return `${memberComment(described)}  ${propertyName(name)}${mark}: ${type};\n`;
    })
    .join('');
}
