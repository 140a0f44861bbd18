import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { serve, serveNothing, serveSocket } from '../testing/servers.ts';
import { isProxied } from './proxy.ts';

const variables = ['http_proxy', 'https_proxy', 'no_proxy'];

beforeEach(() => {
  // The connections of a process go through one proxy; each test is to have its own.
  vi.resetModules();
  for (const name of variables) {
    vi.stubEnv(name, undefined);
    vi.stubEnv(name.toUpperCase(), undefined);
  }
});

afterEach(() => {
  vi.unstubAllEnvs();
});

async function outcome(url: string): Promise<string> {
  const { download } = await import('./download.ts');
  const result = await download(url, 2);
  return result instanceof Uint8Array ? Buffer.from(result).toString() : result.code;
}

/** A proxy that takes every CONNECT to one server, whatever the host is called. */
async function proxyTo(origin: string): Promise<string> {
  return serveSocket((socket) => {
    socket.once('data', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      const server = connect(Number(new URL(origin).port), '127.0.0.1');
      server.on('error', () => socket.destroy());
      socket.pipe(server).pipe(socket);
    });
  });
}

describe('a proxy of the environment', () => {
  test('is asked for what has no name here', async () => {
    const origin = await serve((response, { headers }) => response.end(headers.host));
    vi.stubEnv('HTTP_PROXY', await proxyTo(origin));
    expect(await outcome('http://tea.invalid/api.json')).toBe('tea.invalid');
  });

  test('is not asked for hosts in NO_PROXY', async () => {
    const origin = await serve((response) => response.end('direct'));
    vi.stubEnv('http_proxy', await serveNothing());
    vi.stubEnv('no_proxy', '127.0.0.1');
    expect(await outcome(origin)).toBe('direct');
  });

  test('is another one once the environment names another one', async () => {
    const origin = await serve((response) => response.end('direct'));
    vi.stubEnv('HTTP_PROXY', await proxyTo(origin));
    expect(await outcome('http://tea.invalid/')).toBe('direct');
    vi.stubEnv('HTTP_PROXY', await serveNothing());
    expect(await outcome('http://tea.invalid/')).toBe('url-unreachable');
  });

  test('that is not there is told', async () => {
    const origin = await serve((response) => response.end('direct'));
    vi.stubEnv('http_proxy', await serveNothing());
    expect(await outcome(origin)).toBe('url-unreachable');
  });

  test('that refuses is told', async () => {
    vi.stubEnv(
      'https_proxy',
      await serveSocket((socket) => {
        socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n');
      }),
    );
    expect(await outcome('https://tea.invalid/')).toBe('url-broken-off');
  });

  test('counts if it is not empty', () => {
    expect(isProxied()).toBe(false);
    vi.stubEnv('HTTPS_PROXY', '');
    expect(isProxied()).toBe(false);
    vi.stubEnv('HTTPS_PROXY', 'http://127.0.0.1:1');
    expect(isProxied()).toBe(true);
  });
});
