import type { Problems } from '../diagnostic/problem.ts';
import { defineProblems, shorten } from '../diagnostic/problem.ts';

/** The problems until an input is parsed: reading, unpacking, decoding and parsing it; and with what it left out. */
export interface SourceParameters {
  'file-not-found': {};
  'file-unreadable': { reason: string };
  'not-a-file': { found: string };
  'folder-without-sources': {};
  'standard-input-broken': { reason: string };
  'embedded-missing': {};
  'gzip-broken': { reason: string };
  'archive-broken': { format: string; reason: string };
  'archive-too-large': { limit: number };
  'archive-too-many-files': { limit: number };
  'archive-too-deep': { limit: number };
  'archive-path-unsafe': { path: string };
  'archive-device': { path: string };
  'archive-link': {};
  'archive-repeats': {};
  'archive-unsupported': { reason: string };
  'archive-without-sources': {};
  'utf-16': {};
  'not-utf-8': {};
  'nul-character': {};
  'empty-source': {};
  'html-page': {};
  'json-syntax': { expected: string; found: string };
  'yaml-syntax': { problem: string };
  'too-deep': { limit: number };
  'too-many-values': { limit: number };
  'yaml-too-long': { limit: string };
  'too-many-merges': { limit: number };
  'number-out-of-range': {};
  'duplicate-key': { key: string };
  'unknown-anchor': { anchor: string };
  'alias-cycle': { anchor: string };
  'merge-without-mapping': {};
  'unknown-tag': {};
  'list-without-items': {};
  'group-version-stale': { groupVersion: string };
}

