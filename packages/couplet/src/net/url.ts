import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import { withoutPassword } from './address.ts';
import type { RawSource } from '../source/document.ts';
import { rawSource } from '../source/document.ts';
import { download } from './download.ts';
import type { Sleep } from './retry.ts';

/**
 * Reads an http(s) URL. It has so many seconds for everything: connecting, redirects, further tries, and the last byte.
 *
 * @param sleep makes the pauses between tries
 */
export async function readUrl(
  name: string,
  timeoutSeconds: number,
  diagnostics: Diagnostics,
  sleep?: Sleep,
): Promise<readonly RawSource[]> {
  const source = withoutPassword(name);
  const result = await download(name, timeoutSeconds, sleep);
  if (result instanceof Uint8Array) return [rawSource(source, result)];
  result.report(source, diagnostics);
  return [];
}
