import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import { maximumBytes } from '../files/limits.ts';
import { noPause } from '../testing/servers.ts';
import { parseSource } from '../source/parse.ts';
import { readUrl } from './url.ts';

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

let server: Server;
let origin: string;
let answer: Answer;

beforeAll(async () => {
  server = createServer((request, response) => answer(response, request));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${portOf(server)}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function portOf(listening: Server): number {
  const address: AddressInfo | string | null = listening.address();
  if (address === null || typeof address === 'string')
    throw new Error('the server does not listen');
  return address.port;
}

async function read(url: string, timeoutSeconds = 10) {
  const diagnostics = new Diagnostics();
  const sources = await readUrl(url, timeoutSeconds, diagnostics, noPause);
  const problems = diagnostics.list().map(({ code, message, source }) => {
    return `${source?.replace(origin, '')} ${code}: ${message}`;
  });
  const texts = sources.map(({ bytes }) => Buffer.from(bytes).toString());
  return { sources, texts, problems };
}

/** What is told when the server answers like this. */
async function problemsOf(like: Answer, timeoutSeconds?: number): Promise<readonly string[]> {
  answer = like;
  const { texts, problems } = await read(`${origin}/x`, timeoutSeconds);
  expect(texts).toEqual([]);
  return problems;
}

describe('a document', () => {
  test('is read under the name of its address', async () => {
    answer = (response) => response.end('{"a": 1}');
    const { sources, texts, problems } = await read(`${origin}/api.json?x=1#y`);
    expect(problems).toEqual([]);
    expect(texts).toEqual(['{"a": 1}']);
    expect(sources[0]?.name).toBe(`${origin}/api.json?x=1#y`);
  });

  test('in gzip is kept as it came, or unpacked if the server packed it for the way', async () => {
    answer = (response) => response.end(gzipSync('a: 1'));
    const [file] = (await read(`${origin}/api.yaml.gz`)).sources;
    expect([...(file?.bytes ?? [])].slice(0, 2)).toEqual([0x1f, 0x8b]);
    answer = (response) => {
      response.setHeader('content-encoding', 'gzip').end(gzipSync('a: 1'));
    };
    expect((await read(`${origin}/api.yaml`)).texts).toEqual(['a: 1']);
  });

  test('that is a web page is told when it is parsed', async () => {
    answer = (response) => {
      response.setHeader('content-type', 'application/json').end('<!doctype html><p>Log in</p>');
    };
    const [page] = (await read(`${origin}/x`)).sources;
    const diagnostics = new Diagnostics();
    expect(page && (await parseSource(page, diagnostics))).toEqual([]);
    expect(diagnostics.list()).toMatchObject([{ code: 'html-page', source: `${origin}/x` }]);
  });

  test('without a body is read, and told when it is parsed', async () => {
    answer = (response) => response.end();
    expect((await read(`${origin}/x`)).texts).toEqual(['']);
  });

  test('above the limit is left, whatever length it claims', async () => {
    expect(
      await problemsOf((response) => {
        response.setHeader('content-encoding', 'gzip');
        response.end(gzipSync(Buffer.alloc(maximumBytes + 1)));
      }),
    ).toEqual(['/x too-large: it is larger than 64 MiB']);
  });
});

describe('a status', () => {
  test.each([
    [401, 'url-forbidden: the server wants a login (status 401)'],
    [403, 'url-forbidden: the server wants a login (status 403)'],
    [404, 'url-not-found: the server has no such document (status 404)'],
    [410, 'url-not-found: the server has no such document (status 410)'],
    [400, 'url-request-refused: the server refuses the request (status 400)'],
    [429, 'url-request-refused: the server refuses the request (status 429)'],
    [500, 'url-server-failed: the server fails (status 500)'],
    [503, 'url-server-failed: the server fails (status 503)'],
    [204, 'url-without-document: the server answers without the document (status 204)'],
    [206, 'url-without-document: the server answers without the document (status 206)'],
    [300, 'url-without-document: the server answers without the document (status 300)'],
    [304, 'url-without-document: the server answers without the document (status 304)'],
  ])('of %i is told', async (status, problem) => {
    expect(
      await problemsOf((response) => {
        response.writeHead(status).end(status === 204 || status === 304 ? undefined : '{"a": 1}');
      }),
    ).toEqual([`/x ${problem}`]);
  });
});

describe('a redirect', () => {
  function redirect(location: string): Answer {
    return (response) => response.writeHead(302, { location }).end('elsewhere');
  }

  test.each([301, 302, 303, 307, 308])('with status %i is followed', async (status) => {
    answer = (response, request) => {
      if (request.url === '/x/start') response.writeHead(status, { location: '../end?a=1' }).end();
      else response.end(request.url);
    };
    expect((await read(`${origin}/x/start`)).texts).toEqual(['/end?a=1']);
  });

  test('is followed five times, and not once more', async () => {
    let left = 5;
    answer = (response) => {
      if (left === 0) response.end('a: 1');
      else response.writeHead(302, { location: `/${(left -= 1)}` }).end();
    };
    expect((await read(`${origin}/x`)).texts).toEqual(['a: 1']);
    expect(await problemsOf(redirect('/x'))).toEqual([
      '/x url-redirect-refused: the server sends elsewhere, and this is not followed: more than 5 times',
    ]);
  });

  test.each([
    ['file:///etc/hostname', '"file:" is neither http: nor https:'],
    ['data:text/plain,a', '"data:" is neither http: nor https:'],
    ['http://user:secret@127.0.0.1/', 'it holds a user name or password'],
    ['http://[', 'it is no URL'],
  ])('to %s is not followed', async (location, reason) => {
    expect(await problemsOf(redirect(location))).toEqual([
      `/x url-redirect-refused: the server sends elsewhere, and this is not followed: ${reason}`,
    ]);
  });

  test('to nowhere is told', async () => {
    expect(await problemsOf((response) => response.writeHead(302).end())).toEqual([
      '/x url-redirect-refused: the server sends elsewhere, and this is not followed: it does not say where',
    ]);
  });
});

describe('an address', () => {
  test('with a password is refused, and the password not repeated', async () => {
    expect((await read('https://user:secret@example.com/a@b')).problems).toEqual([
      'https://…@example.com/a@b url-invalid: the address cannot be used: it holds a user name or password',
    ]);
  });

  test('that is none is refused', async () => {
    expect((await read('http://')).problems).toEqual([
      'http:// url-invalid: the address cannot be used: it is no URL',
    ]);
  });
});

describe('a connection', () => {
  test('that is refused is told', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => {
      closed.listen(0, '127.0.0.1', resolve);
    });
    const url = `http://127.0.0.1:${portOf(closed)}/`;
    await new Promise((resolve) => {
      closed.close(resolve);
    });
    expect((await read(url)).problems).toEqual([
      `${url} url-unreachable: no connection to the server: it refuses the connection`,
    ]);
  });

  test('to a name that nobody has is told', async () => {
    const [problem] = (await read('http://couplet.invalid/')).problems;
    expect(problem).toMatch(
      /^http:\/\/couplet\.invalid\/ url-unreachable: no connection to the server: its name /,
    );
  });

  test('to a port that is not for the web is told', async () => {
    expect((await read('http://127.0.0.1:25/')).problems).toEqual([
      'http://127.0.0.1:25/ url-unreachable: no connection to the server: "bad port"',
    ]);
  });

  test('to a server that speaks no TLS is told', async () => {
    answer = (response) => response.end();
    const [problem] = (await read(origin.replace('http:', 'https:'))).problems;
    expect(problem).toContain(' url-untrusted: no safe connection to the server: ');
  });

  test.each(['DEPTH_ZERO_SELF_SIGNED_CERT', 'CERT_HAS_EXPIRED', 'ERR_TLS_CERT_ALTNAME_INVALID'])(
    'to a server with a bad certificate is told: %s',
    async (code) => {
      const cause = Object.assign(new Error('the certificate is bad'), { code });
      vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed', { cause })));
      expect((await read('https://example.com/')).problems).toEqual([
        'https://example.com/ url-untrusted: no safe connection to the server: "the certificate is bad"',
      ]);
    },
  );

  test('that is closed before the answer is told', async () => {
    expect(await problemsOf((response) => response.destroy())).toEqual([
      '/x url-broken-off: the connection broke off in the middle: "other side closed"',
    ]);
  });

  test('that is closed before the length it promised is told', async () => {
    expect(
      await problemsOf((response) => {
        response.writeHead(200, { 'content-length': '100' }).write('{"a": 1}', () => {
          response.destroy();
        });
      }),
    ).toEqual(['/x url-broken-off: the connection broke off in the middle: "other side closed"']);
  });

  test('whose answer is no HTTP is told', async () => {
    const [problem] = await problemsOf((response) => {
      response.socket?.end('HTTP/9.9 nonsense\r\n\r\n');
    });
    expect(problem).toContain('/x url-broken-off: the connection broke off in the middle: ');
  });

  test('that never answers is left after the time-out', async () => {
    expect(await problemsOf(() => undefined, 0.2)).toEqual([
      '/x url-timed-out: the server has not sent the document within 0.2 seconds',
    ]);
  });

  test('that drips for ever is left after the time-out', async () => {
    const drip: Answer = (response) => {
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    };
    expect(await problemsOf(drip, 0.3)).toEqual([
      '/x url-timed-out: the server has not sent the document within 0.3 seconds',
    ]);
  });

  test('that redirects slowly is left after the time-out', async () => {
    const slowly: Answer = (response) => {
      setTimeout(() => response.writeHead(302, { location: '/x' }).end(), 150);
    };
    expect(await problemsOf(slowly, 0.4)).toEqual([
      '/x url-timed-out: the server has not sent the document within 0.4 seconds',
    ]);
  });
});
