import type { Writable } from 'node:stream';
import type { Manifest } from '../render/manifests.ts';
import { render as renderEntry } from '../render/render.ts';
import { unlessFailed } from './error.ts';

/** A program that gives manifests. */
export interface RenderChoice {
  /** A TypeScript, JavaScript or Jsonnet file. */
  readonly entry: string;
  /** For a module: what the function that it exports is called with. */
  readonly parameters?: Readonly<Record<string, string>> | undefined;
  /** For a Jsonnet program: the folders that it imports from. */
  readonly libraryPaths?: readonly string[] | undefined;
  /** For a Jsonnet program: the arguments of its function, each as `name=value`. */
  readonly topLevelArguments?: readonly string[] | undefined;
  /** For a Jsonnet program: what it reads with `std.extVar`, each as `name=value`. */
  readonly externalVariables?: readonly string[] | undefined;
  /** For what the program prints itself; standard error if it is not given. */
  readonly stderr?: Writable | undefined;
  /** Ends the program. */
  readonly signal?: AbortSignal | undefined;
  /** The environment of the program; that of the process if it is not given. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
}

/**
 * Runs a program, and gives the manifests that it exports.
 *
 * @throws {CoupletError} where the program fails, or gives something else
 */
export async function render(choice: RenderChoice): Promise<readonly Manifest[]> {
  const request = {
    entry: choice.entry,
    parameters: choice.parameters ?? {},
    libraryPaths: choice.libraryPaths ?? [],
    topLevelArguments: choice.topLevelArguments ?? [],
    externalVariables: choice.externalVariables ?? [],
  };
  const { manifests, diagnostics } = await renderEntry(request, {
    stderr: choice.stderr ?? process.stderr,
    env: choice.env ?? process.env,
    signal: choice.signal ?? new AbortController().signal,
  });
  return unlessFailed(diagnostics, manifests).map(({ manifest }) => manifest);
}
