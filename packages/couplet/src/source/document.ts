import { createHash } from 'node:crypto';
import type { Locator } from '../diagnostic/place.ts';

/** An input as it came: nothing is unpacked, decoded or parsed yet. */
export interface RawSource {
  /** The name by which the user calls it: a file's path, a URL, `<stdin>`, `<embedded>`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes, in hexadecimal; it tells whether an input has changed without reading into it. */
  readonly sha256: string;
  /** The folder that it was found in, as the user calls it, and its path from there; absent where it was named itself. */
  readonly within?: { readonly folder: string; readonly path: string };
}

/** One document of an input: a whole JSON text, one document of a YAML stream, or one item of a `List`. */
export interface SourceDocument extends Locator {
  /** Plain JSON data; objects may have any key, `__proto__` included, as their own property. */
  readonly value: unknown;
}

/** Bytes with a name. Their hash is worked out when it is first asked for. */
export function rawSource(
  name: string,
  bytes: Uint8Array,
  within?: RawSource['within'],
): RawSource {
  let digest: string | undefined;
  return {
    name,
    bytes,
    ...(within === undefined ? {} : { within }),
    get sha256(): string {
      digest ??= createHash('sha256').update(bytes).digest('hex');
      return digest;
    },
  };
}
