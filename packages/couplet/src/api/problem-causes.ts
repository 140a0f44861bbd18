import type { ProblemCauses } from '../diagnostic/problem.ts';
import type { ApiParameters } from './problems.ts';

/** The cause of each problem of this layer, for docs/problems.md. */
export const apiCauses: ProblemCauses<ApiParameters> = {
  'dangling-reference': {
    cause: 'A $ref names a definition that none of the documents has.',
    example: { reference: 'com.example.tea.v1.Lid' },
  },
  'circular-reference': {
    cause: 'A definition consists of a $ref that leads back to it, and says nothing else.',
    example: { reference: 'com.example.tea.v1.Lid' },
  },
};
