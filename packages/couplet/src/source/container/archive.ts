import type { Diagnostics } from '../../diagnostic/diagnostics.ts';
import { placeInText } from '../../diagnostic/place.ts';
import type { Failure } from '../../net/failure.ts';
import type { RawSource } from '../document.ts';
import { rawSource } from '../document.ts';
import { isPackedChart, isUnpacked } from '../file-endings.ts';
import { sourceProblems } from '../problems.ts';
import type { Allowance, ArchiveEntry } from './entry.ts';
import type { ArchiveFormat } from './format.ts';
import { isGzip } from './format.ts';
import { readPackedTar, readTar } from './tar.ts';
import { readZip } from './zip.ts';

const readers: Readonly<
  Record<
    ArchiveFormat,
    (bytes: Uint8Array, allowance: Allowance) => Promise<readonly ArchiveEntry[] | Failure>
  >
> = { tar: readTar, 'tar.gz': readPackedTar, zip: readZip };

/**
 * Reads the files of an archive that can be documents, and the charts in it, by their paths: `operator.tgz` gives
 * `operator.tgz!/manifests/kettle.yaml`. Nothing is written. What is wrong is reported; an archive with a path that
 * leads out of it, with a device, or with more than is allowed gives no file at all.
 */
export async function readArchive(
  raw: RawSource,
  format: ArchiveFormat,
  allowance: Allowance,
  diagnostics: Diagnostics,
): Promise<ReadonlyMap<string, RawSource>> {
  const entries = await readers[format](raw.bytes, allowance);
  if ('report' in entries) {
    entries.report(raw.name, diagnostics);
    return new Map();
  }
  if (!entries.some(({ path }) => isUnpacked(path))) {
    diagnostics.report(sourceProblems['archive-without-sources'], {}, placeInText(raw.name));
  }
  const isSafe = entries.every((entry) => checkEntry(entry, raw.name, diagnostics));
  return isSafe ? unpackAll(raw.name, entries, diagnostics) : new Map();
}

/** Unpacks the files that are wanted, or none where one of them is damaged. */
function unpackAll(
  archive: string,
  entries: readonly ArchiveEntry[],
  diagnostics: Diagnostics,
): ReadonlyMap<string, RawSource> {
  const files = new Map<string, RawSource>();
  for (const entry of entries) {
    if (!isUnpacked(entry.path)) continue;
    const path = partsOf(entry.path).join('/');
    const name = `${archive}!/${path}`;
    const content = unpack(entry, name, diagnostics);
    if (content === undefined) continue;
    if (!(content instanceof Uint8Array)) {
      content.report(name, diagnostics);
      return new Map();
    }
    if (files.has(path)) {
      diagnostics.report(sourceProblems['archive-repeats'], {}, placeInText(name));
    }
    // Whoever unpacks an archive to a folder is left with the last one, too.
    files.set(path, rawSource(name, content));
  }
  return files;
}

/** The parts of a path that lead somewhere. */
function partsOf(path: string): readonly string[] {
  return path.split('/').filter((part) => part !== '' && part !== '.');
}

/** Reports an entry for which nothing of its archive is read. Returns whether it is none. */
function checkEntry(
  { path, kind }: ArchiveEntry,
  archive: string,
  diagnostics: Diagnostics,
): boolean {
  const leadsOut = /^\/|^[A-Za-z]:|[\\\0]/.test(path) || partsOf(path).includes('..');
  if (!leadsOut && kind !== 'device') return true;
  const problem = sourceProblems[leadsOut ? 'archive-path-unsafe' : 'archive-device'];
  diagnostics.report(problem, { path }, placeInText(archive));
  return false;
}

/** The content of an entry that is wanted; `undefined` for what has none of its own, which is reported. */
function unpack(
  entry: ArchiveEntry,
  name: string,
  diagnostics: Diagnostics,
): Uint8Array | Failure | undefined {
  if (entry.kind === 'link') {
    diagnostics.report(sourceProblems['archive-link'], {}, placeInText(name));
  }
  const content = entry.unpack?.();
  if (content instanceof Uint8Array && isGzip(content) && !isPackedChart(entry.path)) {
    // What it unpacks to would not be counted.
    diagnostics.report(
      sourceProblems['archive-unsupported'],
      { reason: 'it is packed with gzip once more' },
      placeInText(name),
    );
    return undefined;
  }
  return content;
}
