import type { ArrayField, MapField } from '../../library/library.ts';
import type { FunctionsType, NamedType, TypedField } from '../../types/types.ts';
import { addingComment, memberComment, topComment } from './comment.ts';
import type { ModuleNames } from './module-names.ts';
import { propertyName } from './syntax.ts';
import { argumentText, listArgumentText, valueName } from './type-text.ts';

/**
 * The declarations of a type's functions: an interface that is generic in the object that they change, so that it
 * serves wherever the type stands.
 */
export function declareFunctions(functions: FunctionsType, names: ModuleNames): string {
  const { name, fields, embeddedName } = functions;
  const own = fields.filter(({ isLeftOutOfRoot }) => !isLeftOutOfRoot);
  const declared = `export interface ${name}<Root$> {\n${declareFields(own, names)}}\n`;
  if (embeddedName === undefined) return declared;
  const others = fields.filter(({ isLeftOutOfRoot }) => isLeftOutOfRoot);
  const head = `export interface ${embeddedName}<Root$> extends ${name}<Root$>`;
  return `${declared}${head} {\n${declareFields(others, names)}}\n`;
}

/** The constant of a kind, and its guard. */
export function declareExport(type: NamedType): string {
  const { name, functions, described } = type;
  if (type.export === undefined || functions === undefined) return '';
  const { constant, served, kind } = type.export;
  const documented = topComment(described);
  if (served === undefined) {
    return `${documented}export declare const ${constant}: ${functions.name}<${name}>;\n`;
  }
  const { interfaceName, guard } = served;
  const parameter = kind.newFunction?.takesName === true ? 'name: string' : '';
  return [
    `export interface ${interfaceName} extends ${functions.name}<${name}> {\n`,
    `  /** Makes a ${name}: its apiVersion and kind${parameter === '' ? '' : ', with a name'}. */\n`,
    // Without quotes it would declare what `new` can be put in front of.
    `  "new"(${parameter}): ${name};\n`,
    '}\n',
    `${documented}export declare const ${constant}: ${interfaceName};\n`,
    `/** Whether a value has the apiVersion and kind of a ${name}. */\n`,
    `export declare function ${guard}(value: unknown): value is ${name};\n`,
  ].join('');
}

function declareFields(fields: readonly TypedField[], names: ModuleNames): string {
  return fields.map((field) => declareField(field, names)).join('');
}

function declareField(
  { field, parameter, described, target }: TypedField,
  names: ModuleNames,
): string {
  const plain = memberComment(described);
  const patch = `${names.runtime('Patch')}<Root$>`;
  const declare = (name: string, type: string): string =>
    `  ${propertyName(name)}(${parameter}: ${type}): ${patch};\n`;
  const setAndAdd = (type: string, { setter, adder }: ArrayField | MapField): string =>
    plain + declare(setter, type) + addingComment(described) + declare(adder, type);
  switch (field.kind) {
    case 'object':
      return plain + declareNamespace(field.key, target, 'Root$', names);
    case 'array': {
      const functions = setAndAdd(listArgumentText(described, names), field);
      if (target === undefined) return functions;
      // An item is an object of its own, whatever it is an item of.
      const item = names.use(target, valueName(target));
      return functions + plain + declareNamespace(field.key, target, item, names);
    }
    case 'map':
      return setAndAdd(argumentText(described.type, names), field);
    case 'scalar':
      return plain + declare(field.setter, argumentText(described.type, names));
  }
}

function declareNamespace(
  key: string,
  target: NamedType | undefined,
  root: string,
  names: ModuleNames,
): string {
  if (target?.functions === undefined) throw new Error(`no functions were made for ${key}`);
  const { name, embeddedName } = target.functions;
  const type = names.use(target, embeddedName ?? name);
  return `  readonly ${propertyName(key)}: ${type}<${root}>;\n`;
}
