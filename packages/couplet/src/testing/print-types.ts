import type { DataType, ValueType } from '../types/types.ts';

/** A type as TypeScript would write it, enough of it to compare. */
export function printType(value: ValueType): string {
  switch (value.kind) {
    case 'named':
      return value.type.embeddedName ?? value.type.name;
    case 'list':
      return `${printType(value.item)}[]`;
    case 'map':
      return `{${printType(value.value)}}`;
    case 'nullable':
      return `${printType(value.of)}?`;
    case 'enum':
      return value.values.join('|');
    case 'union':
      return value.of.map(printType).join('|');
    case 'intersection':
      return value.of.map(printType).join('&');
    default:
      return value.kind;
  }
}

/** The properties of a type with theirs, `?` behind the name of what may be left out; or what it is another name for. */
export function printData(data: DataType | undefined): unknown {
  if (data?.kind !== 'interface') return data && printType(data.value);
  const properties = [...data.identity, ...data.properties].map(
    ({ name, isRequired, described }) =>
      [isRequired ? name : `${name}?`, printType(described.type)] as const,
  );
  return Object.fromEntries([...properties, ...(data.isOpen ? [['*', 'any']] : [])]);
}
