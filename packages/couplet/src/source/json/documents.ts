import type { Diagnostics } from '../../diagnostic/diagnostics.ts';
import type { Locator } from '../../diagnostic/place.ts';
import type { SourceDocument } from '../document.ts';
import { findJsonOffsets } from './offsets.ts';
import type { LinedText } from '../lined-text.ts';
import { unpackLists } from '../lists.ts';
import { checkData } from '../plain-data.ts';

/**
 * The data of a JSON text, or `undefined` if it has a syntax error. Of members with the same key the last
 * counts, and nothing is reported: looking for them would take longer than the parsing.
 */
export function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/**
 * The documents of a JSON text: one, or the items of a `List`. The text is asked for only when a position is.
 * Where each item starts is found once for all of them, so that finding positions in every item of a long list
 * stays linear.
 */
export function jsonDocuments(
  source: string,
  value: unknown,
  lines: () => LinedText,
  diagnostics: Diagnostics,
): SourceDocument[] {
  const whole = { source, locate: locateFrom(lines, () => 0) };
  if (!checkData(value, whole, diagnostics)) return [];
  const parts = unpackLists(value, whole, diagnostics);
  const paths = parts.map((part) => part.path);
  let starts: readonly number[] | undefined;
  const startOf = (index: number): number => {
    starts ??= findJsonOffsets(lines().text, 0, paths);
    return starts[index] ?? 0;
  };
  return parts.map((part, index) => ({
    source,
    value: part.value,
    locate: locateFrom(lines, () => startOf(index)),
  }));
}

/** A way to find positions from where a part of the text starts. */
function locateFrom(lines: () => LinedText, start: () => number): Locator['locate'] {
  return (paths) => {
    const lined = lines();
    const offsets = findJsonOffsets(lined.text, start(), paths);
    return offsets.map((offset) => lined.positionAt(offset));
  };
}
