import type { ProblemCauses } from '../diagnostic/problem.ts';
import type { LoadParameters } from './problems.ts';

/** The cause of each problem of this layer, for docs/problems.md. */
export const loadCauses: ProblemCauses<LoadParameters> = {
  'no-definitions': {
    cause: 'All inputs were read, and there is not one definition in them.',
    example: {},
  },
};
