import type { ProblemCauses } from '../diagnostic/problem.ts';
import type { CatalogParameters } from './problems.ts';

/** The cause of each problem of this layer, for docs/problems.md. */
export const catalogCauses: ProblemCauses<CatalogParameters> = {
  'catalog-name-unknown': {
    cause:
      'A source is written like one of the catalog, name@version, and the catalog does not have the name.',
    example: { name: 'openshfit', suggestion: 'openshift' },
  },
  'catalog-version-unknown': {
    cause: 'The catalog has the name of a source, but not its version.',
    example: { name: 'openshift', version: '4.2', suggestion: '4.20', versions: ['4.19', '4.20'] },
  },
  'lock-damaged': {
    cause: 'couplet.lock is not what Couplet writes: it was edited, or a merge left its marks.',
    example: { reason: 'is not JSON; a merge may have left its marks' },
  },
  'lock-unwritable': {
    cause:
      'Something new has to be locked, and the operating system does not let couplet.lock be written.',
    example: { reason: 'permission denied' },
  },
  'not-locked': {
    cause: 'A run with --frozen meets a source that the lock file does not have.',
    example: { lock: 'couplet.lock' },
  },
  'content-changed': {
    cause: 'What came from an address has other bytes than when it was locked.',
    example: {
      size: 512,
      sha256: 'ab'.repeat(32),
      expectedSize: 2048,
      expectedSha256: 'cd'.repeat(32),
      source: 'https://example.com/tea.json',
      lock: 'couplet.lock',
    },
  },
  'content-unexpected': {
    cause: 'What came for an entry of the catalog has another SHA-256 than the catalog knows.',
    example: {
      size: 512,
      sha256: 'ab'.repeat(32),
      expectedSize: undefined,
      expectedSha256: 'cd'.repeat(32),
    },
  },
  'lock-incomplete': {
    cause:
      'The lock file was written when the catalog listed fewer files of this release; what it has is read as before.',
    example: { source: 'openshift@4.20', lock: 'couplet.lock', locked: 95, all: 166 },
  },
  'download-trusted': {
    cause:
      'The release is older than those whose hashes the catalog has, and was downloaded for the first time.',
    example: { source: 'kubernetes@1.27' },
  },
  'cache-unwritable': {
    cause: 'A download was good, but cannot be kept for the next run.',
    example: { folder: '/var/cache/couplet', reason: 'permission denied' },
  },
  'mirror-incomplete': {
    cause: 'Downloads are to come from a mirror, and it lacks a document.',
    example: { path: 'example.com/tea.json' },
  },
  'mirror-unreadable': {
    cause: 'A document of the mirror is there, and cannot be read.',
    example: { path: 'mirror/example.com/tea.json', reason: 'permission denied' },
  },
  'mirror-differs': {
    cause:
      'couplet sources mirror is to write a document where the mirror already has another one.',
    example: { path: 'mirror/example.com/tea.json' },
  },
  'mirror-unwritable': {
    cause: 'couplet sources mirror cannot write a document into its folder.',
    example: { path: 'mirror/example.com/tea.json', reason: 'no space left on device' },
  },
  'nothing-locked': {
    cause: 'couplet sources was to work on all locked sources, and none is locked.',
    example: { lock: 'couplet.lock' },
  },
  'source-not-remote': {
    cause: 'couplet sources was given a file, or something else that is not downloaded.',
    example: {},
  },
  'source-unusable': {
    cause: 'What couplet sources has downloaded cannot be read as a document.',
    example: { problem: 'it is an HTML page, not JSON or YAML' },
  },
};
