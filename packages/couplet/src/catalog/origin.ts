import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isErrorOf, isFileSystemError, reasonOf } from '../files/file-system-error.ts';
import { hasWebScheme, parseAddress } from '../net/address.ts';
import { download } from '../net/download.ts';
import type { Failure } from '../net/failure.ts';
import { failure } from '../net/failure.ts';
import { maximumBytes } from '../files/limits.ts';
import { catalogProblems } from './problems.ts';
import { netProblems } from '../net/problems.ts';

/** Gets what is at an address, from there or from a place that stands for it. */
export type Origin = (url: string) => Promise<Uint8Array | Failure>;

/** The addresses themselves. */
export function network(timeoutSeconds: number): Origin {
  return (url) => download(url, timeoutSeconds);
}

/**
 * A mirror: a folder or the address of one. Nothing but the mirror is asked, so that what works with it works
 * without internet.
 */
export function mirror(place: string, timeoutSeconds: number): Origin {
  const isWeb = hasWebScheme(place);
  return async (address) => {
    const { url, reason } = parseAddress(address);
    if (url === undefined) return failure(netProblems['url-invalid'], { reason });
    const path = mirrorPath(url);
    return isWeb ? readWebMirror(place, path, timeoutSeconds) : readFolderMirror(place, path);
  };
}

/**
 * Gives the path of an address in a mirror, from its root: the host, then the path, as they are in the address, what a
 * file system could take for something else encoded (`raw.githubusercontent.com/openshift/api/…`).
 */
export function mirrorPath({ host, pathname, search }: URL): string {
  const path = pathname.endsWith('/') ? `${pathname}index` : pathname;
  return `${host}${path}${search.replaceAll('/', '%2F')}`
    .split('/')
    .map((segment) => segment.replace(/^\.+$/, encodeAll).replaceAll(/[:?*|"<>\\]/g, encodeAll))
    .join('/');
}

function encodeAll(text: string): string {
  return Buffer.from(text).toString('hex').toUpperCase().replaceAll(/../g, '%$&');
}

function readFolderMirror(folder: string, file: string): Uint8Array | Failure {
  const path = join(folder, file);
  try {
    const stats = statSync(path);
    if (!stats.isFile())
      return failure(catalogProblems['mirror-unreadable'], { path, reason: 'it is no file' });
    if (stats.size > maximumBytes)
      return failure(netProblems['too-large'], { limit: maximumBytes });
    return readFileSync(path);
  } catch (error) {
    if (isErrorOf(error, 'ENOENT', 'ENOTDIR'))
      return failure(catalogProblems['mirror-incomplete'], { path });
    if (!isFileSystemError(error)) throw error;
    return failure(catalogProblems['mirror-unreadable'], { path, reason: reasonOf(error) });
  }
}

async function readWebMirror(
  base: string,
  file: string,
  timeoutSeconds: number,
): Promise<Uint8Array | Failure> {
  const path = file.split('/').map(encodeURIComponent).join('/');
  const address = `${base.replace(/\/+$/, '')}/${path}`;
  const result = await download(address, timeoutSeconds);
  if (result instanceof Uint8Array || result.code !== 'url-not-found') return result;
  return failure(catalogProblems['mirror-incomplete'], { path: address });
}
