import { spawn } from 'node:child_process';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Certificate } from '../testing/certificates.ts';
import { makeCertificate } from '../testing/certificates.ts';
import {
  bareApi,
  base64,
  configure,
  hasOpenSsl,
  kubeconfigOf,
  noDiscovery,
  problemsOf,
  serveCluster,
  token,
  writeKubeconfig,
} from '../testing/cluster.ts';
import { put, temporaryFolder } from '../testing/output-folder.ts';
import type { Answer } from '../testing/servers.ts';
import { serve, serveNothing, serveSocket } from '../testing/servers.ts';

/** What is told when a server answers like this. */
async function told(answer: Answer, timeoutSeconds?: number): Promise<readonly string[]> {
  const cluster = await serveCluster({ '/api': answer });
  return problemsOf(cluster.kubeconfig, timeoutSeconds === undefined ? {} : { timeoutSeconds });
}

describe.skipIf(!hasOpenSsl)('a connection', () => {
  test('shows the cluster the certificate and the token of the user', async () => {
    const cluster = await serveCluster(bareApi);
    const user = {
      token,
      'client-certificate-data': base64(cluster.client.cert),
      'client-key-data': base64(cluster.client.key),
    };
    expect(await problemsOf(configure(cluster, {}, user))).toEqual([]);
    expect(cluster.requests[0]?.headers.authorization).toBe(`Bearer ${token}`);
  });

  test('keeps the path that the address of the server has', async () => {
    const cluster = await serveCluster({
      '/k8s/a/api': noDiscovery,
      '/k8s/a/apis': noDiscovery,
      '/k8s/a/openapi/v3': {
        paths: {
          api: { serverRelativeURL: '/openapi/v3/api?hash=A%2F1' },
          apis: { serverRelativeURL: '/k8s/a/openapi/v3/apis' },
        },
      },
      '/k8s/a/openapi/v3/api?hash=A%2F1': { openapi: '3.0.0' },
      '/k8s/a/openapi/v3/apis': { openapi: '3.0.0' },
    });
    expect(await problemsOf(configure(cluster, { server: `${cluster.address}/k8s/a/` }))).toEqual(
      [],
    );
  });

  test('without TLS is used without credentials', async () => {
    const seen: (string | undefined)[] = [];
    const server = await serve((response, request) => {
      seen.push(request.headers.authorization);
      response.end(JSON.stringify(request.url === '/openapi/v2' ? { swagger: '' } : noDiscovery));
    });
    const kubeconfig = writeKubeconfig(kubeconfigOf({ server: `${server}/` }, { token }));
    expect(await problemsOf(kubeconfig)).toEqual([
      '/openapi/v3 cluster-answer-wrong: expected the list of the OpenAPI documents, found something else',
    ]);
    expect(new Set(seen)).toEqual(new Set([undefined]));
  });

  test('to a server with the name of another is good if the kubeconfig says so', async () => {
    const authority = makeCertificate({ name: 'DNS:tea.example.com' });
    const cluster = await serveCluster(bareApi, { authority });
    const problems = await problemsOf(configure(cluster));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(
      '/api cluster-untrusted: no safe connection to the cluster: "Hostname/IP does not match certificate\'s altnames: IP: 127.0.0.1 is not in th',
    );
    const named = { 'tls-server-name': 'tea.example.com' };
    expect(await problemsOf(configure(cluster, named))).toEqual([]);
  });

  test('to a server that nobody vouches for is refused, unless the user wants it', async () => {
    const cluster = await serveCluster(bareApi);
    const nobody = { 'certificate-authority-data': undefined };
    expect(await problemsOf(configure(cluster, nobody))).toEqual([
      '/api cluster-untrusted: no safe connection to the cluster: "self-signed certificate"',
    ]);
    const other = { 'certificate-authority-data': base64(makeCertificate().cert) };
    expect(await problemsOf(configure(cluster, other))).toEqual([
      '/api cluster-untrusted: no safe connection to the cluster: "self-signed certificate"',
    ]);
    const careless = { ...nobody, 'insecure-skip-tls-verify': true };
    expect(await problemsOf(configure(cluster, careless))).toEqual([
      ' cluster-unverified: insecure-skip-tls-verify is set: anybody on the way can pose as the cluster',
    ]);
  });

  test.each<[string, Parameters<typeof makeCertificate>[0], string]>([
    ['has expired', { to: '20200201000000Z' }, 'certificate has expired'],
    ['is not valid yet', { from: '20890101000000Z' }, 'certificate is not yet valid'],
  ])('to a server whose certificate %s is refused', async (_, wishes, reason) => {
    const cluster = await serveCluster(bareApi, { authority: makeCertificate(wishes) });
    expect(await problemsOf(cluster.kubeconfig)).toEqual([
      `/api cluster-untrusted: no safe connection to the cluster: "${reason}"`,
    ]);
  });
});

