import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { StagingPlace } from './staging-hold.ts';
import { takeStaging, stagingPath } from './staging-hold.ts';
import type { OutputFolder } from './output-folder.ts';
import { locateFolder, placeBeside, placeInside } from './output-folder.ts';
import { Staging } from './staging.ts';
import { outputProblems } from './problems.ts';

/**
 * Takes the staging folder of an output folder, for one run at a time. What a killed run left is put in order first:
 * the folder is then as it was before that run, or as that run was to make it. A folder that cannot be used, or that
 * another run writes into, is reported. Errors of the file system are thrown.
 */
export function openStaging(shown: string, diagnostics: Diagnostics): Staging | undefined {
  const folder = locateFolder(shown, diagnostics);
  if (folder === undefined) return undefined;
  if (!folder.exists) {
    mkdirSync(dirname(folder.root), { recursive: true });
    const staging = take(folder, placeBeside(folder), diagnostics);
    if (staging === undefined || !existsSync(folder.root)) return staging;
    // Another run made the folder between the look and the taking.
    staging.close(diagnostics);
    return openStaging(shown, diagnostics);
  }
  if (existsSync(stagingPath(placeBeside(folder)))) {
    const left = take(folder, placeBeside(folder), diagnostics);
    if (left === undefined) return undefined;
    left.close(diagnostics);
  }
  return take(folder, placeInside(folder), diagnostics);
}

/** Tells whether a run is writing into the folder, or was killed while it did. */
export function isInterrupted(folder: OutputFolder): boolean {
  const places = [placeBeside(folder), placeInside(folder)];
  return places.some((place) => existsSync(stagingPath(place)));
}

function take(
  folder: OutputFolder,
  place: StagingPlace,
  diagnostics: Diagnostics,
): Staging | undefined {
  const hold = takeStaging(place);
  if ('holder' in hold) {
    const staging = stagingPath(place);
    diagnostics.report(outputProblems['output-busy'], {
      folder: folder.shown,
      holder: hold.holder,
      staging,
    });
    return undefined;
  }
  const staging = new Staging(folder, hold);
  if (hold.inherited) staging.reset();
  return staging;
}
