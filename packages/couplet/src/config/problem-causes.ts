import type { ProblemCauses } from '../diagnostic/problem.ts';
import type { ConfigParameters } from './problems.ts';

/** The cause of each problem of this layer, for docs/problems.md. */
export const configCauses: ProblemCauses<ConfigParameters> = {
  'incomplete-configuration': {
    cause: 'A library of a configuration lacks something that it cannot do without.',
    example: { missing: 'sources' },
  },
  'wrong-configuration': {
    cause: 'A value in a configuration has another type or form than its place asks for.',
    example: { expected: 'text', found: 'a number' },
  },
  'unknown-key': {
    cause: 'A configuration has a key that Couplet, or k8s-gen, does not have.',
    example: { key: 'lable', suggestion: 'label' },
  },
};
