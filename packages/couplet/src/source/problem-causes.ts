import type { ProblemCauses } from '../diagnostic/problem.ts';
import type { SourceParameters } from './problems.ts';

/** The cause of each problem of this layer, for docs/problems.md. */
export const sourceCauses: ProblemCauses<SourceParameters> = {
  'file-not-found': {
    cause: 'Nothing is at the path that was given as a source.',
    example: {},
  },
  'file-unreadable': {
    cause: 'The operating system does not let the file or folder be read.',
    example: { reason: 'permission denied' },
  },
  'not-a-file': {
    cause: 'A source is something else than a file or a folder, such as a device or a pipe.',
    example: { found: 'a pipe' },
  },
  'folder-without-sources': {
    cause:
      'A folder was given as a source, and in it and its subfolders is no file that looks like a document.',
    example: {},
  },
  'standard-input-broken': {
    cause: 'Reading standard input failed in the middle.',
    example: { reason: 'read EIO' },
  },
  'embedded-missing': {
    cause:
      'No source was given, so the document that comes with Couplet is wanted; the package is not complete, or not built.',
    example: {},
  },
  'gzip-broken': {
    cause: 'A file starts like gzip, but cannot be unpacked to its end.',
    example: { reason: 'unexpected end of file' },
  },
  'utf-16': {
    cause:
      "A text starts with the byte-order mark of UTF-16 or UTF-32, as PowerShell's redirection writes it.",
    example: {},
  },
  'not-utf-8': {
    cause: 'A text holds bytes that are no UTF-8.',
    example: {},
  },
  'nul-character': {
    cause: 'A text holds a character with the code 0: most often it is a binary file.',
    example: {},
  },
  'empty-source': {
    cause: 'An input has no bytes, or nothing but white space and comments.',
    example: {},
  },
  'html-page': {
    cause:
      'An input starts like HTML: a server has sent a page for people, such as a login, in place of the document.',
    example: {},
  },
  'json-syntax': {
    cause: 'An input that starts like JSON breaks the rules of JSON.',
    example: { expected: 'a comma or ]', found: 'a comment' },
  },
  'yaml-syntax': {
    cause: 'An input breaks the rules of YAML.',
    example: { problem: 'Nested mappings are not allowed in compact mappings' },
  },
  'too-deep': {
    cause: 'Lists and objects stand in each other deeper than any real document has them.',
    example: { limit: 300 },
  },
  'too-many-values': {
    cause:
      'A document holds more values than fit into memory; a short YAML text can have very many by its aliases.',
    example: { limit: 3_000_000 },
  },
  'yaml-too-long': {
    cause:
      'A YAML text has more characters, words or signs than can be parsed within the memory of a run.',
    example: { limit: '1500000 words and signs' },
  },
  'too-many-merges': {
    cause:
      'The merge key << of YAML brings more members into mappings than any real document does.',
    example: { limit: 200_000 },
  },
  'number-out-of-range': {
    cause: 'A number is one that JSON does not have: .inf, .nan, or too large.',
    example: {},
  },
  'duplicate-key': {
    cause: 'An object has the same key twice.',
    example: { key: 'replicas' },
  },
  'unknown-anchor': {
    cause:
      'A YAML alias, such as *pot, names an anchor that does not stand before it. A text that starts with * needs quotes.',
    example: { anchor: 'pot' },
  },
  'alias-cycle': {
    cause: 'A YAML alias stands within the value that it stands for.',
    example: { anchor: 'pot' },
  },
  'merge-without-mapping': {
    cause:
      'The merge key << of YAML has a value that is neither a mapping nor a list of mappings, or that leads back to itself.',
    example: {},
  },
  'unknown-tag': {
    cause: 'A YAML value has a tag, such as !vault, that Kubernetes does not know.',
    example: {},
  },
  'list-without-items': {
    cause:
      'An object of kind List, as kubectl writes it, has no items, or something else than a list there.',
    example: {},
  },
  'group-version-stale': {
    cause: 'The cluster lists a group that another server answers for, and that server is away.',
    example: { groupVersion: 'tea.example.com/v1' },
  },
  'archive-broken': {
    cause: 'A tar or zip archive is cut off, or its checksums and sizes do not fit what is in it.',
    example: { format: 'tar', reason: 'Tar archive is truncated.' },
  },
  'archive-too-large': {
    cause: 'What an archive unpacks to is larger than an input may be.',
    example: { limit: 67_108_864 },
  },
  'archive-too-many-files': {
    cause: 'An archive has more entries than any bundle or chart.',
    example: { limit: 10_000 },
  },
  'archive-too-deep': {
    cause: 'Charts are packed into charts, level by level.',
    example: { limit: 5 },
  },
  'archive-path-unsafe': {
    cause: 'The path of a file in an archive is absolute, or goes up to a folder outside.',
    example: { path: '../../etc/tea.yaml' },
  },
  'archive-device': {
    cause: 'An entry of an archive is neither a file, a folder nor a link.',
    example: { path: 'dev/tea' },
  },
  'archive-link': {
    cause: 'A document of an archive is a symbolic or a hard link, which may lead anywhere.',
    example: {},
  },
  'archive-repeats': {
    cause: 'An archive was added to, and has a file in two versions.',
    example: {},
  },
  'archive-unsupported': {
    cause:
      'An archive is encrypted, in several parts, or packed by a method that Node cannot undo.',
    example: { reason: 'it is encrypted' },
  },
  'archive-without-sources': {
    cause: 'An archive was given that has no documents.',
    example: {},
  },
};
