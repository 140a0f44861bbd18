import type { Problems } from '../diagnostic/problem.ts';
import { defineProblems } from '../diagnostic/problem.ts';
import { shorten } from '../diagnostic/problem.ts';

/** The problems with what is added to a library. */
export interface GenerateParameters {
  'unreadable-additions': { reason: string };
  'no-patches': {};
  'patch-clash': { name: string };
}

export const generateProblems: Problems<GenerateParameters> = defineProblems<GenerateParameters>({
  'unreadable-additions': {
    severity: 'error',
    message: ({ reason }) => `it cannot be read: ${reason}`,
    advice: 'Check the path; what is added to a library must be texts that you may read.',
  },
  'no-patches': {
    severity: 'warning',
    message: () => 'the folder holds no file that ends in .libsonnet',
    advice: 'Nothing is added to the library; check the path, or leave out --patches.',
  },
  'patch-clash': {
    severity: 'error',
    message: ({ name }) => `two patches are called ${shorten(name)}`,
    advice: 'Rename one of them: patches lie side by side in _custom.',
  },
});
