import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import { shorten } from '../diagnostic/problem.ts';
import { placeInText } from '../diagnostic/place.ts';
import type { Problem } from '../diagnostic/problem.ts';
import { netProblems } from './problems.ts';

/** The reason why a document was not downloaded. */
export interface Failure {
  readonly code: string;
  /** Reports it as a problem of the source with the given name. */
  readonly report: (source: string, diagnostics: Diagnostics) => void;
  /** True where another try may go well. */
  readonly isTransient: boolean;
  /** The seconds for which the server wants to be left alone. */
  readonly waitSeconds: number | undefined;
}

interface Hope {
  readonly isTransient?: boolean;
  readonly waitSeconds?: number | undefined;
}

export function failure<Parameters>(
  problem: Problem<Parameters>,
  parameters: NoInfer<Parameters>,
  { isTransient = false, waitSeconds }: Hope = {},
): Failure {
  return {
    code: problem.code,
    report: (source, diagnostics) => diagnostics.report(problem, parameters, placeInText(source)),
    isTransient,
    waitSeconds,
  };
}

/** Statuses that tell of a moment rather than of the document (RFC 9110, RFC 6585). */
const transientStatuses: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

/** Tells what an answer without the document means. */
export function failureOfStatus(status: number, retryAfter: string | null): Failure {
  const isTransient = transientStatuses.has(status);
  const waitSeconds = isTransient ? secondsUntil(retryAfter) : undefined;
  const hope: Hope = { isTransient, waitSeconds };
  if (status === 401 || status === 403 || status === 407) {
    return failure(netProblems['url-forbidden'], { status });
  }
  if (status === 404 || status === 410) return failure(netProblems['url-not-found'], { status });
  // A server that may be asked again at once does not ask to be left alone.
  if (waitSeconds !== undefined && waitSeconds > 0)
    return failure(netProblems['url-busy'], { status, seconds: waitSeconds }, hope);
  if (status >= 500) return failure(netProblems['url-server-failed'], { status }, hope);
  if (status >= 400) return failure(netProblems['url-request-refused'], { status }, hope);
  return failure(netProblems['url-without-document'], { status });
}

/** The `Retry-After` of an answer, which is a number of seconds or a date. */
function secondsUntil(retryAfter: string | null): number | undefined {
  if (retryAfter === null) return undefined;
  if (/^\d{1,9}$/.test(retryAfter)) return Number(retryAfter);
  const date = Date.parse(retryAfter);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - Date.now()) / 1000));
}

const unreachable = new Map([
  ['ECONNREFUSED', 'it refuses the connection'],
  ['ENOTFOUND', 'its name is unknown'],
  ['EAI_AGAIN', 'its name cannot be looked up'],
  ['EHOSTUNREACH', 'there is no way to it'],
  ['ENETUNREACH', 'there is no way to it'],
  ['ETIMEDOUT', 'it does not answer'],
  ['UND_ERR_CONNECT_TIMEOUT', 'it does not answer'],
]);

/** Node's codes for certificates that do not check out, and for servers that speak no TLS. */
const untrusted = /CERT|CRL|_CA$|^UNABLE_TO|^ERR_(?:SSL|TLS)|^EPROTO$|^HOSTNAME/;

/** Tells what an error of `fetch` means, or one of the stream that it gave. */
export function failureOfError(error: Error, seconds: number): Failure {
  if (error.name === 'TimeoutError') return failure(netProblems['url-timed-out'], { seconds });
  const { code, message } = rootCause(error);
  const reason = unreachable.get(code);
  if (reason !== undefined) {
    return failure(
      netProblems['url-unreachable'],
      { reason },
      { isTransient: code !== 'ENOTFOUND' },
    );
  }
  if (untrusted.test(code)) return failure(netProblems['url-untrusted'], { reason: message });
  if (code === '') return failure(netProblems['url-unreachable'], { reason: shorten(message) });
  return failure(netProblems['url-broken-off'], { reason: message }, { isTransient: true });
}

/** Finds what is behind the "fetch failed" of `fetch`, which tells nothing itself. */
export function rootCause(error: Error): { readonly code: string; readonly message: string } {
  let { cause, message } = error;
  let code = '';
  while (cause instanceof Error) {
    ({ message } = cause);
    if ('code' in cause && typeof cause.code === 'string') ({ code } = cause);
    cause = cause.cause;
  }
  return { code, message };
}
