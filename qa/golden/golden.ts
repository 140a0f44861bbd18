import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { TestContext } from 'vitest';
import { compareNames } from '../../packages/couplet/src/text/compare-names.ts';
import { explanations } from './expected-differences.ts';
import type { Line } from './upstream.ts';

/** The published pages by their paths below the folder. */
export function readPages(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    paths
      .filter((path) => path.endsWith('.md'))
      .sort(compareNames)
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );
}

/** The hashes of the published library files by path, from what `sha256sum` prints. */
export function readHashes(path: string): ReadonlyMap<string, string> {
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  return new Map(
    lines.map((line) => {
      const [hash = '', file = ''] = line.split('  ');
      return [file, hash];
    }),
  );
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Says in the test's report which lines of a file differ from the published ones, and why. */
export async function explain(
  context: TestContext,
  file: string,
  lines: readonly Line[],
): Promise<void> {
  for (const { number, reasons } of lines) {
    for (const reason of reasons) {
      await context.annotate(`${file}:${number}: ${reason}: ${explanations[reason]}`);
    }
  }
}

/** Requires that every stated reason explains a line, so that the list of differences never holds more than there is. */
export function expectAllReasonsUsed(lines: readonly Line[], reasons: readonly string[]): void {
  const used = new Set(lines.flatMap((line) => line.reasons));
  expect([...used].sort(compareNames)).toEqual([...reasons].sort(compareNames));
}
