import type { Problems } from '../diagnostic/problem.ts';
import { defineProblems } from '../diagnostic/problem.ts';
import { shorten } from '../diagnostic/problem.ts';

/** The problems in a configuration. */
export interface ConfigParameters {
  'incomplete-configuration': { missing: string };
  'wrong-configuration': { expected: string; found: string };
  'unknown-key': { key: string; suggestion: string | undefined };
}

export const configProblems: Problems<ConfigParameters> = defineProblems<ConfigParameters>({
  'incomplete-configuration': {
    severity: 'error',
    message: ({ missing }) => `the library has no ${missing}`,
    advice: 'Add it; without it the library cannot be generated.',
  },
  'wrong-configuration': {
    severity: 'error',
    message: ({ expected, found }) => `expected ${expected}, found ${found}`,
    advice: 'Correct the configuration; a version such as 1.30 must stand in quotes to be text.',
  },
  'unknown-key': {
    severity: 'warning',
    message: ({ key, suggestion }) =>
      `the key ${shorten(key)} is not known` +
      (suggestion === undefined ? '' : `; did you mean ${shorten(suggestion)}?`),
    advice: 'Remove the key, or correct its spelling; it has no effect.',
  },
});
