import { isCatalogName } from '../catalog/catalog.ts';
import type { DownloadOptions } from '../catalog/open.ts';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { ComparedLibrary } from '../diff/compare.ts';
import { compareLibraries } from '../diff/compare.ts';
import type { Change } from '../diff/change.ts';
import {
  changesAsJson,
  changesAsMarkdown,
  changesAsText,
  hasBreakingChange,
} from '../diff/print.ts';
import { loadLibrary } from '../generate/load-library.ts';
import { readSources } from '../source/read.ts';
import { coloursFor } from './colours.ts';
import { formatDiagnostics } from './diagnostic-text.ts';
import { openHere } from './open-here.ts';
import { Progress } from './progress.ts';
import type { Streams } from './streams.ts';
import { exitCodes } from './streams.ts';

/** The arguments and options of `couplet diff`. */
export interface DiffOptions extends DownloadOptions {
  /** The sources of the two libraries, at least one each. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly prefix?: RegExp | undefined;
  readonly featureSet?: string | undefined;
  readonly format: 'text' | 'markdown' | 'json';
  readonly wording?: true | undefined;
}

const formats: Readonly<Record<DiffOptions['format'], (changes: readonly Change[]) => string>> = {
  text: changesAsText,
  markdown: changesAsMarkdown,
  json: changesAsJson,
};

/**
 * Runs `couplet diff`: the changes go to standard output, what is wrong with the inputs to standard error.
 * Returns the exit code.
 */
export async function runDiff(options: DiffOptions, streams: Streams): Promise<number> {
  const diagnostics = new Diagnostics();
  const progress = new Progress(streams);
  const libraries = await loadBoth(options, streams, progress, diagnostics);
  progress.end();
  streams.stderr.write(formatDiagnostics(diagnostics.list(), coloursFor(streams)));
  if (libraries === undefined) return exitCodes.failed;
  const [before, after] = libraries;
  const changes = compareLibraries(before, after, { withWording: options.wording === true });
  streams.stdout.write(formats[options.format](changes));
  return hasBreakingChange(changes) ? exitCodes.breaking : exitCodes.done;
}

/** Both libraries, or none where an input has an error. */
async function loadBoth(
  options: DiffOptions,
  streams: Streams,
  progress: Progress,
  diagnostics: Diagnostics,
): Promise<readonly [ComparedLibrary, ComparedLibrary] | undefined> {
  const { before, after } = options;
  const isTracked = options.frozen === true || [...before, ...after].some(isCatalogName);
  const opened = isTracked ? await openHere(options, false, streams.env, diagnostics) : undefined;
  if (diagnostics.hasErrors) return undefined;
  const load = async (names: readonly string[]): Promise<ComparedLibrary> => {
    progress.step(`reading ${names.join(', ')}`);
    const { stdin } = streams;
    const sources = await readSources(names, diagnostics, { stdin, remote: opened?.reader });
    return loadLibrary(sources, options, diagnostics);
  };
  const libraries = [await load(before), await load(after)] as const;
  if (!diagnostics.hasErrors) opened?.save(diagnostics);
  return diagnostics.hasErrors ? undefined : libraries;
}
