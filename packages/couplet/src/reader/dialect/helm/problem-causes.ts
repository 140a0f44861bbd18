import type { ProblemCauses } from '../dialect.ts';
import type { HelmParameters } from './problems.ts';

/** The causes of the problems with charts. */
export const helmCauses: ProblemCauses<HelmParameters> = {
  'chart-templates': {
    cause:
      'A chart has custom resource definitions among its templates, which only Helm can fill in.',
    example: { count: 2, chart: 'teapot' },
  },
};
