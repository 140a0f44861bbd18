import { crc32, inflateRawSync } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import type { Failure } from '../../net/failure.ts';
import { failure } from '../../net/failure.ts';
import { shorten } from '../../diagnostic/problem.ts';
import { isUnpacked } from '../file-endings.ts';
import { sourceProblems } from '../problems.ts';
import type { Allowance, ArchiveEntry } from './entry.ts';
import { takeEntries, tooLarge } from './entry.ts';

/**
 * Reads a zip archive, also of the 64-bit form. The list at its end is read first and tells what there is; the files are
 * unpacked by what it says of them. Sizes and checksums must be right.
 */
export async function readZip(
  bytes: Uint8Array,
  allowance: Allowance,
): Promise<readonly ArchiveEntry[] | Failure> {
  // Loaded on demand: few sources are archives.
  const { default: yauzl } = await import('yauzl');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    // Names are checked where those of all formats are, so the library is not to mend or to refuse them.
    const options = { lazyEntries: true, autoClose: false, decodeStrings: false };
    const zip = await yauzl.fromBufferPromise(buffer, options);
    const refusal = takeEntries(allowance, zip.entryCount);
    if (refusal !== undefined) return refusal;
    const entries: ArchiveEntry[] = [];
    for await (const entry of zip.eachEntry()) {
      entries.push(await readEntry(entry, zip, buffer, allowance, yauzl.getFileNameLowLevel));
    }
    return entries;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return failureOf(error);
  }
}

/**
 * Tells what an error of the library means: archives of several parts and the stronger encryption are none of its
 * kinds.
 */
function failureOf({ message }: Error): Failure {
  if (!message.includes('not supported')) return broken(message);
  return failure(sourceProblems['archive-unsupported'], { reason: shorten(message) });
}

async function readEntry(
  entry: Entry,
  zip: ZipFile,
  archive: Buffer,
  allowance: Allowance,
  nameOf: typeof import('yauzl').getFileNameLowLevel,
): Promise<ArchiveEntry> {
  const path = nameOf(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
  const kind = kindOf(entry, path);
  if (kind !== 'file' || !isUnpacked(path)) return { path, kind, unpack: undefined };
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  const packed = archive.subarray(fileDataStart, fileDataStart + entry.compressedSize);
  return { path, kind, unpack: () => unpackEntry(entry, packed, allowance) };
}

/** The types of files in the upper half of the attributes that Unix and macOS write. */
const unixType = 0o170_000;
const unixKinds = new Map<number, ArchiveEntry['kind']>([
  [0o100_000, 'file'],
  [0o040_000, 'folder'],
  [0o120_000, 'link'],
  [0, 'file'],
]);

function kindOf(
  { versionMadeBy, externalFileAttributes }: Entry,
  path: string,
): ArchiveEntry['kind'] {
  if (path.endsWith('/')) return 'folder';
  const system = versionMadeBy >>> 8;
  if (system !== 3 && system !== 19) return 'file';
  return unixKinds.get((externalFileAttributes >>> 16) & unixType) ?? 'device';
}

function unpackEntry(entry: Entry, packed: Buffer, allowance: Allowance): Uint8Array | Failure {
  if (entry.isEncrypted()) {
    return failure(sourceProblems['archive-unsupported'], { reason: 'it is encrypted' });
  }
  if (entry.uncompressedSize > allowance.bytes) return tooLarge();
  // Also where it is damaged: so much may be unpacked before that is seen.
  allowance.bytes -= entry.uncompressedSize;
  const unpacked = inflate(entry, packed);
  if (!(unpacked instanceof Uint8Array)) return unpacked;
  if (unpacked.length !== entry.uncompressedSize) return broken('a file has another size');
  if (crc32(unpacked) !== entry.crc32) return broken('the checksum of a file is wrong');
  return unpacked;
}

/** Unpacks data, and stops as soon as it is more than the list says. */
function inflate(entry: Entry, packed: Buffer): Uint8Array | Failure {
  const { compressionMethod, uncompressedSize } = entry;
  if (compressionMethod === 0) return packed;
  if (compressionMethod !== 8) {
    const reason = `it is packed by method ${compressionMethod}, and only 0 and 8 are read`;
    return failure(sourceProblems['archive-unsupported'], { reason });
  }
  try {
    // zlib wants to be allowed something.
    return inflateRawSync(packed, { maxOutputLength: uncompressedSize + 1 });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return broken(error.message);
  }
}

function broken(reason: string): Failure {
  return failure(sourceProblems['archive-broken'], { format: 'zip', reason });
}
