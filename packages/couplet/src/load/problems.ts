import type { Problems } from '../diagnostic/problem.ts';
import { defineProblems } from '../diagnostic/problem.ts';

/** The problems with sources as a whole. */
export interface LoadParameters {
  'no-definitions': {};
}

export const loadProblems: Problems<LoadParameters> = defineProblems<LoadParameters>({
  'no-definitions': {
    severity: 'error',
    message: () => 'it defines nothing',
    advice: 'Give an OpenAPI document with definitions, or custom resource definitions.',
  },
});
