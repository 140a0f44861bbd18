import { Diagnostics } from '../../diagnostic/diagnostics.ts';
import type { LibraryResult, OpenedLibrary, Surroundings } from '../../generate/generate.ts';
import { generateLibrary, openLibrary } from '../../generate/generate.ts';
import type { UnnamedRequest } from '../../generate/request.ts';
import { readClusterSource } from '../cluster-source.ts';
import { Progress } from '../progress.ts';
import type { GenerateOptions } from './options.ts';
import { configurationFile, planGeneration, reportNamesakes } from './plan.ts';
import type { RunResult } from './report.ts';
import { reportAsJson, reportAsText } from './report.ts';
import type { Streams } from '../streams.ts';
import { exitCodes } from '../streams.ts';

/** Runs `couplet generate` and reports what came of it. Returns the exit code. */
export async function runGenerate(options: GenerateOptions, streams: Streams): Promise<number> {
  const started = performance.now();
  const isDryRun = options.dryRun === true;
  const progress = new Progress(streams);
  const diagnostics = new Diagnostics();
  const onStep = (step: string): void => progress.step(step);
  const cluster = await readClusterSource(options, streams, onStep, diagnostics);
  const labelled = { ...options, label: cluster?.label ?? options.label };
  const { requests, opened } = await planGeneration(labelled, streams.env, diagnostics);
  const remote = cluster?.reader ?? opened?.reader;
  const surroundings = { stdin: streams.stdin, onStep, isDryRun, remote };
  const file = configurationFile(options);
  const libraries = diagnostics.hasErrors
    ? []
    : await generateAll(requests, file, surroundings, diagnostics);
  progress.end();
  // What is downloaded is locked only if a library came of it: it may have been an error page.
  if (!isDryRun && !isFailed({ libraries, diagnostics: diagnostics.list() })) {
    opened?.save(diagnostics);
  }
  const result: RunResult = {
    libraries,
    diagnostics: diagnostics.list(),
    seconds: (performance.now() - started) / 1000,
    isDryRun,
  };
  if (options.json === true) streams.stdout.write(reportAsJson(result));
  else streams.stderr.write(reportAsText(result, streams));
  return isFailed(result) ? exitCodes.failed : exitCodes.done;
}

/** Generates all libraries, or none where two of them would have one name. */
async function generateAll(
  requests: readonly UnnamedRequest[],
  configuration: string | undefined,
  surroundings: Surroundings,
  diagnostics: Diagnostics,
): Promise<readonly LibraryResult[]> {
  const opened: OpenedLibrary[] = [];
  for (const request of requests) opened.push(await openLibrary(request, surroundings));
  // Sources that cannot be read do not say what they are called, and have errors of their own to tell.
  const readable = opened.filter((library) => !library.diagnostics.hasErrors);
  const named = readable.map(({ request }) => request);
  reportNamesakes(named, configuration, diagnostics);
  if (diagnostics.hasErrors) return [];
  const libraries: LibraryResult[] = [];
  for (const library of opened) libraries.push(await generateLibrary(library, surroundings));
  return libraries;
}

function isFailed({
  libraries,
  diagnostics,
}: Pick<RunResult, 'libraries' | 'diagnostics'>): boolean {
  return [diagnostics, ...libraries.map((library) => library.diagnostics)].some((list) =>
    list.some(({ severity }) => severity === 'error'),
  );
}
