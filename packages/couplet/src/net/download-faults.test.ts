import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { Answer } from '../testing/servers.ts';
import { noPause, serve, serveNothing, serveSocket } from '../testing/servers.ts';
import { download } from './download.ts';

/** How long a document may take where it comes in the end: even a machine that is busy otherwise manages that. */
const ample = 30;

/** How long one may take where it never comes. */
const short = 0.3;

/** How much later than its limit a download ends on a machine that is busy otherwise. */
const lateness = 10;

/** The text that was downloaded, or what is told; and that it did not take too long. */
async function outcome(url: string, seconds: number = ample): Promise<string> {
  const started = performance.now();
  const result = await download(url, seconds, noPause);
  expect(performance.now() - started).toBeLessThan(1000 * (seconds + lateness));
  if (result instanceof Uint8Array) return Buffer.from(result).toString();
  const diagnostics = new Diagnostics();
  result.report(url, diagnostics);
  return diagnostics
    .list()
    .map(({ code, message }) => `${code}: ${message}`)
    .join('\n')
    .replaceAll(/127\.0\.0\.1:\d+/g, '<host>');
}

const good: Answer = (response) => response.end('{"a": 1}');
const document = '{"a": 1}';

/** Nearly as large as a document may be; packed, it is just too large for one read of a connection. */
const packed = gzipSync(Buffer.concat([Buffer.alloc(60 * 1024 * 1024), randomBytes(10 * 1024)]));

function status(code: number, headers: Record<string, string> = {}): Answer {
  return (response) => response.writeHead(code, headers).end('an error page');
}

const reset: Answer = (response) => response.socket?.resetAndDestroy();

describe('a fault of the moment is over with the next try', () => {
  test.each<[string, readonly Answer[]]>([
    ['500', [status(500)]],
    ['502', [status(502)]],
    ['503 twice', [status(503), status(503)]],
    ['504', [status(504)]],
    ['408', [status(408)]],
    ['429 without Retry-After', [status(429)]],
    ['429 with Retry-After in seconds', [status(429, { 'retry-after': '1' })]],
    [
      '503 with Retry-After as a date that is over',
      [status(503, { 'retry-after': 'Thu, 01 Jan 1970 00:00:00 GMT' })],
    ],
    ['503 with Retry-After that is neither', [status(503, { 'retry-after': 'soon' })]],
    ['a reset before the answer', [reset]],
    ['a connection that is closed before the answer', [(response) => response.destroy()]],
    [
      'a reset halfway',
      [
        (response) => {
          response
            .writeHead(200, { 'content-length': '8' })
            .write('{"a"', () => reset(response, response.req));
        },
      ],
    ],
    [
      'an end before the promised length',
      [
        (response) => {
          response
            .writeHead(200, { 'content-length': '8' })
            .write('{"a"', () => response.destroy());
        },
      ],
    ],
    [
      'chunks without the last one',
      [
        (response) => {
          response.writeHead(200).write('{"a"', () => response.destroy());
        },
      ],
    ],
  ])('%s', async (_, faults) => {
    expect(await outcome(await serve(...faults, good))).toBe(document);
  });
});

describe('what takes too long is left, and that is told', () => {
  test.each<[string, Answer]>([
    ['no answer', () => undefined],
    ['headers and no body', (response) => response.flushHeaders()],
    [
      'a drip without end',
      (response) => {
        const timer = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(timer));
      },
    ],
    [
      'a redirect to what never answers',
      (response, { url }) => {
        if (url === '/') response.writeHead(302, { location: '/silent' }).end();
      },
    ],
    [
      'gzip that never ends',
      (response) => {
        response.setHeader('content-encoding', 'gzip').write(packed.subarray(0, -8));
      },
    ],
    // What `fetch` does here in Node 20 and 22 is to wait for ever.
    [
      'gzip that takes longer to unpack than there is time',
      (response) => response.setHeader('content-encoding', 'gzip').end(packed),
    ],
  ])('%s', async (_, answer) => {
    expect(await outcome(await serve(answer), short)).toBe(
      'url-timed-out: the server has not sent the document within 0.3 seconds',
    );
  });
});

