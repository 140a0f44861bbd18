import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import { withoutPassword } from '../net/address.ts';
import type { RawSource } from './document.ts';
import { rawSource } from './document.ts';
import { download } from '../net/download.ts';

/**
 * Reads an http(s) URL. It has so many seconds for everything: connecting, redirects, further tries, and the last byte.
 */
export async function readUrl(
  name: string,
  timeoutSeconds: number,
  diagnostics: Diagnostics,
): Promise<readonly RawSource[]> {
  const source = withoutPassword(name);
  const result = await download(name, timeoutSeconds);
  if (result instanceof Uint8Array) return [rawSource(source, result)];
  result.report(source, diagnostics);
  return [];
}
