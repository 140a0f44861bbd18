import type { Failure } from '../../net/failure.ts';
import { failure } from '../../net/failure.ts';
import { isUnpacked } from '../file-endings.ts';
import { sourceProblems } from '../problems.ts';
import { gunzip } from './gunzip.ts';
import type { Allowance, ArchiveEntry } from './entry.ts';
import { takeEntries } from './entry.ts';

/** Reads a tar archive: POSIX, GNU and pax. Checksums must be right, and its end must be there. */
export async function readTar(
  bytes: Uint8Array,
  allowance: Allowance,
): Promise<readonly ArchiveEntry[] | Failure> {
  // Loaded on demand: few sources are archives.
  const { unpackTar } = await import('modern-tar');
  let count = 0;
  const filter = (): boolean => {
    count += 1;
    // What is left out is passed over without being copied.
    return count <= allowance.entries;
  };
  try {
    const entries = await unpackTar(bytes, { strict: true, filter });
    const refusal = takeEntries(allowance, count);
    if (refusal !== undefined) return refusal;
    return entries.map(({ header, data }) => {
      const path = header.name;
      const isWanted = header.type === 'file' && data !== undefined && isUnpacked(path);
      return { path, kind: kindOf(header.type), unpack: isWanted ? () => data : undefined };
    });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return failure(sourceProblems['archive-broken'], { format: 'tar', reason: error.message });
  }
}

/** Reads a tar archive that is packed with gzip. */
export async function readPackedTar(
  bytes: Uint8Array,
  allowance: Allowance,
): Promise<readonly ArchiveEntry[] | Failure> {
  const unpacked = gunzip(bytes, allowance);
  return unpacked instanceof Uint8Array ? await readTar(unpacked, allowance) : unpacked;
}

function kindOf(type: string | undefined): ArchiveEntry['kind'] {
  switch (type) {
    case 'file':
      return 'file';
    case 'directory':
      return 'folder';
    case 'link':
    case 'symlink':
      return 'link';
    default:
      return 'device';
  }
}
