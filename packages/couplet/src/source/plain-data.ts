import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { Locator } from '../diagnostic/place.ts';
import { maximumDepth, maximumValues } from './limits.ts';
import { sourceProblems } from './problems.ts';

interface Trouble {
  readonly code: 'too-deep' | 'too-many-values' | 'number-out-of-range';
  /** The path from its end to its start, as it is put together on the way back. */
  readonly reversed: (string | number)[];
}

/**
 * Looks through parsed data for what the rest of the program must never meet: nesting that would overflow its
 * stack, aliases that multiply, and numbers that JSON cannot write (`1e999`, `.nan`). Reports the first of them.
 *
 * @returns whether there is none
 */
export function checkData(value: unknown, locator: Locator, diagnostics: Diagnostics): boolean {
  const trouble = search(value, 0, { left: maximumValues });
  if (trouble === undefined) return true;
  const place = { locator, path: trouble.reversed.toReversed() };
  switch (trouble.code) {
    case 'too-deep':
      diagnostics.report(sourceProblems['too-deep'], { limit: maximumDepth }, place);
      break;
    case 'too-many-values':
      diagnostics.report(sourceProblems['too-many-values'], { limit: maximumValues }, place);
      break;
    case 'number-out-of-range':
      diagnostics.report(sourceProblems['number-out-of-range'], {}, place);
      break;
  }
  return false;
}

interface Counter {
  left: number;
}

/**
 * One small function, which goes through lists and objects alike: split up it takes twice as long, for the engine then
 * compiles each part with the others inside. Parsed data inherits no keys, so `for…in` gives its own.
 */
function search(value: unknown, depth: number, counter: Counter): Trouble | undefined {
  counter.left -= 1;
  if (counter.left < 0) return { code: 'too-many-values', reversed: [] };
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return { code: 'number-out-of-range', reversed: [] };
  }
  if (!isContainer(value)) return undefined;
  if (depth === maximumDepth) return { code: 'too-deep', reversed: [] };
  for (const key in value) {
    const trouble = search(value[key], depth + 1, counter);
    if (trouble !== undefined) {
      trouble.reversed.push(Array.isArray(value) ? Number(key) : key);
      return trouble;
    }
  }
  return undefined;
}

function isContainer(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null;
}
