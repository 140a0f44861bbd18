import { maximumBytes } from '../../files/limits.ts';
import type { Failure } from '../../net/failure.ts';
import { failure } from '../../net/failure.ts';
import { maximumEntries } from '../limits.ts';
import { sourceProblems } from '../problems.ts';

/** An entry of an archive: what it has under a path, as its format tells it. */
export interface ArchiveEntry {
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'link' | 'device';
  /** Unpacks a file that {@link isUnpacked}; `undefined` for all else. */
  readonly unpack: (() => Uint8Array | Failure) | undefined;
}

/**
 * The amount that a source may still unpack to, the archives in it included. Whoever unpacks takes off what it took.
 */
export interface Allowance {
  entries: number;
  bytes: number;
}

export function fullAllowance(): Allowance {
  return { entries: maximumEntries, bytes: maximumBytes };
}

/** Takes entries off an allowance. Returns a failure where there are too many. */
export function takeEntries(allowance: Allowance, count: number): Failure | undefined {
  allowance.entries -= count;
  if (allowance.entries >= 0) return undefined;
  return failure(sourceProblems['archive-too-many-files'], { limit: maximumEntries });
}

/** The failure of an archive that unpacks to more than is allowed. */
export function tooLarge(): Failure {
  return failure(sourceProblems['archive-too-large'], { limit: maximumBytes });
}
