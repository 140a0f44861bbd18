import type { Problems } from '../diagnostic/problem.ts';
import { defineProblems } from '../diagnostic/problem.ts';
import { shorten } from '../diagnostic/problem.ts';

/** The problems with references between definitions. */
export interface ApiParameters {
  'dangling-reference': { reference: string };
  'circular-reference': { reference: string };
}

export const apiProblems: Problems<ApiParameters> = defineProblems<ApiParameters>({
  'dangling-reference': {
    severity: 'warning',
    message: ({ reference }) => `${shorten(reference)} is referred to, but not defined`,
    advice:
      'The field takes a value of any type; add the definition to the document to have its fields.',
  },
  'circular-reference': {
    severity: 'warning',
    message: ({ reference }) => `${shorten(reference)} refers to nothing but itself`,
    advice: 'The field takes a value of any type; give the definition a schema of its own.',
  },
});
