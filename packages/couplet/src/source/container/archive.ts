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
  const none = new Map<string, RawSource>();
  const entries = await readers[format](raw.bytes, allowance);
  if ('report' in entries) {
    entries.report(raw.name, diagnostics);
    return none;
  }
  const files = new Map<string, RawSource>();
  for (const entry of entries) {
    const path = checkPath(entry, raw.name, diagnostics);
    if (path === undefined) return none;
    if (!isUnpacked(path)) continue;
    const name = `${raw.name}!/${path}`;
    const content = unpack(entry, name, diagnostics);
    if (content === undefined) continue;
    if (!(content instanceof Uint8Array)) {
      content.report(name, diagnostics);
      return none;
    }
    if (files.has(path)) {
      diagnostics.report(sourceProblems['archive-repeats'], {}, placeInText(name));
    }
    // Whoever unpacks an archive to a folder is left with the last one, too.
    files.set(path, rawSource(name, content));
  }
  if (!entries.some(({ path }) => isUnpacked(path))) {
    diagnostics.report(sourceProblems['archive-without-sources'], {}, placeInText(raw.name));
  }
  return files;
}

/** The path of an entry from the archive's root, in its shortest form; one that leads elsewhere is reported. */
function checkPath(
  { path, kind }: ArchiveEntry,
  archive: string,
  diagnostics: Diagnostics,
): string | undefined {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  if (/^\/|^[A-Za-z]:|[\\\0]/.test(path) || parts.includes('..')) {
    diagnostics.report(sourceProblems['archive-path-unsafe'], { path }, placeInText(archive));
    return undefined;
  }
  if (kind === 'device') {
    diagnostics.report(sourceProblems['archive-device'], { path }, placeInText(archive));
    return undefined;
  }
  return parts.join('/');
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
