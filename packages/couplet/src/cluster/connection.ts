import type { fetch as undiciFetch } from 'undici';
import { collect } from '../net/collect.ts';
import type { Failure } from '../net/failure.ts';
import { failure, failureOfError, failureOfStatus, rootCause } from '../net/failure.ts';
import { maximumBytes } from '../files/limits.ts';
import type { Sleep } from '../net/retry.ts';
import { retry } from '../net/retry.ts';
import { until } from '../net/until.ts';
import type { ClusterAccess } from './access-data.ts';
import type { Environment } from './kubeconfig.ts';
import type { ClusterDispatcher } from './dispatcher.ts';
import { openDispatcher } from './dispatcher.ts';
import { clusterProblems } from './problems.ts';
import { netProblems } from '../net/problems.ts';

/** The time that the cluster may take for a document until its last byte, further tries included. */
export const defaultTimeoutSeconds = 60;

/** The factor by which all documents together may take longer than one. */
const allDocuments = 10;

/** The number of bytes that a cluster may have in all. The largest ones have about 50 MB. */
const maximumTotalBytes = 8 * maximumBytes;

/** A connection to a cluster, on which documents are read. Nothing else is ever asked of the cluster. */
export class ClusterConnection {
  readonly #access: ClusterAccess;
  readonly #fetch: typeof undiciFetch;
  readonly #dispatcher: ClusterDispatcher;
  readonly #timeoutSeconds: number;
  readonly #sleep: Sleep | undefined;
  /** The time by which all documents must have been read. */
  readonly #end: number;
  #bytesLeft: number = maximumTotalBytes;

  private constructor(
    access: ClusterAccess,
    fetch: typeof undiciFetch,
    dispatcher: ClusterDispatcher,
    timeoutSeconds: number,
    sleep: Sleep | undefined,
  ) {
    this.#access = access;
    this.#fetch = fetch;
    this.#dispatcher = dispatcher;
    this.#timeoutSeconds = timeoutSeconds;
    this.#sleep = sleep;
    this.#end = performance.now() + allDocuments * timeoutSeconds * 1000;
  }

  /** @param sleep makes the pauses between tries */
  static async open(
    access: ClusterAccess,
    env: Environment,
    timeoutSeconds: number,
    sleep?: Sleep,
  ): Promise<ClusterConnection> {
    // Loaded on demand: it takes as long to load as all the rest of the command.
    const undici = await import('undici');
    const dispatcher = openDispatcher(access, env, undici);
    return new ClusterConnection(access, undici.fetch, dispatcher, timeoutSeconds, sleep);
  }

  /** Names a document for messages: by its address, without what the cluster wrote behind a question mark. */
  nameOf(path: string): string {
    return this.#addressOf(path).href.replace(/\?.*$/, '');
  }

  /**
   * Reads what is at a path of the API server. Redirects are not followed: nobody but the cluster gets the credentials.
   *
   * @param accept the content types that are understood
   */
  get(path: string, accept: string = 'application/json'): Promise<Uint8Array | Failure> {
    const secondsLeft = Math.max(0, this.#end - performance.now()) / 1000;
    return retry(
      (signal) => this.#tryOnce(path, accept, signal),
      Math.min(this.#timeoutSeconds, secondsLeft),
      this.#sleep,
    );
  }

  /** Breaks off whatever is still under way. */
  async close(): Promise<void> {
    await this.#dispatcher.destroy();
  }

  async #tryOnce(path: string, accept: string, signal: AbortSignal): Promise<Uint8Array | Failure> {
    const { token } = this.#access;
    const headers = {
      accept,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
    const dispatcher = this.#dispatcher;
    let hasAnswered = false;
    const ask = async (): Promise<Uint8Array | Failure> => {
      const options = { headers, dispatcher, signal, redirect: 'manual' } as const;
      const answer = await this.#fetch(this.#addressOf(path), options);
      hasAnswered = true;
      if (answer.status === 200) return await this.#collect(answer.body ?? noBytes());
      await answer.body?.cancel();
      return failureOfAnswer(answer.status, answer.headers.get('retry-after'));
    };
    try {
      return await until(signal, ask());
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      return failureOfConnection(error, hasAnswered, this.#timeoutSeconds);
    }
  }

  async #collect(body: AsyncIterable<Uint8Array>): Promise<Uint8Array | Failure> {
    const bytes = await collect(body);
    if (bytes === undefined) return failure(netProblems['too-large'], { limit: maximumBytes });
    this.#bytesLeft -= bytes.length;
    if (this.#bytesLeft >= 0) return bytes;
    return failure(clusterProblems['cluster-too-large'], {
      limit: `${maximumTotalBytes / 1024 / 1024} MiB`,
    });
  }

  /** The server's own address may have a path, which is in front of all others unless the cluster says so itself. */
  #addressOf(path: string): URL {
    const address = new URL(this.#access.server);
    const [pathname = '', search = ''] = path.split(/\?(.*)/s);
    const base = address.pathname.replace(/\/+$/, '');
    address.pathname = pathname.startsWith(`${base}/`) ? pathname : `${base}${pathname}`;
    address.search = search;
    return address;
  }
}

async function* noBytes(): AsyncIterable<Uint8Array> {}

function failureOfAnswer(status: number, retryAfter: string | null): Failure {
  if (status === 401) return failure(clusterProblems['cluster-unauthorised'], {});
  if (status === 403) return failure(clusterProblems['cluster-forbidden'], {});
  if (status >= 300 && status < 400) {
    return failure(netProblems['url-redirect-refused'], {
      reason: 'the cluster must answer itself',
    });
  }
  return failureOfStatus(status, retryAfter);
}

/** As with any address; what concerns certificates is told as it is corrected, in the kubeconfig. */
function failureOfConnection(error: Error, hasAnswered: boolean, timeoutSeconds: number): Failure {
  const { code, message } = rootCause(error);
  if (code.includes('_ALERT_')) {
    // OpenSSL's own words, without its numbers: `tlsv1 alert unknown ca`.
    const reason = /\b\w+ alert [\w ]+/.exec(message)?.[0] ?? message;
    return failure(clusterProblems['cluster-alert'], { reason });
  }
  // undici has no code for it.
  const proxyStatus = /^Proxy response \((\d{3})\)/.exec(message)?.[1];
  if (proxyStatus !== undefined)
    return failure(clusterProblems['proxy-refused'], { status: Number(proxyStatus) });
  const general = failureOfError(error, timeoutSeconds);
  if (general.code === 'url-untrusted')
    return failure(clusterProblems['cluster-untrusted'], { reason: message });
  if (general.code !== 'url-broken-off' || hasAnswered) return general;
  return failure(clusterProblems['cluster-hung-up'], { reason: message }, { isTransient: true });
}
