import type { Writable } from 'node:stream';
import type { Diagnostic } from '../diagnostic/diagnostics.ts';
import type { FoundManifest } from './manifests.ts';

/** A request to render a program. */
export interface RenderRequest {
  /** The file, as the user calls it. */
  readonly entry: string;
  /** For a module: what a function that it exports is called with. */
  readonly parameters: Readonly<Record<string, string>>;
  /** For a Jsonnet program: `-J`, `--tla-str` and `--ext-str` of `jsonnet`. */
  readonly libraryPaths: readonly string[];
  readonly topLevelArguments: readonly string[];
  readonly externalVariables: readonly string[];
}

/** Surroundings of the programs that are run. */
export interface Surroundings {
  /** For what they print that is no manifest. */
  readonly stderr: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Ends them. */
  readonly signal: AbortSignal;
}

/** A result of rendering. */
export interface Rendering {
  /** All of them, unless errors are among the diagnostics. */
  readonly manifests: readonly FoundManifest[];
  readonly diagnostics: readonly Diagnostic[];
  /** Finds the files that it was made from, as absolute paths: if one changes, it is out of date. */
  readonly findFiles: () => ReadonlySet<string>;
}
