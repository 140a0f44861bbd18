import { apiCauses } from '../../packages/couplet/src/api/problem-causes.ts';
import { catalogCauses } from '../../packages/couplet/src/catalog/problem-causes.ts';
import { problemsByLayer } from '../../packages/couplet/src/cli/all-problems.ts';
import { clusterCauses } from '../../packages/couplet/src/cluster/problem-causes.ts';
import { configCauses } from '../../packages/couplet/src/config/problem-causes.ts';
import { diagnosticCauses } from '../../packages/couplet/src/diagnostic/problem-causes.ts';
import type { Problem } from '../../packages/couplet/src/diagnostic/problem.ts';
import { generateCauses } from '../../packages/couplet/src/generate/problem-causes.ts';
import { libraryCauses } from '../../packages/couplet/src/library/problem-causes.ts';
import { loadCauses } from '../../packages/couplet/src/load/problem-causes.ts';
import { netCauses } from '../../packages/couplet/src/net/problem-causes.ts';
import { outputCauses } from '../../packages/couplet/src/output/problem-causes.ts';
import { helmCauses } from '../../packages/couplet/src/reader/dialect/helm/problem-causes.ts';
import { olmCauses } from '../../packages/couplet/src/reader/dialect/olm/problem-causes.ts';
import { readerCauses } from '../../packages/couplet/src/reader/problem-causes.ts';
import { renderCauses } from '../../packages/couplet/src/render/problem-causes.ts';
import { sourceCauses } from '../../packages/couplet/src/source/problem-causes.ts';

/** When a problem is reported, and parameters for an example of its message. */
interface Cause {
  readonly cause: string;
  readonly example: object;
}

const causesByLayer = new Map<string, Readonly<Record<string, Cause>>>([
  ['diagnostic', diagnosticCauses],
  ['net', netCauses],
  ['source', sourceCauses],
  ['api', apiCauses],
  ['reader', { ...readerCauses, ...olmCauses, ...helmCauses }],
  ['library', libraryCauses],
  ['load', loadCauses],
  ['catalog', catalogCauses],
  ['cluster', clusterCauses],
  ['output', outputCauses],
  ['render', renderCauses],
  ['generate', generateCauses],
  ['config', configCauses],
]);

/** A problem with its layer and its cause. */
export interface ExplainedProblem extends Omit<Problem<never>, 'message'>, Cause {
  readonly layer: string;
  readonly message: (parameters: object) => string;
}

/** All problems, in the order of the layers. */
export const explainedProblems: readonly ExplainedProblem[] = [...problemsByLayer].flatMap(
  ([layer, problems]) =>
    Object.entries(problems).map(([code, problem]): ExplainedProblem => {
      const explained = causesByLayer.get(layer)?.[code];
      if (explained === undefined) throw new Error(`${layer} says no cause of ${code}`);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each layer checks its examples against its problems
      const message = problem.message as ExplainedProblem['message'];
      return { ...problem, ...explained, layer, message };
    }),
);
