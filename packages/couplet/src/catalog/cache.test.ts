import { hash } from 'node:crypto';
import { homedir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { contentsOf, put, temporaryFolder } from '../testing/output-folder.ts';
import { Cache, defaultCacheFolder } from './cache.ts';

const bytes = Buffer.from('a: 1');
const sha256 = hash('sha256', bytes);
const path = `sha256/${sha256.slice(0, 2)}/${sha256}`;

describe('the cache', () => {
  it('gives what was put into it, by its hash', () => {
    const folder = temporaryFolder();
    const cache = new Cache(folder);
    expect(cache.get(sha256)).toBeUndefined();
    expect(cache.put(sha256, bytes)).toBeUndefined();
    expect(cache.put(sha256, bytes)).toBeUndefined();
    expect(cache.get(sha256)).toEqual(bytes);
    expect(contentsOf(folder)).toEqual({ [path]: 'a: 1' });
  });

  it('gives nothing that was changed, and takes it anew', () => {
    const folder = temporaryFolder();
    put(folder, { [path]: 'a: 2' });
    const cache = new Cache(folder);
    expect(cache.get(sha256)).toBeUndefined();
    cache.put(sha256, bytes);
    expect(cache.get(sha256)).toEqual(bytes);
  });

  it('says why it cannot keep something', () => {
    const folder = temporaryFolder();
    put(folder, { sha256: 'a file' });
    expect(new Cache(folder).put(sha256, bytes)).toBe('not a directory');
    expect(new Cache(folder).get(sha256)).toBeUndefined();
  });

  it('is below XDG_CACHE_HOME if that is absolute', () => {
    expect(defaultCacheFolder({ XDG_CACHE_HOME: '/caches' })).toBe('/caches/couplet');
    const usual = `${homedir()}/.cache/couplet`;
    expect(defaultCacheFolder({ XDG_CACHE_HOME: 'caches' })).toBe(usual);
    expect(defaultCacheFolder({ XDG_CACHE_HOME: '' })).toBe(usual);
    expect(defaultCacheFolder({})).toBe(usual);
  });
});
