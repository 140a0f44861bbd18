import type { Problems } from '../diagnostic/problem.ts';
import { defineProblems, shorten } from '../diagnostic/problem.ts';

/** The problems with writing a library. */
export interface OutputParameters {
  'output-path-unsafe': { path: string; reason: string };
  'output-path-clash': { path: string; other: string };
  'output-path-blocked': { path: string; found: string };
  'output-file-foreign': { path: string };
  'output-file-edited': { path: string };
  'output-file-claimed': { path: string; owner: string };
  'output-file-kept': { path: string };
  'output-folder-blocked': { folder: string; found: string };
  'output-manifest-damaged': { path: string; reason: string };
  'output-busy': { folder: string; holder: string; staging: string };
  'output-no-space': { path: string; reason: string };
  'output-denied': { path: string; reason: string };
  'output-failed': { path: string; reason: string };
  'output-leftover': { path: string; reason: string };
}

export const outputProblems: Problems<OutputParameters> = defineProblems<OutputParameters>({
  'output-path-unsafe': {
    severity: 'error',
    message: ({ path, reason }) => `${shorten(path)} cannot be an output file: it ${reason}`,
    advice: 'Nothing was written; change the name in the input or in --label that leads to it.',
  },
  'output-path-clash': {
    severity: 'error',
    message: ({ path, other }) =>
      `${JSON.stringify(path)} and ${JSON.stringify(other)} cannot both be there: where case is ignored they are one name`,
    advice: 'Nothing was written; rename or leave out one of the two.',
  },
  'output-path-blocked': {
    severity: 'error',
    message: ({ path, found }) => `${JSON.stringify(path)} is in the way: it is ${found}`,
    advice: 'Nothing was written; move it away, or choose another folder.',
  },
  'output-file-foreign': {
    severity: 'error',
    message: ({ path }) => `${JSON.stringify(path)} exists, and Couplet did not write it`,
    advice: 'Nothing was written; move the file away or delete it, or choose another folder.',
  },
  'output-file-edited': {
    severity: 'error',
    message: ({ path }) => `${JSON.stringify(path)} was changed since Couplet wrote it`,
    advice:
      'Nothing was written; move the file away or delete it. Additions of your own belong into --patches.',
  },
  'output-file-claimed': {
    severity: 'error',
    message: ({ path, owner }) =>
      `${JSON.stringify(path)} belongs to the library ${shorten(owner)} with another text`,
    advice:
      'Nothing was written; generate that library again first, or choose another --label or --out.',
  },
  'output-file-kept': {
    severity: 'warning',
    message: ({ path }) =>
      `${JSON.stringify(path)} is no longer generated, but was changed since Couplet wrote it`,
    advice: 'It is left as it is and is yours from now on; delete it if you do not need it.',
  },
  'output-folder-blocked': {
    severity: 'error',
    message: ({ folder, found }) =>
      `${JSON.stringify(folder)} cannot be the output folder: it is ${found}`,
    advice: 'Nothing was written; choose another folder.',
  },
  'output-manifest-damaged': {
    severity: 'error',
    message: ({ path, reason }) => `${JSON.stringify(path)} cannot be used: it ${reason}`,
    advice:
      'Nothing was written; restore the file, or delete it: files that are as generated are then adopted.',
  },
  'output-busy': {
    severity: 'error',
    message: ({ folder, holder, staging }) =>
      `another run of Couplet writes into ${JSON.stringify(folder)}: ${holder}, working in ${JSON.stringify(staging)}`,
    advice:
      'Nothing was written; wait for it to end. If no such process runs any more, delete the folder it worked in.',
  },
  'output-no-space': {
    severity: 'error',
    message: ({ path, reason }) => `${JSON.stringify(path)} cannot be written: ${reason}`,
    advice: 'The output folder is as it was; make room on its disk and run again.',
  },
  'output-denied': {
    severity: 'error',
    message: ({ path, reason }) => `${JSON.stringify(path)} cannot be accessed: ${reason}`,
    advice: 'The output folder is as it was; make it writable for you, or choose another one.',
  },
  'output-failed': {
    severity: 'error',
    message: ({ path, reason }) => `${JSON.stringify(path)} cannot be written: ${reason}`,
    advice: 'The output folder is as it was; remove the cause, or choose another one.',
  },
  'output-leftover': {
    severity: 'warning',
    message: ({ path, reason }) => `${JSON.stringify(path)} could not be cleared away: ${reason}`,
    advice: 'Remove the cause and run again: a run first puts in order what an earlier one left.',
  },
});
