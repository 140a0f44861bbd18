import { existsSync, readFileSync } from 'node:fs';
import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import { placeInText } from '../diagnostic/place.ts';
import { packageRoot } from '../package-root.ts';
import { collect } from '../net/collect.ts';
import type { RawSource } from './document.ts';
import { rawSource } from './document.ts';
import { readPath } from './files.ts';
import { maximumBytes } from '../files/limits.ts';
import { readUrl } from './url.ts';
import { netProblems } from '../net/problems.ts';
import { sourceProblems } from './problems.ts';
import { parseSourceName } from './source-name.ts';

/** The seconds that an address may take until its last byte, redirects and further tries included. */
export const defaultTimeoutSeconds = 60;

/** A reader of the inputs that are kept track of, such as those of a catalog. */
export interface RemoteReader {
  /** Tells whether this is the one to read an input. */
  readonly owns: (name: string) => boolean;
  /** The documents of an input, all or none; what is wrong is reported. */
  readonly read: (name: string, diagnostics: Diagnostics) => Promise<readonly RawSource[]>;
}

/** The origins of inputs that are no files. */
export interface ReadOptions {
  /** The input that `-` stands for. */
  readonly stdin: AsyncIterable<Uint8Array>;
  /** The seconds that a URL may take; {@link defaultTimeoutSeconds} if absent. */
  readonly timeoutSeconds?: number;
  /** Asked first, for each input. */
  readonly remote?: RemoteReader | undefined;
}

/**
 * Reads the inputs that a user named, in their order: files, folders, http(s) URLs, `-` for standard input, and what is
 * remote.
 * What cannot be read is reported, and the rest is read. An input that is named twice is read once; a file that is named
 * beside its folder is read for both.
 */
export async function readSources(
  names: readonly string[],
  diagnostics: Diagnostics,
  { stdin, timeoutSeconds = defaultTimeoutSeconds, remote }: ReadOptions,
): Promise<RawSource[]> {
  const sources: (readonly RawSource[])[] = [];
  const seen = new Set<string>();
  for (const name of new Set(names)) {
    const { kind } = parseSourceName(name);
    if (remote?.owns(name) === true) sources.push(await remote.read(name, diagnostics));
    else if (kind === 'stdin') sources.push(await readStdin(stdin, diagnostics));
    else if (kind === 'url') {
      sources.push(await readUrl(name, timeoutSeconds, diagnostics));
    } else sources.push(readPath(name, seen, diagnostics));
  }
  return sources.flat();
}

/** OpenShift's document that comes with the package, under the name `<embedded>`. */
export function readEmbedded(diagnostics: Diagnostics): RawSource[] {
  const file = new URL('embedded/openshift-openapi.json.gz', packageRoot);
  if (existsSync(file)) return [rawSource('<embedded>', readFileSync(file))];
  diagnostics.report(sourceProblems['embedded-missing'], {}, placeInText('<embedded>'));
  return [];
}

async function readStdin(
  stdin: AsyncIterable<Uint8Array>,
  diagnostics: Diagnostics,
): Promise<readonly RawSource[]> {
  const place = placeInText('<stdin>');
  try {
    const bytes = await collect(stdin);
    if (bytes !== undefined) return [rawSource('<stdin>', bytes)];
    diagnostics.report(netProblems['too-large'], { limit: maximumBytes }, place);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    diagnostics.report(sourceProblems['standard-input-broken'], { reason: error.message }, place);
  }
  return [];
}
