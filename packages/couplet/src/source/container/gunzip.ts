import { gunzipSync } from 'node:zlib';
import type { Failure } from '../../net/failure.ts';
import { failure } from '../../net/failure.ts';
import { sourceProblems } from '../problems.ts';
import type { Allowance } from './entry.ts';
import { tooLarge } from './entry.ts';

/** Unpacks gzip data, and stops as soon as it is more than is allowed. */
export function gunzip(bytes: Uint8Array, allowance: Allowance): Uint8Array | Failure {
  // zlib wants to be allowed something.
  if (allowance.bytes <= 0) return tooLarge();
  try {
    const unpacked = gunzipSync(bytes, { maxOutputLength: allowance.bytes });
    allowance.bytes -= unpacked.length;
    return unpacked;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if ('code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') {
      // So much was unpacked before it was too much.
      allowance.bytes = 0;
      return tooLarge();
    }
    return failure(sourceProblems['gzip-broken'], { reason: error.message });
  }
}
