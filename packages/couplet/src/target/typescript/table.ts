import type { Field } from '../../library/library.ts';
import type { FunctionsType, NamedType, TypedField, TypeModule } from '../../types/types.ts';
import { modulePath } from './module-names.ts';
import { quote } from './syntax.ts';

/**
 * The code of a module: the table of its objects' fields (its grammar is described in `@couplet/runtime`'s
 * `table.ts`), and for each kind a call that makes its functions, marked so that bundlers can leave it out.
 */
export function emitCode(module: TypeModule): string {
  const imports = new TableImports(module);
  const rows = module.types.flatMap((type) =>
    type.functions === undefined
      ? []
      : [`    ${type.name}: ${rowText(type.functions, imports)},\n`],
  );
  if (rows.length === 0) return 'export {};\n';
  const calls = module.types.flatMap(exportCalls);
  const runtime = [...new Set(calls.map((call) => call.runtime))].sort();
  const names = runtime.map((name) => `${name} as ${name}$`).join(', ');
  return [
    ...(names === '' ? [] : [`import { ${names} } from '@couplet/runtime';\n`]),
    ...imports.statements(),
    'export const table$ = {\n',
    ...imports.thunks(),
    '  rows: {\n',
    ...rows,
    '  },\n};\n',
    ...calls.map(
      ({ name, runtime: callee, parameters }) =>
        `export const ${name} = /*#__PURE__*/ ${callee}$(${parameters.join(', ')});\n`,
    ),
  ].join('');
}

/** The other modules whose tables a module's table refers to, in the order in which it does. */
class TableImports {
  readonly #module: TypeModule;
  readonly #indexes = new Map<TypeModule, number>();

  constructor(module: TypeModule) {
    this.#module = module;
  }

  /** The mark by which a token names the row of a type. */
  target({ module, name }: NamedType): string {
    if (module === this.#module) return name;
    const index = this.#indexes.get(module) ?? this.#indexes.size;
    this.#indexes.set(module, index);
    return `${index}:${name}`;
  }

  statements(): readonly string[] {
    return [...this.#indexes].map(
      ([module, index]) =>
        `import { table$ as table${index}$ } from ${quote(modulePath(module))};\n`,
    );
  }

  /** Functions, since of two modules that import each other one runs before the other's table is there. */
  thunks(): readonly string[] {
    if (this.#indexes.size === 0) return [];
    const thunks = [...this.#indexes.values()].map((index) => `() => table${index}$`);
    return [`  imports: [${thunks.join(', ')}],\n`];
  }
}

/** A row is one string of tokens; or a list, where the names of some fields follow no rule. */
function rowText({ fields }: FunctionsType, imports: TableImports): string {
  const plain: string[] = [];
  const odd: string[] = [];
  for (const typed of fields) {
    const form = formText(typed, imports);
    if (isPlain(typed.field)) plain.push(typed.field.property + form);
    else odd.push(`[${[...oddNames(typed.field), form].map(quote).join(', ')}]`);
  }
  const plainText = quote(plain.join(' '));
  return odd.length === 0 ? plainText : `[${[plainText, ...odd].join(', ')}]`;
}

function formText({ field, target, isLeftOutOfRoot }: TypedField, imports: TableImports): string {
  const row = target === undefined ? '' : imports.target(target);
  return `${isLeftOutOfRoot ? '!' : ''}${signs[field.kind]}${row}`;
}

const signs = { object: '>', array: '*', map: '+', scalar: '' } as const;

/** Tells whether a field's names follow from its property. */
function isPlain(field: Field): boolean {
  const { property, key } = field;
  if (key !== property || !/^[a-z][A-Za-z0-9_]*$/.test(property)) return false;
  const usual = `with${property.charAt(0).toUpperCase()}${property.slice(1)}`;
  return field.kind === 'object' || field.setter === usual;
}

function oddNames(field: Field): readonly string[] {
  return [field.property, field.key, field.kind === 'object' ? '' : field.setter];
}

interface ExportCall {
  readonly name: string;
  readonly runtime: string;
  readonly parameters: readonly string[];
}

function exportCalls({ name, export: exported }: NamedType): readonly ExportCall[] {
  if (exported === undefined) return [];
  const { constant, served, kind } = exported;
  const row = ['table$', quote(name)];
  if (kind.newFunction === undefined || served === undefined) {
    return [{ name: constant, runtime: 'definition', parameters: row }];
  }
  const { apiVersion, groupVersionKind, takesName, marksClusterScope } = kind.newFunction;
  const identity = [quote(apiVersion), quote(groupVersionKind.kind)];
  const namesKind = marksClusterScope ? 'clusterKind' : 'kind';
  // The runtime takes the row's name for the kind's.
  const parameters =
    groupVersionKind.kind === name ? [...row, quote(apiVersion)] : [...row, ...identity];
  return [
    { name: constant, runtime: takesName ? namesKind : 'namelessKind', parameters },
    { name: served.guard, runtime: 'isKind', parameters: identity },
  ];
}
