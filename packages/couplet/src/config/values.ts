import { dirname, isAbsolute, join } from 'node:path';
import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import { shorten } from '../diagnostic/problem.ts';
import { isLabel, labelRule } from '../generate/request.ts';
import { Cursor } from '../json/cursor.ts';
import { isJsonObject } from '../json/object.ts';
import type { SourceDocument } from '../source/document.ts';
import { parseSourceName } from '../source/source-name.ts';
import { nearest } from '../text/nearest.ts';
import { configProblems } from './problems.ts';

/** A cursor at the root of a configuration, whichever format it has. */
export function configurationCursor(document: SourceDocument, diagnostics: Diagnostics): Cursor {
  const wrongType = configProblems['wrong-configuration'];
  return new Cursor(document.value, [], { locator: document, diagnostics, wrongType });
}

/** Reads a regular expression. */
export function patternAt(holder: Cursor, key: string): RegExp | undefined {
  const text = holder.text(key);
  try {
    return text === undefined ? undefined : new RegExp(text);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    const problem = { expected: 'a regular expression', found };
    return holder.at(key).report(configProblems['wrong-configuration'], problem);
  }
}

/** Reads a path, which is meant from where the file is. */
export function pathAt(holder: Cursor, key: string): string | undefined {
  const path = holder.text(key);
  return path === undefined ? undefined : resolvePath(holder, path);
}

/** Resolves a path of a configuration, from where that is; an address stays as it is. */
export function resolvePath({ locator }: Cursor, path: string): string {
  if (isAbsolute(path) || parseSourceName(path).kind === 'url') return path;
  const joined = join(dirname(locator.source), path);
  // `join` drops the `./` by which a file is no name of the catalog and no standard input.
  return parseSourceName(joined).kind === 'path' ? joined : `./${joined}`;
}

/** Reports the keys of an object that are not known. */
export function reportUnknownKeys(object: Cursor, known: readonly string[]): void {
  if (!isJsonObject(object.value)) return;
  for (const key of Object.keys(object.value)) {
    if (known.includes(key)) continue;
    const problem = { key, suggestion: nearest(key, known) };
    object.at(key).report(configProblems['unknown-key'], problem);
  }
}

/** The labels of the libraries of one configuration. */
export class Labels {
  readonly #taken = new Set<string>();

  /**
   * Takes a label for one more library, and tells whether that can have it; if not, that is reported. Where case is
   * ignored, labels must differ as well.
   */
  take(label: string, cursor: Cursor): boolean {
    let expected = '';
    if (!isLabel(label)) expected = `a label, which has ${labelRule}`;
    else if (this.#taken.has(label.toLowerCase())) expected = 'a label that no other library has';
    this.#taken.add(label.toLowerCase());
    if (expected === '') return true;
    cursor.report(configProblems['wrong-configuration'], { expected, found: shorten(label) });
    return false;
  }
}
