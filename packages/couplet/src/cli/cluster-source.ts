import { Option } from '@commander-js/extra-typings';
import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { RemoteReader } from '../source/read.ts';
import { parseSourceName } from '../source/source-name.ts';
import { parseText } from './option-values.ts';
import type { Streams } from './streams.ts';

/** The options that choose a cluster as the source of a library. */
export interface ClusterOptions {
  readonly cluster?: true | undefined;
  readonly context?: string | undefined;
  readonly kubeconfig?: string | undefined;
  readonly label?: string | undefined;
}

/** A live cluster in the place of all other sources. */
export function clusterOption(): Option<'--cluster'> {
  return new Option('--cluster', 'all that a live cluster serves, custom resources included');
}

/** One of the clusters that the kubeconfig knows, as the source. */
export const contextOption: Option<'--context <name>', undefined, undefined, string> = new Option(
  '--context <name>',
  'the cluster of a context of the kubeconfig (default: the current one)',
)
  .argParser(parseText)
  .implies({ cluster: true });

/** The cluster of another kubeconfig, as the source. */
export const kubeconfigOption: Option<'--kubeconfig <file>', undefined, undefined, string> =
  new Option('--kubeconfig <file>', 'the kubeconfig (default: as kubectl finds it)')
    .argParser(parseText)
    .implies({ cluster: true });

/** A cluster that was read. */
export interface ReadCluster {
  readonly reader: RemoteReader;
  /** The label of the library: as the user says, else after the version of the cluster. */
  readonly label: string | undefined;
}

/** Reads the cluster if one is wanted. What is wrong is reported. */
export async function readClusterSource(
  options: ClusterOptions,
  { env }: Streams,
  onStep: (step: string) => void,
  diagnostics: Diagnostics,
): Promise<ReadCluster | undefined> {
  if (options.cluster !== true) return undefined;
  const { kubeconfig, context, label } = options;
  const { readCluster } = await import('../cluster/read-cluster.ts');
  const request = { kubeconfig, context, wantsLabel: label === undefined };
  const api = await readCluster(request, env, onStep, diagnostics);
  if (api === undefined) return undefined;
  const reader: RemoteReader = {
    owns: (name) => parseSourceName(name).kind === 'cluster',
    read: () => Promise.resolve(api.documents),
  };
  return { reader, label: label ?? api.label };
}
