import { carryDirectory, carryFile } from './carry.ts';
import type { FolderListing } from './folder-listing.ts';
import type { Plan } from './plan.ts';
import type { Staging } from './staging.ts';
import { findUnits } from './unit.ts';

/**
 * Makes the folder what the plan says. All new and changed files and the record are staged; what stays of the
 * directories they are swapped with is added to them here. Errors of the file system are thrown.
 */
export function swapIn(staging: Staging, plan: Plan, listing: FolderListing): void {
  if (!staging.folder.exists) {
    staging.install();
    return;
  }
  const units = findUnits(plan, listing);
  const changed = new Set(plan.changed);
  for (const { path, before, arrives } of units) {
    if (before === 'nothing') continue;
    const old = staging.prepareOld(path);
    if (before === 'overwritten') carryFile(listing.resolve(path), old, 'file');
    const stays = arrives && listing.find(path) === 'directory' && !plan.leaving.has(path);
    if (stays)
      carryDirectory(path, staging, (entry) => plan.leaving.has(entry) || changed.has(entry));
  }
  staging.swap(units);
}
