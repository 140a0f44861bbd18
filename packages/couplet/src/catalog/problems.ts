import type { Problems } from '../diagnostic/problem.ts';
import { defineProblems, shorten } from '../diagnostic/problem.ts';
import { count } from '../text/count.ts';

/** The problems with the catalog, the lock file, the cache and mirrors. */
export interface CatalogParameters {
  'catalog-name-unknown': { name: string; suggestion: string | undefined };
  'catalog-version-unknown': {
    name: string;
    version: string;
    suggestion: string | undefined;
    versions: readonly string[];
  };
  'lock-damaged': { reason: string };
  'lock-unwritable': { reason: string };
  'not-locked': { lock: string };
  'content-changed': Contents & { source: string; lock: string };
  'content-unexpected': Contents;
  'lock-incomplete': { source: string; lock: string; locked: number; all: number };
  'download-trusted': { source: string };
  'cache-unwritable': { folder: string; reason: string };
  'mirror-incomplete': { path: string };
  'mirror-unreadable': { path: string; reason: string };
  'mirror-differs': { path: string };
  'mirror-unwritable': { path: string; reason: string };
  'nothing-locked': { lock: string };
  'source-not-remote': {};
  'source-unusable': { problem: string };
}

/** The size and the hash of what came, and those of what should have come. */
interface Contents {
  readonly size: number;
  readonly sha256: string;
  readonly expectedSize: number | undefined;
  readonly expectedSha256: string;
}

export const catalogProblems: Problems<CatalogParameters> = defineProblems<CatalogParameters>({
  'catalog-name-unknown': {
    severity: 'error',
    message: ({ name, suggestion }) =>
      `the catalog has nothing that is called ${shorten(name)}${didYouMean(suggestion)}`,
    advice:
      'couplet sources lists what there is; a file of that name is meant by ./ in front of it.',
  },
  'catalog-version-unknown': {
    severity: 'error',
    message: ({ name, version, suggestion, versions }) =>
      `${shorten(name)} has no version ${shorten(version)}` +
      (suggestion === undefined ? butOthers(versions) : didYouMean(suggestion)),
    advice: 'couplet sources lists all versions; a project file can add others.',
  },
  'lock-damaged': {
    severity: 'error',
    message: ({ reason }) => `the lock file ${reason}`,
    advice: 'Bring it back from version control, or remove it to lock everything anew.',
  },
  'lock-unwritable': {
    severity: 'error',
    message: ({ reason }) => `the lock file cannot be written: ${reason}`,
    advice: 'Check the permissions of its folder and the disk it is on.',
  },
  'not-locked': {
    severity: 'error',
    message: ({ lock }) => `it is not in ${shorten(lock)}, and --frozen takes nothing else`,
    advice: 'Run the command without --frozen, and commit the lock file that it writes.',
  },
  'content-changed': {
    severity: 'error',
    message: (contents) =>
      `${compare(contents)}, as ${shorten(contents.lock)} has it for ${shorten(contents.source)}`,
    advice:
      'Find out who changed it, or whether an error page came instead; if the change is meant, run couplet sources update.',
  },
  'content-unexpected': {
    severity: 'error',
    message: (contents) => `${compare(contents)}, as the catalog has it`,
    advice: 'The download was changed on its way, or an error page came instead; try again.',
  },
  'lock-incomplete': {
    severity: 'note',
    message: ({ source, lock, locked, all }) =>
      `${shorten(lock)} has ${locked} of the ${count(all, 'file')} that the catalog has of ${shorten(source)} now`,
    advice: 'The library stays what it was; couplet sources update with that name takes the rest.',
  },
  'download-trusted': {
    severity: 'note',
    message: ({ source }) =>
      `the catalog has no SHA-256 for ${shorten(source)}: what came is trusted`,
    advice:
      'Commit the lock file, and nothing else is taken for it from then on; where the run writes none, couplet sources update with that name does.',
  },
  'cache-unwritable': {
    severity: 'warning',
    message: ({ folder, reason }) =>
      `downloads cannot be kept in the cache ${shorten(folder)}: ${reason}`,
    advice: 'Choose another folder with --cache; without one, each run downloads anew.',
  },
  'mirror-incomplete': {
    severity: 'error',
    message: ({ path }) => `the mirror does not have it: there is no ${JSON.stringify(path)}`,
    advice: 'Add it with couplet sources mirror, on a machine that has access to the internet.',
  },
  'mirror-unreadable': {
    severity: 'error',
    message: ({ path, reason }) =>
      `the mirror's file ${JSON.stringify(path)} cannot be read: ${reason}`,
    advice: 'Check its permissions and the disk it is on.',
  },
  'mirror-differs': {
    severity: 'error',
    message: ({ path }) => `the mirror holds something else as ${JSON.stringify(path)}`,
    advice: 'Nothing was overwritten; remove the file if it is out of date.',
  },
  'mirror-unwritable': {
    severity: 'error',
    message: ({ path, reason }) =>
      `it cannot be written into the mirror as ${JSON.stringify(path)}: ${reason}`,
    advice: 'Check the permissions of the folder and the disk it is on.',
  },
  'source-not-remote': {
    severity: 'error',
    message: () => 'it is neither a name such as openshift@4.20 nor an http or https address',
    advice: 'Files are read as they are: they need neither lock nor mirror.',
  },
  'source-unusable': {
    severity: 'error',
    message: ({ problem }) => `what came is no API document: ${problem}`,
    advice: 'It is not locked; look at what is at that address.',
  },
  'nothing-locked': {
    severity: 'error',
    message: ({ lock }) => `no source is named, and ${shorten(lock)} has none`,
    advice: 'Name the sources, such as openshift@4.20.',
  },
});

function didYouMean(suggestion: string | undefined): string {
  return suggestion === undefined ? '' : `; did you mean ${shorten(suggestion)}?`;
}

function butOthers(versions: readonly string[]): string {
  if (versions.length === 0) return '';
  return `, but ${versions.map((known) => shorten(known)).join(', ')}`;
}

function compare({ size, sha256, expectedSize, expectedSha256 }: Contents): string {
  const expected = expectedSize === undefined ? '' : `${expectedSize} bytes and `;
  return `it has ${size} bytes and the SHA-256 ${sha256}, not ${expected}${expectedSha256}`;
}
