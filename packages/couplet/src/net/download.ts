import { parseAddress } from './address.ts';
import { collect } from './collect.ts';
import type { Failure } from './failure.ts';
import { failure, failureOfError, failureOfStatus } from './failure.ts';
import { maximumBytes } from '../files/limits.ts';
import type { Answer, Fetch } from './proxy.ts';
import { fetchThroughProxy, isProxied } from './proxy.ts';
import { netProblems } from './problems.ts';
import type { Sleep } from './retry.ts';
import { retry } from './retry.ts';
import { until } from './until.ts';

const maximumRedirects = 5;

/**
 * Documents are asked for as they are: `fetch` takes gzip that is cut off for the whole, and then the length that the
 * server promised says nothing of what was unpacked.
 */
const headers: Readonly<Record<string, string>> = { 'accept-encoding': 'identity' };

/**
 * Downloads what is at an http(s) address. It has so many seconds for everything: connecting, redirects, further tries
 * after faults of the moment, and the last byte.
 *
 * @param sleep makes the pauses between tries
 */
export async function download(
  address: string,
  timeoutSeconds: number,
  sleep?: Sleep,
): Promise<Uint8Array | Failure> {
  const { url, reason } = parseAddress(address);
  if (url === undefined) return failure(netProblems['url-invalid'], { reason });
  return retry((signal) => tryOnce(url, signal, timeoutSeconds), timeoutSeconds, sleep);
}

async function tryOnce(
  url: URL,
  signal: AbortSignal,
  timeoutSeconds: number,
): Promise<Uint8Array | Failure> {
  try {
    return await until(signal, ask(url, signal));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return failureOfError(error, timeoutSeconds);
  }
}

async function ask(url: URL, signal: AbortSignal): Promise<Uint8Array | Failure> {
  const answer = await follow(url, signal);
  if ('isTransient' in answer) return answer;
  const bytes = answer.body === null ? new Uint8Array() : await collect(answer.body);
  return bytes ?? failure(netProblems['too-large'], { limit: maximumBytes });
}

/**
 * The answer that holds the document, or why there is none. Redirects are followed here rather than by `fetch`, which
 * would not tell where they lead.
 */
async function follow(start: URL, signal: AbortSignal): Promise<Answer | Failure> {
  const fetchOnce: Fetch = isProxied() ? await fetchThroughProxy() : fetch;
  let url = start;
  for (let redirects = 0; redirects <= maximumRedirects; redirects += 1) {
    const answer = await fetchOnce(url, { redirect: 'manual', signal, headers });
    if (answer.status === 200 || answer.status === 203) return answer;
    await answer.body?.cancel();
    if (![301, 302, 303, 307, 308].includes(answer.status)) {
      return failureOfStatus(answer.status, answer.headers.get('retry-after'));
    }
    const location = answer.headers.get('location');
    if (location === null) return refusal('it does not say where');
    const next = parseAddress(location, url.href);
    if (next.url === undefined) return refusal(next.reason);
    if (url.protocol === 'https:' && next.url.protocol === 'http:') {
      return refusal('it leads from https: to http:');
    }
    ({ url } = next);
  }
  return refusal(`more than ${maximumRedirects} times`);
}

function refusal(reason: string): Failure {
  return failure(netProblems['url-redirect-refused'], { reason });
}
