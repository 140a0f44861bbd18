import type { DownloadOptions, OpenedSources } from '../../catalog/open.ts';
import { printLock } from '../../catalog/lock.ts';
import { writeMirror } from '../../catalog/write-mirror.ts';
import { Diagnostics } from '../../diagnostic/diagnostics.ts';
import { placeInText } from '../../diagnostic/place.ts';
import { loadLibrary } from '../../load/load-library.ts';
import type { RawSource } from '../../source/document.ts';
import { count } from '../../text/count.ts';
import { coloursFor } from '../colours.ts';
import { formatDiagnostics } from '../diagnostic-text.ts';
import { openHere } from '../open-here.ts';
import { Progress } from '../progress.ts';
import type { Streams } from '../streams.ts';
import { exitCodes } from '../streams.ts';
import { catalogProblems } from '../../catalog/problems.ts';

/** A use of the documents of a source, which gives a line for people. */
type Step = (source: string, opened: OpenedSources, diagnostics: Diagnostics) => Promise<string>;

/** Runs `couplet sources update`. Returns the exit code. */
export async function runSourcesUpdate(
  names: readonly string[],
  options: DownloadOptions,
  streams: Streams,
): Promise<number> {
  return runForEach(names, options, streams, async (source, opened, diagnostics) => {
    const before = opened.reader.lock.get(source);
    opened.reader.release(source);
    await readChecked(source, opened, diagnostics);
    const after = opened.reader.lock.get(source);
    if (after === undefined) return '';
    if (before === undefined) return `${source}: locked\n`;
    const [old, renewed] = [before, after].map((locked) => printLock(new Map([[source, locked]])));
    return `${source}: ${old === renewed ? 'unchanged' : 'renewed'}\n`;
  });
}

/** Runs `couplet sources mirror`. Returns the exit code. */
export async function runSourcesMirror(
  folder: string,
  names: readonly string[],
  options: DownloadOptions,
  streams: Streams,
): Promise<number> {
  return runForEach(names, options, streams, async (source, opened, diagnostics) => {
    const documents = await readChecked(source, opened, diagnostics);
    if (documents.length === 0) return '';
    const { written, unchanged } = writeMirror(folder, documents, diagnostics);
    return `${source}: ${count(written, 'file')} written, ${unchanged} unchanged in ${folder}\n`;
  });
}

/** Does something with each of the named sources, or with all that are locked, and then locks what was read. */
async function runForEach(
  names: readonly string[],
  options: DownloadOptions,
  streams: Streams,
  step: Step,
): Promise<number> {
  const diagnostics = new Diagnostics();
  const progress = new Progress(streams);
  const opened = await openHere(options, true, streams.env, diagnostics);
  const lines: string[] = [];
  if (opened !== undefined) {
    for (const source of sourcesOf(names, opened, diagnostics)) {
      progress.step(`reading ${source}`);
      lines.push(await step(source, opened, diagnostics));
    }
    if (!diagnostics.hasErrors) opened.save(diagnostics);
  }
  progress.end();
  streams.stderr.write(formatDiagnostics(diagnostics.list(), coloursFor(streams)));
  streams.stderr.write(lines.join(''));
  return diagnostics.hasErrors ? exitCodes.failed : exitCodes.done;
}

function sourcesOf(
  names: readonly string[],
  { lockFile, reader }: OpenedSources,
  diagnostics: Diagnostics,
): readonly string[] {
  if (names.length > 0) return names;
  const locked = [...reader.lock.keys()];
  if (locked.length === 0) {
    diagnostics.report(
      catalogProblems['nothing-locked'],
      { lock: lockFile },
      placeInText(lockFile),
    );
  }
  return locked;
}

/** The documents of a source, or none where they define nothing: an error page must not be locked. */
async function readChecked(
  source: string,
  { reader }: OpenedSources,
  diagnostics: Diagnostics,
): Promise<readonly RawSource[]> {
  if (!reader.owns(source)) {
    diagnostics.report(catalogProblems['source-not-remote'], {}, placeInText(source));
    return [];
  }
  const documents = await reader.read(source, diagnostics);
  const check = new Diagnostics();
  if (documents.length > 0) await loadLibrary(documents, {}, check);
  const problem = check.list().find(({ severity }) => severity === 'error');
  if (problem === undefined) return documents;
  diagnostics.report(
    catalogProblems['source-unusable'],
    { problem: problem.message },
    placeInText(problem.source ?? source),
  );
  return [];
}
