import type { NamedType, TypeLibrary, TypeModule } from '../../types/types.ts';
import { quote } from './syntax.ts';

/**
 * The names that a module's declarations can use. What they take from the runtime or from other modules is noted, and
 * imported in the end.
 */
export class ModuleNames {
  readonly #module: TypeModule;
  readonly #sharedNames: ReadonlySet<string>;
  readonly #fromRuntime = new Set<string>();
  readonly #fromModules = new Map<TypeModule, Map<string, string>>();

  constructor(module: TypeModule, { sharedNames }: TypeLibrary) {
    this.#module = module;
    this.#sharedNames = sharedNames;
  }

  /** A type of the runtime. It gets a `$` here, since a definition may be called the same. */
  runtime(name: string): string {
    this.#fromRuntime.add(name);
    return `${name}$`;
  }

  /**
   * An interface that belongs to a type, by the name that it has in the type's own module. Where several modules have
   * a type called so, an imported one has its module's tag behind it; and where it could be called like a constant.
   */
  use(type: NamedType, name: string): string {
    if (type.module === this.#module) return name;
    const isPlain = /^[A-Z]/.test(name) && !this.#sharedNames.has(type.name);
    const local = isPlain ? name : `${name}$${type.module.tag}`;
    const names = this.#fromModules.get(type.module) ?? new Map<string, string>();
    this.#fromModules.set(type.module, names);
    names.set(name, local);
    return local;
  }

  imports(): readonly string[] {
    const runtime = [...this.#fromRuntime].sort().map((name) => `${name} as ${name}$`);
    const modules = [...this.#fromModules].map(([module, names]) => {
      const imported = [...names].map(([name, local]) => importedName(name, local)).sort();
      return importText(imported, modulePath(module));
    });
    const fromRuntime = runtime.length > 0 ? [importText(runtime, '@couplet/runtime')] : [];
    return [...fromRuntime, ...modules.sort()];
  }
}

function importedName(name: string, local: string): string {
  return name === local ? name : `${name} as ${local}`;
}

function importText(names: readonly string[], path: string): string {
  return `import type { ${names.join(', ')} } from ${quote(path)};`;
}

/** The path by which modules of a library import each other: all lie in the folders of their groups. */
export function modulePath({ group, version }: TypeModule): string {
  return `../${group}/${version}.js`;
}
