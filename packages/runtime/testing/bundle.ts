import path from 'node:path';
import { build } from 'esbuild';

const packageDirectory = path.dirname(import.meta.dirname);

/** What a bundler makes of a module of this package. */
export interface Bundle {
  readonly text: string;
  /** The paths of all modules that are in it, relative to the package. */
  readonly modules: readonly string[];
}

/** Bundles a module of this package, given by its path, as an application would. */
export async function bundle(entry: string): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: packageDirectory,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    metafile: true,
  });
  return { text: outputFiles[0]?.text ?? '', modules: Object.keys(metafile.inputs).sort() };
}
