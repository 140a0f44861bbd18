import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import { placeInText } from '../diagnostic/place.ts';
import { shorten } from '../diagnostic/problem.ts';
import type { Cursor } from '../json/cursor.ts';
import { parseAddress } from '../net/address.ts';
import type { ClusterAccess } from './access-data.ts';
import { readCredentials } from './credentials.ts';
import { readServiceAccount } from './service-account.ts';
import type { Environment, Kubeconfig } from './kubeconfig.ts';
import { findKubeconfigs, readKubeconfigs } from './kubeconfig.ts';
import { readPem } from './pem.ts';
import { clusterProblems } from './problems.ts';

/** The choice of a cluster by a user. */
export interface ClusterChoice {
  /** The only kubeconfig to be read. */
  readonly kubeconfig?: string | undefined;
  /** A context of it, other than the current one. */
  readonly context?: string | undefined;
}

/**
 * Finds out how to reach a cluster: from the kubeconfig, else from the service account of the pod that this runs in.
 * Everything that is wrong is reported; then there is no access.
 */
export async function findAccess(
  { kubeconfig, context }: ClusterChoice,
  env: Environment,
  diagnostics: Diagnostics,
): Promise<ClusterAccess | undefined> {
  const files = findKubeconfigs(kubeconfig, env);
  if (files.length === 0) {
    if (context === undefined) return readServiceAccount(env, diagnostics);
    diagnostics.report(clusterProblems['kubeconfig-missing'], { context });
    return undefined;
  }
  const config = await readKubeconfigs(files, diagnostics);
  if (diagnostics.hasErrors) return undefined;
  const parts = chooseParts(config, context, files, diagnostics);
  if (parts === undefined) return undefined;
  const access = await readAccess(parts.cluster, parts.user, env);
  return diagnostics.hasErrors ? undefined : access;
}

/** The cluster and the user of a context. */
interface Parts {
  readonly cluster: Cursor;
  /** Absent where nobody needs to log in. */
  readonly user: Cursor | undefined;
}

function chooseParts(
  { currentContext, contexts, clusters, users }: Kubeconfig,
  wanted: string | undefined,
  files: readonly string[],
  diagnostics: Diagnostics,
): Parts | undefined {
  const place = placeInText(files.join(', '));
  const name = wanted ?? currentContext;
  const known = [...contexts.keys()];
  if (name === undefined) {
    diagnostics.report(clusterProblems['context-not-chosen'], { known }, place);
    return undefined;
  }
  const context = contexts.get(name);
  if (context === undefined) {
    diagnostics.report(
      clusterProblems['kubeconfig-name-unknown'],
      { what: 'context', name, known },
      place,
    );
    return undefined;
  }
  const cluster = findPart(context, 'cluster', clusters);
  const hasUser = context.text('user') !== undefined;
  const user = hasUser ? findPart(context, 'user', users) : undefined;
  return cluster === undefined || (hasUser && user === undefined) ? undefined : { cluster, user };
}

function findPart(
  context: Cursor,
  what: 'cluster' | 'user',
  entries: ReadonlyMap<string, Cursor>,
): Cursor | undefined {
  const name = context.text(what) ?? '';
  const entry = entries.get(name);
  if (entry === undefined) {
    const known = [...entries.keys()];
    context.at(what).report(clusterProblems['kubeconfig-name-unknown'], { what, name, known });
  }
  return entry;
}

async function readAccess(
  cluster: Cursor,
  user: Cursor | undefined,
  env: Environment,
): Promise<ClusterAccess | undefined> {
  const server = readServer(cluster);
  const proxy = readProxy(cluster);
  if (server === undefined) return undefined;
  // As kubectl: who could be listened to does not log in.
  if (server.protocol === 'http:') return { server, proxy };
  const isUnverified = cluster.flag('insecure-skip-tls-verify') === true;
  if (isUnverified) {
    cluster.at('insecure-skip-tls-verify').report(clusterProblems['cluster-unverified'], {});
  }
  const tls = {
    authority: readPem(cluster, 'certificate-authority'),
    serverName: cluster.text('tls-server-name'),
    isUnverified,
  };
  return { server, proxy, ...tls, ...(user && (await readCredentials(user, cluster, env))) };
}

function readServer(cluster: Cursor): URL | undefined {
  const address = cluster.text('server');
  const { url, reason } = address === undefined ? { reason: 'nothing' } : parseServer(address);
  if (url !== undefined) return url;
  const expected = 'the address of a server that starts with https:// or http://';
  const problem = { expected, found: reason };
  return cluster.at('server').report(clusterProblems['kubeconfig-wrong'], problem);
}

/** An address without a scheme is one for `https:`, as kubectl takes it. */
function parseServer(address: string): ReturnType<typeof parseAddress> {
  const { url, reason } = parseAddress(address.includes('://') ? address : `https://${address}`);
  return url === undefined ? { reason: `an address that cannot be used: ${reason}` } : { url };
}

function readProxy(cluster: Cursor): string | undefined {
  const proxy = cluster.text('proxy-url');
  if (proxy === undefined) return undefined;
  const protocol = URL.canParse(proxy) ? new URL(proxy).protocol : undefined;
  if (protocol === 'http:' || protocol === 'https:') return proxy;
  const found = protocol === undefined ? 'text' : shorten(protocol);
  const problem = { expected: 'the http or https address of a proxy', found };
  return cluster.at('proxy-url').report(clusterProblems['kubeconfig-wrong'], problem);
}
