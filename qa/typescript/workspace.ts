import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Diagnostics } from '../../packages/couplet/src/diagnostic/diagnostics.ts';
import { emitTypeScript } from '../../packages/couplet/src/target/typescript/typescript.ts';
import { buildTypes } from '../../packages/couplet/src/types/build.ts';
import { buildLibrary } from '../../packages/couplet/src/library/build.ts';
import type { Library } from '../../packages/couplet/src/library/library.ts';
import { Resolver } from '../../packages/couplet/src/api/resolve.ts';
import { readDefinitions } from '../../packages/couplet/src/reader/read.ts';
import type { SourceDocument } from '../../packages/couplet/src/source/document.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The compilers that the declarations have to suit. */
export const compilers: readonly { readonly name: string; readonly path: string }[] = [
  { name: 'TypeScript 7', path: join(root, 'node_modules', 'typescript', 'bin', 'tsc') },
  {
    name: 'TypeScript 5.9',
    path: join(root, 'qa', 'typescript', 'node_modules', 'typescript', 'bin', 'tsc'),
  },
];

/** Every option of TypeScript that makes it find more. */
export const strictest = {
  target: 'es2023',
  module: 'nodenext',
  lib: ['es2023'],
  types: [],
  strict: true,
  allowUnreachableCode: false,
  allowUnusedLabels: false,
  erasableSyntaxOnly: true,
  exactOptionalPropertyTypes: true,
  isolatedModules: true,
  noFallthroughCasesInSwitch: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noPropertyAccessFromIndexSignature: true,
  noUncheckedIndexedAccess: true,
  noUncheckedSideEffectImports: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  verbatimModuleSyntax: true,
  skipLibCheck: false,
  noEmit: true,
} as const;

/** A folder with the runtime and a generated package in `node_modules`, as a user has them. */
export class Workspace {
  readonly folder: string = mkdtempSync(join(tmpdir(), 'couplet-typescript-'));
  readonly #package = join(this.folder, 'node_modules', '@couplet', 'openshift');

  constructor() {
    const runtime = join(this.folder, 'node_modules', '@couplet', 'runtime');
    const build = join(root, 'packages', 'runtime', 'tsconfig.build.json');
    const [{ path: tsc } = { path: '' }] = compilers;
    execFileSync(process.execPath, [tsc, '-p', build, '--outDir', join(runtime, 'dist')]);
    const entry = { types: './dist/index.d.ts', default: './dist/index.js' };
    const manifest = { name: '@couplet/runtime', type: 'module', exports: { '.': entry } };
    this.write('node_modules/@couplet/runtime/package.json', JSON.stringify(manifest));
    this.write('package.json', '{ "type": "module" }');
  }

  /** Generates a library into the package, and tells which one it is. */
  addLibrary(label: string, documents: readonly SourceDocument[], prefix?: RegExp): Library {
    const diagnostics = new Diagnostics();
    const definitions = readDefinitions(documents, diagnostics);
    const resolver = new Resolver(definitions);
    const library = buildLibrary(definitions, prefix, diagnostics, resolver);
    const types = buildTypes(library, definitions, resolver);
    const names = { packageName: '@couplet/openshift', packageVersion: '0.1.0' };
    for (const { path, text } of emitTypeScript(types, { label, ...names, runtimeRange: '*' })) {
      this.write(path.replace(/^typescript/, 'node_modules/@couplet/openshift'), text);
    }
    return library;
  }

  /** Where a generated module is: `4.5/route/v1.js`. */
  pathOf(module: string): string {
    return join(this.#package, module);
  }

  write(path: string, text: string): string {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  }

  /** Compiles files under the strictest options, changed by the given ones, and gives what the compiler prints. */
  compile(
    compiler: string,
    include: readonly string[],
    changes: { readonly skipLibCheck?: boolean } = {},
    flags: readonly string[] = [],
  ): string {
    // Without `exclude`, nothing in `node_modules` would be a file of its own.
    const configuration = {
      compilerOptions: { ...strictest, ...changes },
      include,
      exclude: [],
    };
    const file = this.write('tsconfig.json', JSON.stringify(configuration));
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [compiler, '-p', file, '--pretty', 'false', ...flags],
      { encoding: 'utf8', cwd: this.folder },
    );
    return stdout + stderr;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
