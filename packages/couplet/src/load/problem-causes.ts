import type { ProblemCauses } from '../diagnostic/problem.ts';
import type { LoadParameters } from './problems.ts';

/** When each problem of this layer is reported, for docs/problems.md. */
export const loadCauses: ProblemCauses<LoadParameters> = {
  'no-definitions': {
    cause: 'All inputs were read, and there is not one definition in them.',
    example: {},
  },
};
