import { resolve } from 'node:path';
import { Diagnostics } from '../../diagnostic/diagnostics.ts';
import { Changes } from '../../render/changes.ts';
import type { Rendering } from '../../render/request.ts';
import { render } from '../../render/render.ts';
import { count } from '../../text/count.ts';
import { coloursFor } from '../colours.ts';
import { formatDiagnostics } from '../diagnostic-text.ts';
import type { Delivery } from './delivery.ts';
import { printTo, writeTo } from './delivery.ts';
import type { Streams } from '../streams.ts';
import { exitCodes } from '../streams.ts';

/** The argument and options of `couplet render`. */
export interface RenderOptions {
  readonly entry: string;
  readonly param?: Readonly<Record<string, string>> | undefined;
  readonly jpath?: readonly string[] | undefined;
  readonly tlaStr?: readonly string[] | undefined;
  readonly extStr?: readonly string[] | undefined;
  readonly out?: string | undefined;
  readonly json?: true | undefined;
  readonly watch?: true | undefined;
}

/** Runs `couplet render`; with `watch` again and again, until the signal comes. Returns the exit code. */
export async function runRender(
  options: RenderOptions,
  streams: Streams,
  signal: AbortSignal,
): Promise<number> {
  const { entry, out } = options;
  const format = options.json === true ? 'json' : 'yaml';
  const deliver = out === undefined ? printTo(streams.stdout, format) : writeTo(out, format, entry);
  const renderAgain = (): Promise<Outcome> => renderOnce(options, deliver, streams, signal);
  if (options.watch === true) return watch(entry, renderAgain, streams, signal);
  const { isDone } = await renderAgain();
  return isDone ? exitCodes.done : exitCodes.failed;
}

interface Outcome extends Pick<Rendering, 'findFiles'> {
  readonly isDone: boolean;
}

async function renderOnce(
  { entry, param = {}, jpath = [], tlaStr = [], extStr = [] }: RenderOptions,
  deliver: Delivery,
  streams: Streams,
  signal: AbortSignal,
): Promise<Outcome> {
  const request = {
    entry,
    parameters: param,
    libraryPaths: jpath,
    topLevelArguments: tlaStr,
    externalVariables: extStr,
  };
  const rendering = await render(request, { ...streams, signal });
  const { manifests, findFiles } = rendering;
  if (signal.aborted) return { isDone: false, findFiles };
  const diagnostics = new Diagnostics();
  const isFaulty = rendering.diagnostics.some(({ severity }) => severity === 'error');
  const summary = isFaulty ? '' : await deliver(manifests, diagnostics);
  const all = [...rendering.diagnostics, ...diagnostics.list()];
  streams.stderr.write(formatDiagnostics(all, coloursFor(streams)) + summary);
  return { isDone: !isFaulty && !diagnostics.hasErrors, findFiles };
}

async function watch(
  entry: string,
  renderAgain: () => Promise<Outcome>,
  { stderr }: Streams,
  signal: AbortSignal,
): Promise<number> {
  const changes = new Changes((folder, reason) => {
    stderr.write(`${JSON.stringify(folder)} cannot be watched: ${reason}\n`);
  });
  changes.follow(new Set([resolve(entry)]), true);
  try {
    do {
      const { isDone, findFiles } = await renderAgain();
      if (signal.aborted) break;
      const files = findFiles();
      // What a faulty program lacks may be a file that is not there yet.
      changes.follow(files, !isDone);
      stderr.write(`watching ${count(files.size, 'file')}; Ctrl-C ends\n`);
    } while (await changes.next(signal));
  } finally {
    changes.close();
  }
  return exitCodes.done;
}