describe.skipIf(!hasOpenSsl)('a client certificate', () => {
  function userOf({ cert, key }: Certificate): object {
    return { 'client-certificate-data': base64(cert), 'client-key-data': base64(key) };
  }

  /** A server that tells why it refuses a client, which Node's does not: that of `openssl`, with TLS 1.2. */
  async function serveWithAlert(): Promise<string> {
    const folder = temporaryFolder();
    const { cert, key } = makeCertificate();
    put(folder, { 'cert.pem': cert, 'key.pem': key });
    const strict = ['-Verify', '1', '-verify_return_error', '-tls1_2', '-www'];
    const files = ['-cert', 'cert.pem', '-key', 'key.pem', '-CAfile', 'cert.pem'];
    const args = ['s_server', '-accept', '127.0.0.1:0', ...strict, ...files];
    const server = spawn('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
    onTestFinished(() => {
      server.kill();
    });
    let printed = '';
    for await (const chunk of server.stdout) {
      printed += String(chunk);
      const port = /ACCEPT 127\.0\.0\.1:(\d+)/.exec(printed)?.[1];
      if (port !== undefined) return `https://127.0.0.1:${port}`;
    }
    throw new Error(`openssl does not listen: ${printed}`);
  }

  test.each<[string, () => object]>([
    ['is missing', () => ({ token })],
    ['is from somebody else', () => userOf(makeCertificate())],
  ])('that %s is refused by the cluster, and that is told', async (_, user) => {
    const [problem, ...others] = await problemsOf(
      configure(await serveCluster(bareApi), {}, user()),
    );
    expect(others).toEqual([]);
    expect(problem).toBe(
      '/api cluster-hung-up: the cluster hung up without an answer: "other side closed"',
    );
  });

  test('that is missing is told by an alert where the handshake has one for it', async () => {
    const server = await serveWithAlert();
    const cluster = { server, 'insecure-skip-tls-verify': true };
    expect(await problemsOf(writeKubeconfig(kubeconfigOf(cluster, { token })))).toEqual([
      ' cluster-unverified: insecure-skip-tls-verify is set: anybody on the way can pose as the cluster',
      '/api cluster-alert: the cluster refuses the TLS connection: "sslv3 alert handshake failure"',
    ]);
  });

  test('that has expired is told before the cluster refuses it', async () => {
    const client = makeCertificate({ to: '20200201000000Z' });
    const [warning, error] = await problemsOf((await serveCluster(bareApi, { client })).kubeconfig);
    expect(warning).toBe(' certificate-expired: the client certificate has expired on 2020-02-01');
    expect(error).toContain('/api cluster-hung-up: ');
  });
});

describe.skipIf(!hasOpenSsl)('an answer', () => {
  test.each([
    [401, 'cluster-unauthorised: the cluster does not accept the credentials (status 401)'],
    [
      302,
      'url-redirect-refused: the server sends elsewhere, and this is not followed: the cluster must answer itself',
    ],
    [400, 'url-request-refused: the server refuses the request (status 400)'],
    [500, 'url-server-failed: the server fails (status 500)'],
    [503, 'url-server-failed: the server fails (status 503)'],
    [204, 'url-without-document: the server answers without the document (status 204)'],
  ])('with status %i is told', async (status, problem) => {
    const refuse: Answer = (response) => {
      response.writeHead(status, { location: 'https://tea.example.com/login' }).end();
    };
    expect(await told(refuse)).toEqual([`/api ${problem}`]);
  });

  test('that forbids the documents is told', async () => {
    const forbid: Answer = (response) => response.writeHead(403).end(`{"message":"${token}"}`);
    const cluster = await serveCluster({ ...bareApi, '/openapi/v3': forbid });
    expect(await problemsOf(cluster.kubeconfig)).toEqual([
      '/openapi/v3 cluster-forbidden: the cluster does not allow this to be read (status 403)',
    ]);
  });

  test('that comes after a fault of the moment is taken', async () => {
    let count = 0;
    const falter: Answer = (response) => {
      count += 1;
      if (count === 1) response.writeHead(429, { 'retry-after': '0' }).end();
      else if (count === 2) response.destroy();
      else response.end(JSON.stringify(noDiscovery));
    };
    const cluster = await serveCluster({ ...bareApi, '/api': falter });
    expect(await problemsOf(cluster.kubeconfig)).toEqual([]);
  });

  test('that is shorter than it promised is told', async () => {
    const half: Answer = (response) => {
      response
        .writeHead(200, { 'content-length': '100' })
        .write('{"kind"', () => response.destroy());
    };
    expect(await told(half)).toEqual([
      '/api url-broken-off: the connection broke off in the middle: "other side closed"',
    ]);
  });

  test.each<[string, Answer]>([
    ['never comes', () => undefined],
    [
      'never ends',
      (response) => {
        const timer = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(timer));
      },
    ],
  ])('that %s is left after the time-out', async (_, answer) => {
    expect(await told(answer, 0.5)).toEqual([
      '/api url-timed-out: the server has not sent the document within 0.5 seconds',
    ]);
  });

  test('that is one of many slow ones is left when all of them have taken too long', async () => {
    const names = Array.from({ length: 300 }, (_, index) => `/openapi/v3/apis/${index}`);
    const slow: Answer = (response) => {
      setTimeout(() => response.end('{"openapi": "3.0.0"}'), 150);
    };
    const cluster = await serveCluster({
      ...bareApi,
      '/openapi/v3': {
        paths: Object.fromEntries(names.map((name) => [name, { serverRelativeURL: name }])),
      },
      ...Object.fromEntries(names.map((name) => [name, slow])),
    });
    const started = performance.now();
    const problems = await problemsOf(cluster.kubeconfig, { timeoutSeconds: 0.3 });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('url-timed-out: ');
    expect(performance.now() - started).toBeLessThan(6000);
  });

  test('breaks off the others if it fails', async () => {
    const paths = { api: '/openapi/v3/api', apis: '/openapi/v3/apis' };
    const cluster = await serveCluster({
      ...bareApi,
      '/openapi/v3': {
        paths: Object.fromEntries(
          Object.entries(paths).map(([name, path]) => [name, { serverRelativeURL: path }]),
        ),
      },
      [paths.api]: () => undefined,
      [paths.apis]: (response) => response.writeHead(401).end(),
    });
    const started = performance.now();
    expect(await problemsOf(cluster.kubeconfig, { timeoutSeconds: 60 })).toEqual([
      '/openapi/v3/apis cluster-unauthorised: the cluster does not accept the credentials (status 401)',
    ]);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

describe.skipIf(!hasOpenSsl)('a server', () => {
  test.each<[string, () => Promise<string>, string]>([
    ['that is not there', serveNothing, 'url-unreachable: no connection to the server: it refuses'],
    ['without TLS', () => serve((response) => response.end()), 'cluster-untrusted: no safe conn'],
    [
      'that says nothing sensible',
      () => serveSocket((socket) => socket.end('\u0015\u0003 nonsense')),
      'cluster-untrusted: no safe connection to the cluster',
    ],
  ])('%s is told', async (_, start, problem) => {
    const server = (await start()).replace('http:', 'https:');
    const [first] = await problemsOf(writeKubeconfig(kubeconfigOf({ server }, { token })));
    expect(first).toContain(`/api ${problem}`);
  });
});

test.skipIf(!hasOpenSsl)('a slow handshake is left after the time-out', async () => {
  const address = await serveSocket(() => undefined);
  const server = address.replace('http:', 'https:');
  const kubeconfig = writeKubeconfig(kubeconfigOf({ server }, { token }));
  expect(await problemsOf(kubeconfig, { timeoutSeconds: 0.5 })).toEqual([
    '/api url-timed-out: the server has not sent the document within 0.5 seconds',
  ]);
});