export const sourceProblems: Problems<SourceParameters> = defineProblems<SourceParameters>({
  'file-not-found': {
    severity: 'error',
    message: () => 'there is no such file or folder',
    advice: 'Check the path; a relative one starts from the folder that the command runs in.',
  },
  'file-unreadable': {
    severity: 'error',
    message: ({ reason }) => `it cannot be read: ${reason}`,
    advice: 'Check its permissions and the disk it is on.',
  },
  'not-a-file': {
    severity: 'error',
    message: ({ found }) => `it is ${found}, and only files and folders are read`,
    advice: 'To read from a pipe, give - and connect it to standard input.',
  },
  'folder-without-sources': {
    severity: 'error',
    message: () =>
      'the folder holds no file that ends in .json, .yaml or .yml, or one of these and .gz',
    advice: 'Check the path, or give a file with another ending by its own name.',
  },
  'standard-input-broken': {
    severity: 'error',
    message: ({ reason }) => `standard input broke off: ${shorten(reason)}`,
    advice: 'Check the program that writes into it.',
  },
  'embedded-missing': {
    severity: 'error',
    message: () => 'the embedded OpenShift document is missing',
    advice: 'Run npm run build, or install the package anew.',
  },
  'gzip-broken': {
    severity: 'error',
    message: ({ reason }) => `the gzip data is damaged: ${shorten(reason)}`,
    advice: 'Download or pack the file anew.',
  },
  'archive-broken': {
    severity: 'error',
    message: ({ format, reason }) => `the ${format} archive is damaged: ${shorten(reason)}`,
    advice: 'Download or pack the archive anew.',
  },
  'archive-too-large': {
    severity: 'error',
    message: ({ limit }) => `it unpacks to more than ${limit / 1024 / 1024} MiB`,
    advice: 'Check that it is what you meant; unpack it and give the files that are wanted.',
  },
  'archive-too-many-files': {
    severity: 'error',
    message: ({ limit }) => `the archive has more than ${limit} files and folders`,
    advice: 'Check that it is what you meant; unpack it and give the folder that is wanted.',
  },
  'archive-too-deep': {
    severity: 'error',
    message: ({ limit }) => `archives lie in archives more than ${limit} levels deep`,
    advice: 'Unpack the outer ones and give the folder.',
  },
  'archive-path-unsafe': {
    severity: 'error',
    message: ({ path }) => `the archive has a path that leads out of it: ${shorten(path)}`,
    advice: 'Do not unpack it elsewhere either; nothing of it is read.',
  },
  'archive-device': {
    severity: 'error',
    message: ({ path }) => `the archive has a device or a pipe: ${shorten(path)}`,
    advice: 'Pack only files and folders; nothing of it is read.',
  },
  'archive-link': {
    severity: 'warning',
    message: () => 'it is a link, and links in archives are not followed',
    advice: 'It is left out; pack what it leads to in its place.',
  },
  'archive-repeats': {
    severity: 'warning',
    message: () => 'the archive has this file a second time',
    advice: 'The last one counts, as where it is unpacked; pack it without the others.',
  },
  'archive-unsupported': {
    severity: 'error',
    message: ({ reason }) => `it cannot be unpacked: ${reason}`,
    advice: 'Unpack the archive and give the folder.',
  },
  'archive-without-sources': {
    severity: 'error',
    message: () => 'the archive holds no file that ends in .json, .yaml or .yml',
    advice: 'Check that it is what you meant; files that are packed once more are not read.',
  },
  'utf-16': {
    severity: 'error',
    message: () => 'the text is UTF-16 or UTF-32, as its byte-order mark says, and should be UTF-8',
    advice: 'Save it as UTF-8; in PowerShell, write it with Out-File -Encoding utf8.',
  },
  'not-utf-8': {
    severity: 'error',
    message: () => 'the text is not UTF-8 from here on',
    advice: 'Save it as UTF-8.',
  },
  'nul-character': {
    severity: 'error',
    message: () => 'a NUL character stands here, so this is no text',
    advice: 'Give a JSON or YAML text, saved as UTF-8.',
  },
  'empty-source': {
    severity: 'error',
    message: () => 'there is nothing in it',
    advice: 'Check the program that was to write it, or leave it out.',
  },
  'html-page': {
    severity: 'error',
    message: () => 'it is an HTML page, not JSON or YAML',
    advice: 'Open it to see what it says: it may be a login, or a page about the document.',
  },
  'json-syntax': {
    severity: 'error',
    message: ({ expected, found }) => `this is no JSON: expected ${expected}, found ${found}`,
    advice: 'Correct it here; what stands before is well-formed.',
  },
  'yaml-syntax': {
    severity: 'error',
    message: ({ problem }) => `this is no YAML: ${shorten(problem)}`,
    advice: 'Correct it here or on the lines above.',
  },
  'too-deep': {
    severity: 'error',
    message: ({ limit }) => `values are nested more than ${limit} levels deep here`,
    advice: 'Check the document; no API schema is nested so deep.',
  },
  'too-many-values': {
    severity: 'error',
    message: ({ limit }) =>
      `it holds more than ${limit} values, those behind YAML aliases included`,
    advice: 'Split the document, or write out its aliases.',
  },
  'yaml-too-long': {
    severity: 'error',
    message: ({ limit }) => `the YAML text has more than ${limit}`,
    advice: 'Split it into several files, or convert it to JSON.',
  },
  'too-many-merges': {
    severity: 'error',
    message: ({ limit }) => `<< adds more than ${limit} members to the mappings of this document`,
    advice: 'Split the document, or write out what << merges.',
  },
  'number-out-of-range': {
    severity: 'error',
    message: () => 'the number is infinite, no number, or too large to be kept',
    advice: 'Write a number that JSON can hold, below 1.8e308.',
  },
  'duplicate-key': {
    severity: 'warning',
    message: ({ key }) => `the key ${shorten(key)} stands here a second time`,
    advice: 'The last one counts; remove the others.',
  },
  'unknown-anchor': {
    severity: 'error',
    message: ({ anchor }) => `the alias ${shorten(anchor)} has no anchor before it`,
    advice: 'Add the anchor, or put the text in quotes if no alias is meant.',
  },
  'alias-cycle': {
    severity: 'error',
    message: ({ anchor }) => `the alias ${shorten(anchor)} stands inside of what it stands for`,
    advice: 'Write out the value; JSON cannot hold a value that holds itself.',
  },
  'merge-without-mapping': {
    severity: 'error',
    message: () => '<< merges something other than a mapping, or one it stands in',
    advice: 'Give a mapping, an alias of one, or a list of these.',
  },
  'unknown-tag': {
    severity: 'warning',
    message: () => 'the tag here means nothing in Kubernetes',
    advice: 'The value is taken as it is written; remove the tag.',
  },
  'list-without-items': {
    severity: 'error',
    message: () => 'the List has no items',
    advice: 'Check the command that made it; items must be an array.',
  },
  'group-version-stale': {
    severity: 'warning',
    message: ({ groupVersion }) =>
      `the server behind ${shorten(groupVersion)} does not answer the cluster at present`,
    advice: 'Its kinds may be missing from the library; kubectl get apiservices tells more.',
  },
});
