import type { DownloadOptions } from '../../catalog/open.ts';
import { Diagnostics } from '../../diagnostic/diagnostics.ts';
import type { ComparedLibrary } from '../../compare/compare.ts';
import { compareLibraries } from '../../compare/compare.ts';
import type { Change } from '../../compare/change.ts';
import {
  changesAsJson,
  changesAsMarkdown,
  changesAsText,
  hasBreakingChange,
} from '../../diff/print.ts';
import { loadLibrary } from '../../load/load-library.ts';
import type { RemoteReader } from '../../source/read.ts';
import { readSources } from '../../source/read.ts';
import { parseSourceName } from '../../source/source-name.ts';
import type { ClusterOptions } from '../cluster-source.ts';
import { readClusterSource } from '../cluster-source.ts';
import { coloursFor } from '../colours.ts';
import { formatDiagnostics } from '../diagnostic-text.ts';
import { openHere } from '../open-here.ts';
import { Progress } from '../progress.ts';
import type { Streams } from '../streams.ts';
import { exitCodes } from '../streams.ts';

/** The arguments and options of `couplet diff`. */
export interface DiffOptions extends DownloadOptions, ClusterOptions {
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
  const kinds = [...before, ...after].map((name) => parseSourceName(name).kind);
  const isTracked = options.frozen === true || kinds.includes('catalog');
  const opened = isTracked ? await openHere(options, false, streams.env, diagnostics) : undefined;
  const onStep = (step: string): void => progress.step(step);
  const choice = { ...options, label: 'after' };
  const cluster = await readClusterSource(choice, streams, onStep, diagnostics);
  if (diagnostics.hasErrors) return undefined;
  const remote = joinReaders([cluster?.reader, opened?.reader]);
  const load = async (names: readonly string[]): Promise<ComparedLibrary> => {
    onStep(`reading ${names.join(', ')}`);
    const { stdin } = streams;
    const sources = await readSources(names, diagnostics, { stdin, remote });
    return loadLibrary(sources, options, diagnostics);
  };
  const libraries = [await load(before), await load(after)] as const;
  if (!diagnostics.hasErrors) opened?.save(diagnostics);
  return diagnostics.hasErrors ? undefined : libraries;
}

/** Makes one reader of several: each name is read by the first one that owns it. */
function joinReaders(readers: readonly (RemoteReader | undefined)[]): RemoteReader {
  const ownerOf = (name: string): RemoteReader | undefined =>
    readers.find((reader) => reader?.owns(name) === true);
  return {
    owns: (name) => ownerOf(name) !== undefined,
    read: async (name, diagnostics) => (await ownerOf(name)?.read(name, diagnostics)) ?? [],
  };
}
