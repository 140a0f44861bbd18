import { constants, gunzipSync } from 'node:zlib';

/** The format that an archive is packed in. */
export type ArchiveFormat = 'tar' | 'tar.gz' | 'zip';

/** Tells an archive by its bytes, whatever its name is; `undefined` for what is none. */
export function archiveFormat(bytes: Uint8Array): ArchiveFormat | undefined {
  if (isZip(bytes)) return 'zip';
  if (isTar(bytes)) return 'tar';
  return isGzip(bytes) && isTar(unpackBeginning(bytes)) ? 'tar.gz' : undefined;
}

/** Tells whether bytes begin like gzip data. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** A zip archive begins with its first file or, where it holds none, with the end of its list. */
function isZip(bytes: Uint8Array): boolean {
  const [first, second, third, fourth] = bytes;
  if (first !== 0x50 || second !== 0x4b) return false;
  return (third === 3 && fourth === 4) || (third === 5 && fourth === 6);
}

const magicOffset = 257;

/** Tells whether bytes begin like a tar archive of any form since 1988: POSIX, GNU and pax. */
function isTar(bytes: Uint8Array): boolean {
  const magic = bytes.subarray(magicOffset, magicOffset + 5);
  return bytes.length >= 512 && Buffer.from(magic).toString('latin1') === 'ustar';
}

/** So many packed bytes hold the first 512 unpacked ones, and unpack to a megabyte at most. */
const beginning = 1024;

/** Unpacks the first bytes of gzip data; none where it is damaged. */
function unpackBeginning(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes.subarray(0, beginning), { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return new Uint8Array();
  }
}
