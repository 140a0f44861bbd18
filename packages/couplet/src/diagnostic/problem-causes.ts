import type { ProblemCauses } from './problem.ts';
import type { DiagnosticParameters } from './problems.ts';

/** The cause of each problem of this layer, for docs/problems.md. */
export const diagnosticCauses: ProblemCauses<DiagnosticParameters> = {
  'more-problems': {
    cause:
      'A document has more than a thousand problems of one kind. The first thousand are listed, the others are counted.',
    example: { more: 5000, of: 'wrong-type' },
  },
};
