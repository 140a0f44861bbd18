import type { Problems } from './problem.ts';
import { defineProblems } from './problem.ts';

/** The problems with the list of problems itself. */
export interface DiagnosticParameters {
  'more-problems': { more: number; of: string };
}

export const diagnosticProblems: Problems<DiagnosticParameters> =
  defineProblems<DiagnosticParameters>({
    'more-problems': {
      severity: 'note',
      message: ({ more, of }) => `${more} more problems of the kind ${of} are not listed`,
      advice: 'Correct the listed ones and run again.',
    },
  });
