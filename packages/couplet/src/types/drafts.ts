import type { Home } from './homes.ts';
import { UniqueNames } from './names.ts';
import type {
  DataType,
  Described,
  FunctionsType,
  KindExport,
  NamedType,
  TypeModule,
} from './types.ts';

/** The endings of what belongs to a type and is called like it. */
const suffixes = ['Fields', 'Kind', 'Embedded', 'EmbeddedFields'] as const;

/** A type on its way: its name is decided first, so that types can refer to each other in circles. */
export class TypeDraft implements NamedType {
  readonly module: ModuleDraft;
  readonly name: string;
  described: Described | undefined;
  data: DataType = { kind: 'alias', value: { kind: 'any-object' } };
  functions: FunctionsType | undefined;
  export: KindExport | undefined;
  embeddedName: string | undefined;
  /** Tells whether some schema refers to the type's definition. */
  isReferred = false;

  constructor(module: ModuleDraft, name: string) {
    this.module = module;
    this.name = name;
  }
}

/** A module on its way, which knows the names that it has given. */
export class ModuleDraft implements TypeModule {
  readonly group: string;
  readonly version: string;
  readonly tag: string;
  readonly types: TypeDraft[] = [];
  readonly #typeNames = new UniqueNames(suffixes);
  readonly #bindings = new UniqueNames();

  constructor({ group, version }: Home, tags: UniqueNames) {
    this.group = group;
    this.version = version;
    this.tag = tags.take(`${group}_${version}`.replaceAll(/[^A-Za-z0-9_]/g, '_'));
  }

  /** Makes a type with a name of its own: the first that is free, with all that belongs to it. */
  addType(name: string, others: () => readonly string[]): TypeDraft {
    const draft = new TypeDraft(this, this.#typeNames.take(name, others));
    this.types.push(draft);
    return draft;
  }

  /** Takes the name of a constant or a function. */
  takeBinding(name: string): string {
    return this.#bindings.take(name);
  }
}
