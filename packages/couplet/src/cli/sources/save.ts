import { readCluster } from '../../cluster/read-cluster.ts';
import { saveApi } from './save-api.ts';
import { Diagnostics } from '../../diagnostic/diagnostics.ts';
import { loadLibrary } from '../../load/load-library.ts';
import type { OutputChanges } from '../../output/write-output.ts';
import { count } from '../../text/count.ts';
import type { ClusterOptions } from '../cluster-source.ts';
import { coloursFor } from '../colours.ts';
import { formatDiagnostics } from '../diagnostic-text.ts';
import { Progress } from '../progress.ts';
import type { Streams } from '../streams.ts';
import { exitCodes } from '../streams.ts';

/** Runs `couplet sources save`. Returns the exit code. */
export async function runSourcesSave(
  folder: string,
  options: ClusterOptions,
  streams: Streams,
): Promise<number> {
  const diagnostics = new Diagnostics();
  const progress = new Progress(streams);
  const saved = await save(folder, options, streams, progress, diagnostics);
  progress.end();
  const { stderr } = streams;
  stderr.write(formatDiagnostics(diagnostics.list(), coloursFor(streams)));
  if (saved === undefined) {
    stderr.write(`nothing was written to ${folder}\n`);
    return exitCodes.failed;
  }
  const { created, changed, unchanged, removed } = saved.changes;
  const written = created.length + changed.length;
  stderr.write(
    `${saved.label}: ${count(written, 'file')} written, ${unchanged.length} unchanged, ${removed.length} removed in ${folder}\n`,
  );
  return exitCodes.done;
}

/** Saves the documents of a cluster if a library can be made of them. */
async function save(
  folder: string,
  { kubeconfig, context }: ClusterOptions,
  { env }: Streams,
  progress: Progress,
  diagnostics: Diagnostics,
): Promise<{ readonly label: string | undefined; readonly changes: OutputChanges } | undefined> {
  const onStep = (step: string): void => progress.step(step);
  const request = { kubeconfig, context, wantsLabel: true };
  const api = await readCluster(request, env, onStep, diagnostics);
  if (api === undefined) return undefined;
  onStep('cluster: checking its documents');
  await loadLibrary(api.documents, {}, diagnostics);
  if (diagnostics.hasErrors) return undefined;
  const changes = saveApi(folder, api.documents, diagnostics);
  return changes && { label: api.label, changes };
}
