import { isUtf8 } from 'node:buffer';
import { gunzipSync } from 'node:zlib';
import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import { placeInText } from '../diagnostic/place.ts';
import type { RawSource } from './document.ts';
import { maximumBytes } from '../files/limits.ts';
import { LinedText } from './lined-text.ts';
import { netProblems } from '../net/problems.ts';
import { sourceProblems } from './problems.ts';

/**
 * The text of an input: unpacked if it is gzip (told by its first bytes, not by its name), decoded as UTF-8,
 * without its byte-order mark. `undefined`, and an error reported, where it cannot be had.
 */
export function decode(raw: RawSource, diagnostics: Diagnostics): string | undefined {
  const bytes = unpack(raw, diagnostics);
  if (bytes === undefined) return undefined;
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
    diagnostics.report(sourceProblems['utf-16'], {}, placeInText(raw.name));
    return undefined;
  }
  const body = startsWith(bytes, 0xef, 0xbb, 0xbf) ? bytes.subarray(3) : bytes;
  const text = body.toString('utf8');
  if (!isUtf8(body)) {
    const position = new LinedText(text).positionAt(findBrokenCharacter(body, text));
    diagnostics.report(sourceProblems['not-utf-8'], {}, placeInText(raw.name, position));
    return undefined;
  }
  if (!body.includes(0)) return text;
  const position = new LinedText(text).positionAt(text.indexOf('\0'));
  diagnostics.report(sourceProblems['nul-character'], {}, placeInText(raw.name, position));
  return undefined;
}

function startsWith(bytes: Uint8Array, ...prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

function unpack({ name, bytes }: RawSource, diagnostics: Diagnostics): Buffer | undefined {
  if (!startsWith(bytes, 0x1f, 0x8b)) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  try {
    return gunzipSync(bytes, { maxOutputLength: maximumBytes, chunkSize: pieceSize(bytes) });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if ('code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') {
      diagnostics.report(netProblems['too-large'], { limit: maximumBytes }, placeInText(name));
    } else {
      diagnostics.report(
        sourceProblems['gzip-broken'],
        { reason: error.message },
        placeInText(name),
      );
    }
    return undefined;
  }
}

/**
 * The size of the pieces to unpack to: the whole, by the size that a gzip file ends with, for many small pieces would
 * have to be copied together. Where the file lies, or has several parts, it comes in several pieces.
 */
function pieceSize(bytes: Uint8Array): number {
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-4);
  const size = end.length === 4 ? end.readUInt32LE() : 0;
  // With a byte to spare no further piece is begun.
  return Math.min(Math.max(size + 1, 16 * 1024), maximumBytes);
}

/**
 * Finds where in the decoded text the first bytes stand that are no UTF-8. Decoding put a replacement character
 * there; one that stands in the bytes themselves is passed over.
 */
function findBrokenCharacter(bytes: Buffer, text: string): number {
  let byteOffset = 0;
  let checked = 0;
  let offset = text.indexOf('\ufffd');
  while (offset !== -1) {
    byteOffset += Buffer.byteLength(text.slice(checked, offset));
    if (!startsWith(bytes.subarray(byteOffset, byteOffset + 3), 0xef, 0xbf, 0xbd)) break;
    checked = offset;
    offset = text.indexOf('\ufffd', offset + 1);
  }
  return offset;
}
