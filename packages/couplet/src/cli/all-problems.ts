import type { Problem } from '../diagnostic/problem.ts';
import { apiProblems } from '../api/problems.ts';
import { catalogProblems } from '../catalog/problems.ts';
import { clusterProblems } from '../cluster/problems.ts';
import { configProblems } from '../config/problems.ts';
import { diagnosticProblems } from '../diagnostic/problems.ts';
import { generateProblems } from '../generate/problems.ts';
import { libraryProblems } from '../library/problems.ts';
import { loadProblems } from '../load/problems.ts';
import { netProblems } from '../net/problems.ts';
import { outputProblems } from '../output/problems.ts';
import { dialects } from '../reader/dialect/dialects.ts';
import type { helmProblems } from '../reader/dialect/helm/problems.ts';
import type { olmProblems } from '../reader/dialect/olm/problems.ts';
import { readerProblems } from '../reader/problems.ts';
import { renderProblems } from '../render/problems.ts';
import { sourceProblems } from '../source/problems.ts';

/** The problems of each layer that can be found in an input, by code, in the order of the layers. */
export const problemsByLayer: ReadonlyMap<
  string,
  Readonly<Record<string, Problem<never>>>
> = new Map<string, Readonly<Record<string, Problem<never>>>>([
  ['diagnostic', diagnosticProblems],
  ['net', netProblems],
  ['source', sourceProblems],
  ['api', apiProblems],
  ['reader', Object.assign({}, readerProblems, ...dialects.map(({ problems }) => problems))],
  ['library', libraryProblems],
  ['load', loadProblems],
  ['catalog', catalogProblems],
  ['cluster', clusterProblems],
  ['output', outputProblems],
  ['render', renderProblems],
  ['generate', generateProblems],
  ['config', configProblems],
]);

/** The name of a problem, for programs. */
export type ProblemCode =
  | keyof typeof diagnosticProblems
  | keyof typeof netProblems
  | keyof typeof sourceProblems
  | keyof typeof apiProblems
  | keyof typeof readerProblems
  | keyof typeof helmProblems
  | keyof typeof olmProblems
  | keyof typeof libraryProblems
  | keyof typeof loadProblems
  | keyof typeof catalogProblems
  | keyof typeof clusterProblems
  | keyof typeof outputProblems
  | keyof typeof renderProblems
  | keyof typeof generateProblems
  | keyof typeof configProblems;
