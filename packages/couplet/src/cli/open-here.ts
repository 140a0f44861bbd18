import { existsSync } from 'node:fs';
import type { DownloadOptions, OpenedSources } from '../catalog/open.ts';
import { openSources } from '../catalog/open.ts';
import { projectFileName } from '../config/project.ts';
import { readConfiguration } from '../config/read-configuration.ts';
import type { Diagnostics } from '../diagnostic/diagnostics.ts';

/**
 * Opens the sources that are kept track of for a command that is told them by name: with the lock file of the current
 * folder, and with what the project file there adds to the catalog.
 *
 * @param locksAddresses whether addresses are locked as well
 * @returns `undefined`, and the problem reported, where one of the two files cannot be used
 */
export async function openHere(
  options: DownloadOptions,
  locksAddresses: boolean,
  env: Readonly<Record<string, string | undefined>>,
  diagnostics: Diagnostics,
): Promise<OpenedSources | undefined> {
  const catalog = existsSync(projectFileName)
    ? (await readConfiguration(projectFileName, diagnostics)).catalog
    : new Map();
  if (diagnostics.hasErrors) return undefined;
  return openSources(options, { file: undefined, catalog, locksAddresses }, env, diagnostics);
}
