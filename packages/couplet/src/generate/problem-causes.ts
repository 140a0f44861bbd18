import type { ProblemCauses } from '../diagnostic/problem.ts';
import type { GenerateParameters } from './problems.ts';

/** The cause of each problem of this layer, for docs/problems.md. */
export const generateCauses: ProblemCauses<GenerateParameters> = {
  'unreadable-additions': {
    cause: 'A folder of --patches or --extensions, or a file in it, cannot be read.',
    example: { reason: 'no such file or directory' },
  },
  'no-patches': {
    cause: 'The folder of --patches has no Jsonnet library in it.',
    example: {},
  },
  'patch-clash': {
    cause: 'Two files below the folder of --patches have the same name.',
    example: { name: 'pot.libsonnet' },
  },
};
