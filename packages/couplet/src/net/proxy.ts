/** The parts of an answer that are used, whichever `fetch` gives it. */
export interface Answer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: (AsyncIterable<Uint8Array> & { cancel(): Promise<void> }) | null;
}

/** The form of `fetch`, as far as it is used. */
export type Fetch = (
  url: URL,
  options: {
    readonly redirect: 'manual';
    readonly signal: AbortSignal;
    readonly headers: Readonly<Record<string, string>>;
  },
) => Promise<Answer>;

const variables = ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY'];

/** Tells whether the environment names a proxy, in the variables that curl and others heed. */
export function isProxied(): boolean {
  return variables.some((name) => (process.env[name] ?? '') !== '');
}

/** The connections through the proxies that the environment named last. */
let last: { readonly proxies: string; readonly fetch: Promise<Fetch> } | undefined;

/**
 * A `fetch` that goes through the proxies of `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY`, which Node's own does not.
 * It is loaded only where there is a proxy, and connections are used again as long as the proxies are the same.
 */
export function fetchThroughProxy(): Promise<Fetch> {
  const proxies = JSON.stringify(variables.map((name) => process.env[name]));
  if (last?.proxies === proxies) return last.fetch;
  const loaded: Promise<Fetch> = import('undici').then(
    ({ EnvHttpProxyAgent, fetch: fetchWith }) => {
      const dispatcher = new EnvHttpProxyAgent();
      return (url, options) => fetchWith(url, { ...options, dispatcher });
    },
  );
  last = { proxies, fetch: loaded };
  return loaded;
}
