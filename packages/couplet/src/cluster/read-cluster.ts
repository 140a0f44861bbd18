import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { Sleep } from '../net/retry.ts';
import type { RawSource } from '../source/document.ts';
import type { ClusterChoice } from './access.ts';
import { findAccess } from './access.ts';
import { ClusterConnection, defaultTimeoutSeconds } from './connection.ts';
import { readDiscovery } from './discovery.ts';
import type { Environment } from './kubeconfig.ts';
import { labelOf } from './label.ts';
import { readOpenApi } from './openapi.ts';
import { fileNameOf } from './source-name.ts';

export type { ClusterChoice };

/** A request for the API of a cluster. */
export interface ClusterRequest extends ClusterChoice {
  /** True where the label follows from the version of the cluster, which is asked for only then. */
  readonly wantsLabel: boolean;
  /** The time that the cluster may take for each document. */
  readonly timeoutSeconds?: number;
  /** Makes the pauses between tries. */
  readonly sleep?: Sleep;
}

/** The API of a cluster as it describes it. */
export interface ClusterApi {
  /** In the order in which they are read from files, which counts where documents contradict each other. */
  readonly documents: readonly RawSource[];
  /** Absent if it is not wanted. */
  readonly label: string | undefined;
}

/**
 * Reads the API of a live cluster: its OpenAPI documents, and which kinds are in a namespace. Only GET requests are
 * sent, with the credentials of the kubeconfig. What is wrong is reported; then there is nothing.
 *
 * @param env the variables that name the kubeconfig, the proxies and the cluster of a pod
 * @param onStep is told what is being done
 */
export async function readCluster(
  request: ClusterRequest,
  env: Environment,
  onStep: (step: string) => void,
  diagnostics: Diagnostics,
): Promise<ClusterApi | undefined> {
  onStep('cluster: logging in');
  const access = await findAccess(request, env, diagnostics);
  if (access === undefined) return undefined;
  const { timeoutSeconds = defaultTimeoutSeconds, sleep, wantsLabel } = request;
  const connection = await ClusterConnection.open(access, env, timeoutSeconds, sleep);
  try {
    onStep('cluster: reading what it serves');
    const discovery = await readDiscovery(connection, diagnostics);
    if (discovery === undefined) return undefined;
    onStep('cluster: reading its OpenAPI documents');
    const documents = await readOpenApi(connection, diagnostics);
    if (documents === undefined) return undefined;
    const label = wantsLabel ? await labelOf(connection, diagnostics) : undefined;
    return { documents: [...documents, ...discovery].sort(byFileName), label };
  } finally {
    await connection.close();
  }
}

function byFileName(left: RawSource, right: RawSource): number {
  return fileNameOf(left.name) < fileNameOf(right.name) ? -1 : 1;
}
