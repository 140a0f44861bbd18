import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import { put, temporaryFolder } from '../testing/output-folder.ts';
import { serve } from '../testing/servers.ts';
import { mirror, mirrorPath } from './origin.ts';

const url = 'https://example.com/tea/v1/crds.yaml';

/** What a mirror gives for an address. */
async function read(place: string, address: string = url): Promise<string> {
  const result = await mirror(place, 2)(address);
  if (result instanceof Uint8Array) return Buffer.from(result).toString();
  const diagnostics = new Diagnostics();
  result.report(address, diagnostics);
  return diagnostics
    .list()
    .map(({ code, message }) => `${code}: ${message}`.replaceAll(place, '<mirror>'))
    .join('\n');
}

describe('mirrorPath', () => {
  it.each([
    ['https://example.com/a/b.yaml', 'example.com/a/b.yaml'],
    ['https://example.com:8443/a', 'example.com%3A8443/a'],
    ['https://example.com', 'example.com/index'],
    ['https://example.com/a/', 'example.com/a/index'],
    ['https://example.com/a?b=/../c#d', 'example.com/a%3Fb=%2F..%2Fc'],
    ['https://example.com/../../a', 'example.com/a'],
    ['https://example.com/%2e%2e/a%2fb', 'example.com/a%2fb'],
    ['http://../a', '%2E%2E/a'],
    ['https://example.com/a:b|c*d', 'example.com/a%3Ab%7Cc%2Ad'],
  ])('of %s is %s', (address, path) => {
    expect(mirrorPath(new URL(address))).toBe(path);
  });
});

describe('a mirror that is a folder', () => {
  it('has addresses as paths', async () => {
    const folder = temporaryFolder();
    put(folder, { 'example.com/tea/v1/crds.yaml': 'a: 1' });
    expect(await read(folder)).toBe('a: 1');
  });

  it('says which file it does not have', async () => {
    const told =
      'mirror-incomplete: the mirror does not have it: there is no "<mirror>/example.com/tea/v1/crds.yaml"';
    expect(await read(temporaryFolder())).toBe(told);
    const folder = temporaryFolder();
    put(folder, { 'example.com/tea': '' });
    expect(await read(folder)).toBe(told);
  });

  it('reads nothing but files', async () => {
    const folder = temporaryFolder();
    put(folder, { 'example.com/tea/v1/crds.yaml/x': '' });
    expect(await read(folder)).toBe(
      'mirror-unreadable: the mirror\'s file "<mirror>/example.com/tea/v1/crds.yaml" cannot be read: it is no file',
    );
  });

  it('has nothing for what is no address', async () => {
    expect(await read(temporaryFolder(), 'https://[')).toBe(
      'url-invalid: the address cannot be used: it is no URL',
    );
  });
});

describe('a mirror that is an address', () => {
  it('has addresses as paths below it', async () => {
    const place = await serve((response, request) => response.end(request.url));
    expect(await read(`${place}/mirrors/`)).toBe('/mirrors/example.com/tea/v1/crds.yaml');
    expect(await read(place, 'https://example.com:1/a?b')).toBe('/example.com%253A1/a%253Fb');
  });

  it('says which file it does not have', async () => {
    const place = await serve((response) => response.writeHead(404).end());
    expect(await read(place)).toBe(
      'mirror-incomplete: the mirror does not have it: there is no "<mirror>/example.com/tea/v1/crds.yaml"',
    );
  });

  it('that fails is told as any server', async () => {
    const place = await serve((response) => response.writeHead(403).end());
    expect(await read(place)).toBe('url-forbidden: the server wants a login (status 403)');
  });
});
