import { createServer } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { makeCertificate } from '../testing/certificates.ts';
import type { TestCluster } from '../testing/cluster.ts';
import {
  bareApi,
  configure,
  hasOpenSsl,
  kubeconfigOf,
  problemsOf,
  serveCluster,
  token,
  writeKubeconfig,
} from '../testing/cluster.ts';
import { listen, serveSocket } from '../testing/servers.ts';

describe.skipIf(!hasOpenSsl)('a proxy', () => {
  /** A proxy on this machine that leads every name to this machine. */
  async function serveProxy(): Promise<{ address: string; asked: readonly string[] }> {
    const asked: string[] = [];
    const proxy = createServer((_request, response) => response.writeHead(400).end());
    proxy.on('connect', (request, socket) => {
      asked.push(request.url ?? '');
      const port = Number(new URL(`https://${request.url}`).port);
      const target = connect(port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        target.pipe(socket).pipe(target);
      });
      target.on('error', () => socket.destroy());
      socket.on('error', () => target.destroy());
    });
    return { address: `http://127.0.0.1:${await listen(proxy)}`, asked };
  }

  async function setUp(): Promise<{ cluster: TestCluster; server: string; name: string }> {
    const authority = makeCertificate({ name: 'DNS:tea.example.com' });
    const cluster = await serveCluster(bareApi, { authority });
    const name = `tea.example.com:${new URL(cluster.address).port}`;
    return { cluster, server: `https://${name}`, name };
  }

  test('of the kubeconfig is used, and the cluster is met behind it with mutual TLS', async () => {
    const { cluster, server, name } = await setUp();
    const proxy = await serveProxy();
    const kubeconfig = configure(cluster, { server, 'proxy-url': proxy.address });
    expect(await problemsOf(kubeconfig)).toEqual([]);
    expect(new Set(proxy.asked)).toEqual(new Set([name]));
  });

  test.each(['HTTPS_PROXY', 'https_proxy'])('of %s is used', async (variable) => {
    const { cluster, server, name } = await setUp();
    const proxy = await serveProxy();
    const env = { [variable]: proxy.address };
    expect(await problemsOf(configure(cluster, { server }), { env })).toEqual([]);
    expect(new Set(proxy.asked)).toEqual(new Set([name]));
  });

  test('that fails is told', async () => {
    const { cluster, server } = await setUp();
    const refusing = await serveSocket((socket) => {
      socket.once('data', () => socket.end('HTTP/1.1 407 Log in first\r\n\r\n'));
    });
    const env = { HTTPS_PROXY: refusing };
    expect(await problemsOf(configure(cluster, { server }), { env })).toEqual([
      '/api proxy-refused: the proxy gives no connection to the cluster (status 407)',
    ]);
  });

  test.each([
    { server: 'https://127.0.0.1', env: {} },
    { server: 'https://localhost', env: {} },
    { server: 'https://10.1.2.3', env: { NO_PROXY: 'x.example.com,10.0.0.0/8' } },
    { server: 'https://[fd00::1]', env: { no_proxy: 'fd00::/8 10.0.0.0/' } },
    { server: 'https://tea.example.com', env: { NO_PROXY: '.example.com' } },
  ])('is not asked for $server with $env', async ({ server, env }) => {
    const proxy = await serveProxy();
    const kubeconfig = writeKubeconfig(kubeconfigOf({ server: `${server}:6443` }, { token }));
    await problemsOf(kubeconfig, {
      env: { ...env, HTTPS_PROXY: proxy.address },
      timeoutSeconds: 0.3,
    });
    expect(proxy.asked).toEqual([]);
  });

  test.each([
    { server: 'https://10.1.2.3', env: { NO_PROXY: '10.2.0.0/16,10.1.2.0/,10.1.2.0/40,tea/8' } },
    { server: 'https://fd00.example.com', env: { NO_PROXY: 'fd00::/8' } },
  ])('is asked for $server with $env', async ({ server, env }) => {
    const proxy = await serveProxy();
    const kubeconfig = writeKubeconfig(kubeconfigOf({ server: `${server}:6443` }, { token }));
    await problemsOf(kubeconfig, {
      env: { ...env, HTTPS_PROXY: proxy.address },
      timeoutSeconds: 0.6,
    });
    expect(proxy.asked.length).toBeGreaterThan(0);
  });
});
