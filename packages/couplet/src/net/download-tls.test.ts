import { Agent, fetch as fetchWith } from 'undici';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { Certificate } from '../testing/certificates.ts';
import { makeCertificate } from '../testing/certificates.ts';
import type { Answer } from '../testing/servers.ts';
import { serve, serveSecurely } from '../testing/servers.ts';
import { download } from './download.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

const good: Answer = (response) => response.end('{"a": 1}');

/** Trusts an authority, as NODE_EXTRA_CA_CERTS does for a process that begins. */
function trust({ cert }: Certificate): void {
  const dispatcher = new Agent({ connect: { ca: cert } });
  vi.stubGlobal('fetch', (url: URL, options: { redirect: 'manual'; signal: AbortSignal }) =>
    fetchWith(url, { ...options, dispatcher }),
  );
}

async function outcome(url: string): Promise<string> {
  const result = await download(url, 5);
  if (result instanceof Uint8Array) return Buffer.from(result).toString();
  const diagnostics = new Diagnostics();
  result.report(url, diagnostics);
  return diagnostics
    .list()
    .map(({ code, message }) => `${code}: ${message}`)
    .join('\n');
}

describe('a server with TLS', () => {
  test('is read if its certificate is good', async () => {
    const certificate = makeCertificate();
    trust(certificate);
    expect(await outcome(await serveSecurely(certificate, good))).toBe('{"a": 1}');
  });

  test.each<[string, Parameters<typeof makeCertificate>[0], string]>([
    ['has expired', { to: '20200201000000Z' }, 'certificate has expired'],
    ['is not valid yet', { from: '20890101000000Z' }, 'certificate is not yet valid'],
    [
      'is for another name',
      { name: 'DNS:tea.example.com' },
      "Hostname/IP does not match certificate's altnames",
    ],
  ])('is refused if its certificate %s', async (_, wishes, told) => {
    const certificate = makeCertificate(wishes);
    trust(certificate);
    const problem = await outcome(await serveSecurely(certificate, good));
    expect(problem).toContain('url-untrusted: no safe connection to the server: ');
    expect(problem).toContain(told);
  });

  test('is refused if nobody vouches for its certificate', async () => {
    expect(await outcome(await serveSecurely(makeCertificate(), good))).toBe(
      'url-untrusted: no safe connection to the server: "self-signed certificate"',
    );
  });

  test('is refused if there is none', async () => {
    const url = (await serve(good)).replace('http:', 'https:');
    expect(await outcome(url)).toContain('url-untrusted: no safe connection to the server: ');
  });

  test('may not send to one without', async () => {
    const certificate = makeCertificate();
    trust(certificate);
    const plain = await serve(good);
    const redirect: Answer = (response) => response.writeHead(302, { location: plain }).end();
    expect(await outcome(await serveSecurely(certificate, redirect))).toBe(
      'url-redirect-refused: the server sends elsewhere, and this is not followed: it leads from https: to http:',
    );
  });
});
