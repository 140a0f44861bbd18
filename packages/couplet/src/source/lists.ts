import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { Locator, Path } from '../diagnostic/place.ts';
import { sourceProblems } from './problems.ts';

/** A part of a document that is read as a document of its own. */
export interface Part {
  readonly path: Path;
  readonly value: unknown;
}

/**
 * Gives what a document holds: itself; for a Kubernetes `List`, its items, and the items of lists among them, as
 * `kubectl` reads them. A list whose `items` is no array is reported and holds nothing.
 */
export function unpackLists(
  value: unknown,
  locator: Locator,
  diagnostics: Diagnostics,
  path: Path = [],
): readonly Part[] {
  if (!isList(value)) return [{ path, value }];
  const items = Object.hasOwn(value, 'items') ? value.items : undefined;
  if (Array.isArray(items)) {
    return items.flatMap((item, index) =>
      unpackLists(item, locator, diagnostics, [...path, 'items', index]),
    );
  }
  diagnostics.report(sourceProblems['list-without-items'], {}, { locator, path });
  return [];
}

function isList(value: unknown): value is { readonly kind: 'List'; readonly items?: unknown } {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.hasOwn(value, 'kind') &&
    'kind' in value &&
    value.kind === 'List'
  );
}
