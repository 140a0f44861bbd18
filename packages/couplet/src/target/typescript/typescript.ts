import type { NamedType, TypeLibrary, TypeModule } from '../../types/types.ts';
import type { OutputFile } from '../../text/output-file.ts';
import { declareData } from './data.ts';
import { declareExport, declareFunctions } from './functions.ts';
import { ModuleNames } from './module-names.ts';
import { emitCode } from './table.ts';

export interface TypeScriptOptions {
  /** The folder of the library in its package: `4.20`. */
  readonly label: string;
  /** The npm package, which may carry libraries of several labels. */
  readonly packageName: string;
  readonly packageVersion: string;
  /** The versions of `@couplet/runtime` that the package works with: `^1.0.0`. */
  readonly runtimeRange: string;
}

/** The folder of the npm package in the output. */
const folder = 'typescript';

/**
 * The TypeScript library: an npm package under `typescript`, with a module for each group and version that needs no
 * compiling, `<label>/<group>/<version>.js` with its declarations. There is no module that has all of them, so that
 * nobody loads more than is used. The package's own file is the same for every label.
 */
export function* emitTypeScript(
  library: TypeLibrary,
  options: TypeScriptOptions,
): Iterable<OutputFile> {
  yield { path: `${folder}/package.json`, text: packageText(options) };
  for (const module of library.modules) {
    const path = `${folder}/${options.label}/${module.group}/${module.version}`;
    yield { path: `${path}.js`, text: emitCode(module) };
    yield { path: `${path}.d.ts`, text: emitDeclarations(module, library) };
  }
}

function emitDeclarations(module: TypeModule, library: TypeLibrary): string {
  const names = new ModuleNames(module, library);
  const declarations = module.types.map((type) => declareType(type, names));
  const imports = names.imports().map((line) => `${line}\n`);
  return [...imports, ...declarations].join('');
}

function declareType(type: NamedType, names: ModuleNames): string {
  const functions = type.functions === undefined ? '' : declareFunctions(type.functions, names);
  return declareData(type, names) + functions + declareExport(type);
}

function packageText({ packageName, packageVersion, runtimeRange }: TypeScriptOptions): string {
  const manifest = {
    name: packageName,
    version: packageVersion,
    type: 'module',
    sideEffects: false,
    exports: {
      './*': { types: './*.d.ts', default: './*.js' },
      './package.json': './package.json',
    },
    dependencies: { '@couplet/runtime': runtimeRange },
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}