describe('a fault that stays is told', () => {
  test.each<[string, Answer, string]>([
    ['500', status(500), 'url-server-failed: the server fails (status 500)'],
    ['501, which is final', status(501), 'url-server-failed: the server fails (status 501)'],
    ['404', status(404), 'url-not-found: the server has no such document (status 404)'],
    ['403', status(403), 'url-forbidden: the server wants a login (status 403)'],
    ['429', status(429), 'url-request-refused: the server refuses the request (status 429)'],
    [
      '429 with a long Retry-After',
      status(429, { 'retry-after': '3600' }),
      'url-busy: the server asks to be left alone for 3600 seconds (status 429)',
    ],
    [
      '429 that may be asked again at once',
      status(429, { 'retry-after': '0' }),
      'url-request-refused: the server refuses the request (status 429)',
    ],
    [
      '503 that may be asked again at once',
      status(503, { 'retry-after': '0' }),
      'url-server-failed: the server fails (status 503)',
    ],
    [
      '503 with Retry-After without end',
      status(503, { 'retry-after': '99999999999999999999' }),
      'url-server-failed: the server fails (status 503)',
    ],
    [
      'a redirect in a circle',
      status(302, { location: '/x' }),
      'url-redirect-refused: the server sends elsewhere, and this is not followed: more than 5 times',
    ],
    [
      'a redirect to a file',
      status(302, { location: 'file:///etc/hostname' }),
      'url-redirect-refused: the server sends elsewhere, and this is not followed: "file:" is neither http: nor https:',
    ],
    [
      'a redirect with a password',
      status(307, { location: 'http://user:secret@127.0.0.1/' }),
      'url-redirect-refused: the server sends elsewhere, and this is not followed: it holds a user name or password',
    ],
    [
      'a redirect to nowhere',
      status(301),
      'url-redirect-refused: the server sends elsewhere, and this is not followed: it does not say where',
    ],
    [
      'no content',
      status(204),
      'url-without-document: the server answers without the document (status 204)',
    ],
    [
      'a part only',
      status(206, { 'content-range': 'bytes 0-3/8' }),
      'url-without-document: the server answers without the document (status 206)',
    ],
    [
      'a reset each time',
      reset,
      'url-broken-off: the connection broke off in the middle: "read ECONNRESET"',
    ],
    [
      'gzip that is none',
      (response) => response.setHeader('content-encoding', 'gzip').end(document),
      'url-broken-off: the connection broke off in the middle: "incorrect header check"',
    ],
    [
      'a gzip bomb',
      (response) => {
        response
          .setHeader('content-encoding', 'gzip')
          .end(gzipSync(Buffer.alloc(70 * 1024 * 1024)));
      },
      'too-large: it is larger than 64 MiB',
    ],
  ])('%s', async (_, fault, told) => {
    expect(await outcome(await serve(fault))).toBe(told);
  });

  test('a refused connection', async () => {
    expect(await outcome(await serveNothing())).toBe(
      'url-unreachable: no connection to the server: it refuses the connection',
    );
  });

  test.each<[string, (socket: Socket) => void, RegExp]>([
    ['a connection that is accepted and closed', (socket) => socket.end(), /^url-broken-off: /],
    ['no HTTP', (socket) => socket.end('SSH-2.0-OpenSSH_9\r\n'), /^url-broken-off: /],
    [
      'two lengths',
      (socket) =>
        socket.end('HTTP/1.1 200 OK\r\nContent-Length: 8\r\nContent-Length: 3\r\n\r\n{"a": 1}'),
      /^url-broken-off: /,
    ],
    [
      'headers without end',
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\n');
        const timer = setInterval(() => socket.write(`X: ${'x'.repeat(1000)}\r\n`), 1);
        socket.on('close', () => clearInterval(timer));
      },
      /^url-(?:broken-off|timed-out): /,
    ],
    [
      'a chunk whose size is no number',
      (socket) => socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n'),
      /^url-broken-off: /,
    ],
  ])('%s', async (_, talk, told) => {
    expect(await outcome(await serveSocket(talk))).toMatch(told);
  });

  test('gzip for the way is not asked for, since its end could not be checked', async () => {
    const url = await serve((response, request) => {
      response.end(String(request.headers['accept-encoding']));
    });
    expect(await outcome(url)).toBe('identity');
  });

  test('more bytes than the length says are not part of the document', async () => {
    const url = await serveSocket((socket) => {
      socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}{"evil": 1}');
    });
    expect(await outcome(url)).toBe('{}');
  });
});
