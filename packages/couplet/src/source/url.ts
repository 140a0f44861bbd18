import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import { withoutPassword } from '../net/address.ts';
import type { RawSource } from './document.ts';
import { rawSource } from './document.ts';
import { download } from '../net/download.ts';
import type { Sleep } from '../net/retry.ts';

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
