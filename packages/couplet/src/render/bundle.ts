import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { BuildFailure, BuildOptions, Message } from 'esbuild';
import { build } from 'esbuild';
import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { Problem } from '../diagnostic/problem.ts';
import { placeInText } from '../diagnostic/place.ts';
import { packageRoot } from '../package-root.ts';
import { importMeta, leavePackages, readSources } from './bundle-plugins.ts';
import { shownPath } from './shown-path.ts';
import { renderProblems } from './problems.ts';

/** A module of a user as files that Node runs. */
export interface Bundle {
  /** The module, with all modules of the user that it imports. */
  readonly module: string;
  /** The worker that runs it. */
  readonly worker: string;
}

/** The files that a module is made of, by their absolute paths. */
export interface Imports {
  /** Itself, and what it imports of the user's own. */
  readonly sources: Set<string>;
  /** The modules of packages that these import. */
  readonly packages: Set<string>;
}

/** Options that every bundle has: modules as Node takes them, found as Node finds them. */
const common = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: `node${process.versions.node}`,
  // Those of Node, in the place of what bundlers have besides.
  conditions: ['node-addons', 'module-sync'],
  logLevel: 'silent',
  logLimit: 0,
} satisfies BuildOptions;

/**
 * Translates a module and all that it imports into JavaScript, in a folder apart. Packages are left to Node. What is
 * wrong with a module is reported with its position.
 *
 * @param imports gets what was read, as far as that went
 * @returns where it is, or `undefined` where errors were reported
 */
export async function bundleModule(
  entry: string,
  folder: string,
  imports: Imports,
  diagnostics: Diagnostics,
): Promise<Bundle | undefined> {
  const bundle = { module: join(folder, 'module.mjs'), worker: join(folder, 'worker.mjs') };
  const [module, worker] = await Promise.allSettled([
    buildModule(entry, bundle.module, imports),
    buildWorker(bundle.worker),
  ]);
  if (worker.status === 'rejected') {
    diagnostics.report(renderProblems['module-unloadable'], { reason: String(worker.reason) });
    return undefined;
  }
  if (module.status === 'fulfilled') {
    for (const message of module.value.warnings)
      report(renderProblems['module-doubtful'], message, diagnostics);
    return bundle;
  }
  if (!isBuildFailure(module.reason)) throw module.reason;
  for (const message of module.reason.errors)
    report(renderProblems['module-faulty'], message, diagnostics);
  return undefined;
}

function buildModule(entry: string, outfile: string, imports: Imports): ReturnType<typeof build> {
  const url = JSON.stringify(pathToFileURL(entry).href);
  return build({
    ...common,
    entryPoints: [entry],
    outfile,
    plugins: [readSources(imports.sources), leavePackages(imports.packages)],
    define: { 'import.meta': importMeta },
    // CommonJS modules may be among what is imported.
    banner: {
      js: `import { createRequire as createRequire$ } from 'node:module'; const require = createRequire$(${url});`,
    },
    // For stacks: in these, a user looks for the names and places of the source.
    keepNames: true,
    sourcemap: 'inline',
    sourcesContent: false,
  });
}

/** From the sources, which tests run, and from the built package it is the same: the worker and what it imports. */
function buildWorker(outfile: string): ReturnType<typeof build> {
  const isSource = import.meta.url.endsWith('.ts');
  const path = isSource ? 'src/render/worker.ts' : 'dist/render/worker.js';
  const entry = fileURLToPath(new URL(path, packageRoot));
  return build({ ...common, entryPoints: [entry], outfile });
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}

function report(
  kind: Problem<{ problem: string }>,
  { text, location }: Message,
  diagnostics: Diagnostics,
): void {
  const problem = text.charAt(0).toLowerCase() + text.slice(1);
  if (location === null) {
    diagnostics.report(kind, { problem });
    return;
  }
  const { file, line, column, lineText } = location;
  // esbuild counts columns in bytes, from 0.
  const before = Buffer.from(lineText).subarray(0, column).toString();
  const position = { line, column: before.length + 1 };
  diagnostics.report(kind, { problem }, placeInText(shownPath(file), position));
}
