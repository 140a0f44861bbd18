import { sha256 } from '../output/sha256.ts';
import type { RawSource } from '../source/document.ts';
import { compareNames } from '../text/compare-names.ts';
import type { OutputFile } from '../text/output-file.ts';
import { version } from '../version.ts';
import type { LibraryRequest } from './request.ts';

/**
 * A hash that is equal for two runs that give the same files: the same Couplet, request, sources and files that do not
 * depend on a schema.
 *
 * All of a request counts, so that no option can be forgotten, except the folder that is written to: a library that is
 * moved with its record, or checked out elsewhere, is still up to date. What that folder decides, whether our own
 * `doc-util` is written, shows in the files.
 */
export function fingerprintOf(
  request: LibraryRequest,
  sources: readonly Pick<RawSource, 'name' | 'sha256'>[],
  files: readonly OutputFile[],
): string {
  const { out: _, targets, ...options } = request;
  const counted = { ...options, targets: targets.map(({ name }) => name).sort(compareNames) };
  const names = sources.map((source) => [source.name, source.sha256]);
  return sha256(JSON.stringify(canonical([version, counted, names, files])));
}

/**
 * Makes plain JSON of a value such that equal values give equal texts and others do not: each collection says what it
 * is, keys are sorted, a property that is `undefined` counts as absent.
 *
 * @throws {Error} for what is no data, such as a function: it would count for nothing
 */
function canonical(value: unknown): unknown {
  if (value instanceof RegExp) return { pattern: value.source, flags: value.flags };
  if (Array.isArray(value)) return value.map(canonical);
  if (isPlainObject(value)) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    return { object: entries.map((entry) => JSON.stringify(canonical(entry))).sort(compareNames) };
  }
  if (value === null || value === undefined) return { none: String(value) };
  if (typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value))
    return value;
  throw new Error(`A request holds a ${typeof value} that no fingerprint can tell from another`);
}

function isPlainObject(value: unknown): value is object {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}
