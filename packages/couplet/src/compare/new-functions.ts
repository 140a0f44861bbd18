import type { NewFunction, Kind } from '../library/library.ts';
import type { Finding } from './change.ts';

/**
 * Finds what changed about the `new` of a kind: whether there is one, its argument, and what it sets.
 *
 * @param isMoved whether the kind has another group and version, which `new` is bound to set
 */
export function compareNewFunctions(
  before: Kind,
  after: Kind,
  isMoved: boolean,
): readonly Finding[] {
  const finding = { place: '.new', origin: `${after.definition}/new` };
  if (before.newFunction === undefined || after.newFunction === undefined) {
    if (before.newFunction === after.newFunction) return [];
    if (before.newFunction === undefined) return [{ ...finding, kind: 'function-added' }];
    const reason = after.isUnserved ? 'no API serves it' : undefined;
    return [{ ...finding, kind: 'function-removed', after: reason }];
  }
  const old = describe(before.newFunction, isMoved);
  const own = describe(after.newFunction, isMoved);
  const changed = old.map((_, index) => index).filter((index) => old[index] !== own[index]);
  if (changed.length === 0) return [];
  const words = (all: readonly string[]): string => changed.map((index) => all[index]).join(', ');
  return [{ ...finding, kind: 'function-changed', before: words(old), after: words(own) }];
}

/** Lists what can differ, always in the same order. */
function describe(newFunction: NewFunction, isMoved: boolean): readonly string[] {
  const { apiVersion, groupVersionKind, takesName, marksClusterScope } = newFunction;
  return [
    takesName ? 'new(name)' : 'new()',
    isMoved ? '' : `apiVersion ${apiVersion}`,
    `kind ${groupVersionKind.kind}`,
    marksClusterScope ? 'marked as cluster-scoped' : 'not marked as cluster-scoped',
  ];
}
