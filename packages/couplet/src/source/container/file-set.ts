import type { Diagnostics } from '../../diagnostic/diagnostics.ts';
import { placeInText } from '../../diagnostic/place.ts';
import { compareNames } from '../../text/compare-names.ts';
import type { RawSource, SourceDocument } from '../document.ts';
import { isPackedChart } from '../file-endings.ts';
import { maximumArchiveDepth } from '../limits.ts';
import { parseSource } from '../parse.ts';
import { sourceProblems } from '../problems.ts';
import type { SourceFiles } from '../source-files.ts';
import { readArchive } from './archive.ts';
import type { Allowance } from './entry.ts';
import { fullAllowance } from './entry.ts';
import { archiveFormat } from './format.ts';

/** The surroundings in which archives are read: what they may still unpack to, and where problems are reported. */
interface Surroundings {
  readonly allowance: Allowance;
  readonly diagnostics: Diagnostics;
  readonly depth: number;
}

/** Files of which each is read when it is asked for. */
export class FileSet implements SourceFiles {
  readonly name: string;
  readonly paths: readonly string[];
  readonly #files: ReadonlyMap<string, RawSource>;
  readonly #surroundings: Surroundings;

  constructor(name: string, files: ReadonlyMap<string, RawSource>, surroundings: Surroundings) {
    this.name = name;
    this.paths = [...files.keys()].sort(compareNames);
    this.#files = files;
    this.#surroundings = surroundings;
  }

  nameOf(path: string): string {
    return this.#files.get(path)?.name ?? this.name;
  }

  bytes(path: string): Uint8Array {
    return this.#files.get(path)?.bytes ?? new Uint8Array();
  }

  async read(path: string): Promise<readonly SourceDocument[]> {
    const raw = this.#files.get(path);
    // What a packed chart unpacks to is only counted where it is opened.
    if (raw === undefined || isPackedChart(path)) return [];
    return await parseSource(raw, this.#surroundings.diagnostics);
  }

  async open(path: string): Promise<SourceFiles> {
    const raw = this.#files.get(path);
    const { depth, ...others } = this.#surroundings;
    const inside = { ...others, depth: depth + 1 };
    const files = raw === undefined ? undefined : await openRaw(raw, inside);
    if (files !== undefined) return files;
    const noArchive = { format: 'tar', reason: 'it does not begin like one' };
    const place = placeInText(this.nameOf(path));
    others.diagnostics.report(sourceProblems['archive-broken'], noArchive, place);
    return new FileSet(this.nameOf(path), new Map(), this.#surroundings);
  }
}

/** Opens the files of a folder, by their paths in it. Those that are archives can be opened, too. */
export function openFolder(
  name: string,
  files: ReadonlyMap<string, RawSource>,
  diagnostics: Diagnostics,
): SourceFiles {
  return new FileSet(name, files, { allowance: fullAllowance(), diagnostics, depth: 0 });
}

/**
 * Opens what a user named or what was downloaded: an archive, told by its bytes, as the files in it; all else as one file
 * under the empty path. What is wrong with an archive is reported.
 */
export async function openFile(raw: RawSource, diagnostics: Diagnostics): Promise<SourceFiles> {
  const surroundings = { allowance: fullAllowance(), diagnostics, depth: 1 };
  const archive = await openRaw(raw, surroundings);
  return archive ?? new FileSet(raw.name, new Map([['', raw]]), surroundings);
}

/** The files of an archive; `undefined` for what is none. */
async function openRaw(
  raw: RawSource,
  surroundings: Surroundings,
): Promise<SourceFiles | undefined> {
  const format = archiveFormat(raw.bytes);
  if (format === undefined) return undefined;
  const { allowance, diagnostics, depth } = surroundings;
  if (depth > maximumArchiveDepth) {
    const limit = { limit: maximumArchiveDepth };
    diagnostics.report(sourceProblems['archive-too-deep'], limit, placeInText(raw.name));
    return new FileSet(raw.name, new Map(), surroundings);
  }
  const files = await readArchive(raw, format, allowance, diagnostics);
  return new FileSet(raw.name, files, surroundings);
}
