import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import { placeInText } from '../diagnostic/place.ts';
import type { Bundle } from './bundle.ts';
import { bundleModule } from './bundle.ts';
import { callsOf } from './failure.ts';
import type { Rendering, RenderRequest, Surroundings } from './request.ts';
import { shownPath } from './shown-path.ts';
import type { Failure, WorkerAnswer, WorkerInput } from './worker.ts';
import { renderProblems } from './problems.ts';

/**
 * Runs a module, in TypeScript or JavaScript, and collects the manifests that it exports. Nothing is written beside
 * it; what it prints goes to standard error.
 */
export async function renderModule(
  request: RenderRequest,
  surroundings: Surroundings,
): Promise<Rendering> {
  const diagnostics = new Diagnostics();
  const entry = resolve(request.entry);
  const imports = { sources: new Set([entry]), packages: new Set<string>() };
  const findFiles = (): ReadonlySet<string> => new Set([...imports.sources, ...imports.packages]);
  const folder = await makeFolder(diagnostics);
  if (folder === undefined) return { manifests: [], diagnostics: diagnostics.list(), findFiles };
  try {
    const bundle = await bundleModule(entry, folder, imports, diagnostics);
    const answer = bundle && (await runWorker(bundle, request, surroundings));
    if (typeof answer === 'object' && answer.kind === 'collected') {
      const { manifests } = answer;
      return { manifests, diagnostics: [...diagnostics.list(), ...answer.diagnostics], findFiles };
    }
    if (answer !== undefined) reportFailure(answer, request.entry, imports.sources, diagnostics);
    return { manifests: [], diagnostics: diagnostics.list(), findFiles };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function makeFolder(diagnostics: Diagnostics): Promise<string | undefined> {
  try {
    return await mkdtemp(join(tmpdir(), 'couplet-render-'));
  } catch (error) {
    diagnostics.report(renderProblems['module-unloadable'], { reason: String(error) });
    return undefined;
  }
}

/** Gives what the worker answers, or its exit code, if it ends without an answer. */
async function runWorker(
  { worker: program, module }: Bundle,
  { entry, parameters }: RenderRequest,
  { env, stderr, signal }: Surroundings,
): Promise<WorkerAnswer | number> {
  const input: WorkerInput = { module: pathToFileURL(module).href, source: entry, parameters };
  const worker = new Worker(program, {
    workerData: input,
    env: { ...env },
    stdout: true,
    stderr: true,
  });
  const printed = [worker.stdout, worker.stderr].map((stream) => {
    stream.pipe(stderr, { end: false });
    return finished(stream);
  });
  const stop = (): void => void worker.terminate();
  signal.addEventListener('abort', stop);
  try {
    return await new Promise((answer) => {
      worker.on('message', answer);
      worker.on('exit', answer);
      // What is thrown is an answer; this is for a worker that has no memory left.
      worker.on('error', (error) => {
        answer({ kind: 'failed', thrown: error.message, stack: '' });
      });
    });
  } finally {
    signal.removeEventListener('abort', stop);
    await worker.terminate();
    await Promise.all(printed);
  }
}

function reportFailure(
  answer: Failure | number,
  entry: string,
  sources: ReadonlySet<string>,
  diagnostics: Diagnostics,
): void {
  if (typeof answer === 'number') {
    diagnostics.report(renderProblems['module-ended'], { code: answer }, placeInText(entry));
    return;
  }
  const [first, ...others] = callsOf(answer, sources);
  const calls = others.map(({ file, line, column }) => `${shownPath(file)}:${line}:${column}`);
  const place =
    first === undefined ? placeInText(entry) : placeInText(shownPath(first.file), first);
  diagnostics.report(renderProblems['module-failed'], { thrown: answer.thrown, calls }, place);
}
