import type { Problems } from '../dialect.ts';
import { defineProblems, shorten } from '../dialect.ts';

/** The problems with Helm charts. */
export interface HelmParameters {
  'chart-templates': { count: number; chart: string };
}

export const helmProblems: Problems<HelmParameters> = defineProblems<HelmParameters>({
  'chart-templates': {
    severity: 'warning',
    message: ({ count, chart }) =>
      `${count === 1 ? 'a template' : `${count} templates`} of the chart ${shorten(chart)} ${count === 1 ? 'is a custom resource definition' : 'are custom resource definitions, this one first'}`,
    advice:
      'They are left out: run helm template <chart> --include-crds > crds.yaml, and generate --from crds.yaml.',
  },
});
