import { lstatSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { isErrorOf } from '../files/file-system-error.ts';

/** The place where a run stages its files: the staging folder is `<prefix>-staging` in the directory. */
export interface StagingPlace {
  readonly directory: string;
  readonly prefix: string;
}

/** A staging folder that this process holds. */
export interface StagingHold {
  readonly place: StagingPlace;
  /** Tells whether a process that died left it, with all that was in it. */
  readonly inherited: boolean;
}

/** The process that holds a staging folder, in words. */
export interface Holder {
  readonly holder: string;
}

// A host's name may hold what a file name may not.
const host = hostname().replaceAll(/[^\w.-]/g, '_');
const self = `${process.pid}@${host}`;

/** The staging folder of a place. */
export function stagingPath({ directory, prefix }: StagingPlace): string {
  return `${directory}/${prefix}-staging`;
}

/**
 * Takes the staging folder of a place, for one process at a time. Who holds it stands in the name of a file inside,
 * because a name can be made and changed in one step: the folder is made aside with that file in it and renamed
 * into place, which fails where there is one already; that of a dead process is taken by renaming the file.
 * Processes of other hosts (or containers) that share the folder cannot be looked at and count as alive.
 */
export function takeStaging(place: StagingPlace): StagingHold | Holder {
  for (;;) {
    const found = readHolder(place);
    if (found === undefined) {
      if (createStaging(place)) return { place, inherited: false };
    } else if (found === '' || isAlive(found)) {
      return {
        holder: found === '' ? 'an unknown process' : `process ${found.replace('@', ' on ')}`,
      };
    } else if (takeOver(place, found)) {
      return { place, inherited: true };
    }
  }
}

/**
 * Gives the staging folder back, and removes it. In between it stands where the next run to come looks for what dead
 * processes left: in the given place.
 */
export function giveStagingBack({ place }: StagingHold, nextPlace: StagingPlace): void {
  const aside = privatePath(nextPlace, self);
  renameSync(stagingPath(place), aside);
  rmSync(aside, { recursive: true });
}

/** The holder's process and host, `''` where the folder does not tell, `undefined` where there is none. */
function readHolder(place: StagingPlace): string | undefined {
  const staging = stagingPath(place);
  const stats = lstatSync(staging, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  if (!stats.isDirectory()) return '';
  try {
    const file = readdirSync(staging).find((name) => name.startsWith(holderFile('')));
    return file?.slice(holderFile('').length) ?? '';
  } catch (error) {
    if (isErrorOf(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function holderFile(holder: string): string {
  return `held-by-${holder}`;
}

/** The path at which the folder stands before it is the staging folder, and after. */
function privatePath({ directory, prefix }: StagingPlace, holder: string): string {
  return `${directory}/${prefix}-${holder}`;
}

/** False where another process was faster. */
function createStaging(place: StagingPlace): boolean {
  removeLeftovers(place);
  const aside = privatePath(place, self);
  try {
    mkdirSync(aside);
    writeFileSync(`${aside}/${holderFile(self)}`, '');
    renameSync(aside, stagingPath(place));
    return true;
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    const taken = lstatSync(stagingPath(place), { throwIfNoEntry: false }) !== undefined;
    if (taken || isErrorOf(error, 'ENOTEMPTY', 'EEXIST')) return false;
    throw error;
  }
}

/** False where another process was faster. */
function takeOver(place: StagingPlace, dead: string): boolean {
  const staging = stagingPath(place);
  try {
    renameSync(`${staging}/${holderFile(dead)}`, `${staging}/${holderFile(self)}`);
    return true;
  } catch (error) {
    if (isErrorOf(error, 'ENOENT')) return false;
    throw error;
  }
}

/** Removes what processes left that died just before they had the folder, or just after. */
function removeLeftovers({ directory, prefix }: StagingPlace): void {
  for (const name of readdirSync(directory)) {
    if (!name.startsWith(`${prefix}-`)) continue;
    const holder = name.slice(prefix.length + 1);
    if (/^\d+@/.test(holder) && !isAlive(holder)) {
      rmSync(`${directory}/${name}`, { recursive: true, force: true });
    }
  }
}

/** This very process counts as dead: what it seems to hold is left from one that had the same number before. */
function isAlive(holder: string): boolean {
  const match = /^(\d{1,9})@(.*)$/.exec(holder);
  if (match === null || match[2] !== host) return true;
  return holder !== self && isRunning(Number(match[1]));
}

function isRunning(pid: number): boolean {
  try {
    // Signal 0 is not sent: the system only checks whether it could be.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Refused: it runs, for another user.
    return isErrorOf(error, 'EPERM');
  }
}
