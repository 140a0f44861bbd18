import { FolderNames } from '../library/folder-names.ts';
import type { Library } from '../library/library.ts';

/** The group and version whose module has a definition's type. */
export interface Home {
  readonly group: string;
  readonly version: string;
}

/**
 * Finds a module for every definition: the library's own have theirs; what these refer to goes by the labels of its
 * name like them, so that `io.k8s.api.core.v1.Container` is in `core/v1` whether or not the library has a group `core`.
 * Of groups that differ in case only, the first in the order given has the plain name.
 */
export function assignHomes(
  library: Library,
  definitions: Iterable<string>,
): ReadonlyMap<string, Home> {
  const homes = new Map<string, Home>();
  const groups = new FolderNames();
  const versions = new FolderNames();
  for (const group of library.groups) {
    for (const version of group.versions) {
      for (const { definition } of version.kinds) {
        const labels = labelsOf(definition);
        groups.keep(labels.group, group.name);
        versions.keep(labels.version, version.name);
        homes.set(definition, { group: group.name, version: version.name });
      }
    }
  }
  for (const definition of definitions) {
    if (homes.has(definition)) continue;
    const labels = labelsOf(definition);
    const home = { group: groups.name(labels.group), version: versions.name(labels.version) };
    homes.set(definition, home);
  }
  return homes;
}

/** The names of a group and a version where a definition's own name lacks them. */
function labelsOf(definition: string): Home {
  const [version = 'unversioned', group = 'ungrouped'] = definition
    .split('.')
    .slice(-3, -1)
    .toReversed();
  return { group, version };
}
