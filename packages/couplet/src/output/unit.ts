import type { FolderListing } from './folder-listing.ts';
import { parentOf } from './path.ts';
import type { Plan } from './plan.ts';

/** A part that is swapped as a whole: a file or a directory of the output folder. */
export interface Unit {
  readonly path: string;
  /** The state before: nothing, something that is moved away first, or a file that a file is renamed over. */
  readonly before: 'nothing' | 'moved' | 'overwritten';
  /** Tells whether something is there afterwards. */
  readonly arrives: boolean;
}

/** The changes below one entry of the folder. */
interface Group {
  /** The deepest path that all changes are at or below. */
  common: string;
  arrives: boolean;
}

/**
 * The fewest units that bring all changes of a plan: one for each entry of the folder with changes in it, and of
 * these as little as holds them. So what is beside a library is not touched, a single changed file is renamed over
 * the old one, and new directories come whole.
 */
export function findUnits(plan: Plan, folder: FolderListing): readonly Unit[] {
  const groups = new Map<string, Group>();
  for (const path of [...plan.created, ...plan.changed]) addTo(groups, path, true);
  for (const path of plan.leaving) addTo(groups, path, false);
  const units = Array.from(groups.values(), (group) => unitOf(group, plan, folder));
  return units.sort((left, right) => rank(left) - rank(right) || (left.path < right.path ? -1 : 1));
}

/** The order in which units are swapped. */
function rank({ before, arrives }: Unit): number {
  // Before it renames over a file, ext4 starts to write the new one: slow, and best done before all else.
  if (before === 'overwritten') return 0;
  // Where case is ignored, what goes may be in the way of what comes.
  return arrives ? 2 : 1;
}

function addTo(groups: Map<string, Group>, path: string, arrives: boolean): void {
  const top = /^[^/]*/.exec(path)?.[0] ?? path;
  const group = groups.get(top);
  if (group === undefined) {
    groups.set(top, { common: path, arrives });
    return;
  }
  group.common = commonPath(group.common, path);
  group.arrives ||= arrives;
}

/** The deepest path that both are at or below; they share their first part. */
function commonPath(left: string, right: string): string {
  let common = left;
  while (right !== common && !right.startsWith(`${common}/`)) common = parentOf(common);
  return common;
}

function unitOf({ common, arrives }: Group, plan: Plan, folder: FolderListing): Unit {
  let path = common;
  // A directory that is missing comes as a whole.
  while (folder.find(path) === undefined && isMissing(parentOf(path), folder)) {
    path = parentOf(path);
  }
  const type = folder.find(path);
  const leaves = plan.leaving.has(path);
  if (type === undefined) return { path, before: 'nothing', arrives };
  if (type === 'file' && !leaves) return { path, before: 'overwritten', arrives };
  return { path, before: 'moved', arrives: arrives || !leaves };
}

function isMissing(directory: string, folder: FolderListing): boolean {
  return directory !== '' && folder.find(directory) === undefined;
}
