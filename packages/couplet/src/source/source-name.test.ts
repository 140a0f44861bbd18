import { describe, expect, it } from 'vitest';
import { parseSourceName } from './source-name.ts';

describe('parseSourceName', () => {
  it.each([
    ['openshift@4.20', 'openshift', '4.20'],
    ['cert-manager@1.18.2', 'cert-manager', '1.18.2'],
    ['a@latest', 'a', 'latest'],
    ['tea@v1.0-rc.1', 'tea', 'v1.0-rc.1'],
  ])('takes %s for a release of the catalog', (text, name, version) => {
    expect(parseSourceName(text)).toEqual({ kind: 'catalog', name, version });
  });

  it.each([
    './openshift@4.20',
    'openshift',
    'openshift@',
    '@4.20',
    'a@b@c',
    '__proto__@1',
    'a@../b',
    'A@1',
    'a@1\n',
    'C:\\crds',
    'https:/example.com',
    './-',
    '',
  ])('takes %j for a path', (text) => {
    expect(parseSourceName(text)).toEqual({ kind: 'path', path: text });
  });

  it.each([
    ['https://user@example.com', true],
    ['HTTP://example.com/a@1', true],
    ['ftp://example.com', false],
  ])('takes %s for an address', (text, isWeb) => {
    expect(parseSourceName(text)).toEqual({ kind: 'url', url: text, isWeb });
  });

  it('knows standard input and the cluster', () => {
    expect(parseSourceName('-')).toEqual({ kind: 'stdin' });
    expect(parseSourceName('<cluster>')).toEqual({ kind: 'cluster' });
  });
});
