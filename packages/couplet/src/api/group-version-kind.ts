import type { Definition, GroupVersionKind } from './definition.ts';
import { compareNames } from '../text/compare-names.ts';

/**
 * Chooses the one kind that the API serves a definition as. Where several are listed the most specific wins: a group
 * over none, a version over none. Of equals the one whose group is the definition's own is taken, then the first by
 * name.
 */
export function chooseGroupVersionKind({
  name,
  groupVersionKinds,
}: Definition): GroupVersionKind | undefined {
  const group = name.split('.').at(-3) ?? '';
  const rank = (candidate: GroupVersionKind): number =>
    (candidate.group === '' ? 0 : 4) +
    (candidate.version === '' ? 0 : 2) +
    (candidate.group.split('.')[0] === group ? 1 : 0);
  const [best] = [...groupVersionKinds].sort(
    (left, right) =>
      rank(right) - rank(left) ||
      compareNames(left.group, right.group) ||
      compareNames(left.version, right.version),
  );
  return best;
}

/** A text that equal group-version-kinds have in common, and no others. */
export function groupVersionKindKey({ group, version, kind }: GroupVersionKind): string {
  return JSON.stringify([group, version, kind]);
}

/** `group/version`, or the version alone for the core group: the `apiVersion` of a manifest. */
export function apiVersionOf({ group, version }: GroupVersionKind): string {
  return group === '' ? version : `${group}/${version}`;
}
