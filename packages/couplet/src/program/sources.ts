import { Readable } from 'node:stream';
import type { DownloadOptions } from '../catalog/open.ts';
import { openSources } from '../catalog/open.ts';
import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { Dialect } from '../reader/dialect/dialect.ts';
import type { RawSource } from '../source/document.ts';
import type { RemoteReader } from '../source/read.ts';
import { readEmbedded, readSources } from '../source/read.ts';
import { parseSourceName } from '../source/source-name.ts';

/** The sources that an API is read from. */
export interface SourceChoice extends DownloadOptions {
  /**
   * Files, folders, http(s) addresses and names of the catalog such as `openshift@4.20`, which are read as one API; the
   * OpenShift document that comes with Couplet where nothing is named.
   */
  readonly from?: string | readonly string[] | undefined;
  /** The feature set of OpenShift whose kinds and fields are read; `Default` if it is not given. */
  readonly featureSet?: string | undefined;
  /** Dialects of one's own, which are asked before those that Couplet has. */
  readonly dialects?: readonly Dialect[] | undefined;
  /**
   * The lock file, by which names of the catalog are read and with `frozen` addresses too; `couplet.lock` in the current
   * folder if it is not given. It need not exist, and is never written.
   */
  readonly lockFile?: string | undefined;
}

/** The names of the sources that are chosen. */
export function namesOf({ from = [] }: SourceChoice): readonly string[] {
  return typeof from === 'string' ? [from] : from;
}

/**
 * Reads the documents of sources. Names of the catalog are read as the lock file has them. What is wrong is reported.
 */
export async function readChosen(
  choice: SourceChoice,
  diagnostics: Diagnostics,
): Promise<readonly RawSource[]> {
  const names = namesOf(choice);
  if (names.length === 0) return readEmbedded(diagnostics);
  const remote = openCatalog(choice, diagnostics);
  if (diagnostics.hasErrors) return [];
  // Programs read their own standard input.
  return readSources(names, diagnostics, { stdin: Readable.from([]), remote });
}

/** The reader of sources that have names or are locked, if there are any among the chosen ones. */
export function openCatalog(
  choice: SourceChoice,
  diagnostics: Diagnostics,
): RemoteReader | undefined {
  const { lockFile, frozen = false } = choice;
  if (!frozen && !namesOf(choice).some(isOfCatalog)) return undefined;
  const configuration = { file: undefined, lockFile, catalog: new Map(), locksAddresses: false };
  return openSources(choice, configuration, process.env, diagnostics)?.reader;
}

function isOfCatalog(name: string): boolean {
  return parseSourceName(name).kind === 'catalog';
}
