import type { ProblemCauses } from '../diagnostic/problem.ts';
import type { RenderParameters } from './problems.ts';

/** The cause of each problem of this layer, for docs/problems.md. */
export const renderCauses: ProblemCauses<RenderParameters> = {
  'module-faulty': {
    cause: 'The program cannot be compiled: a syntax error, or an import that leads nowhere.',
    example: { problem: 'Could not resolve "./pot.ts"' },
  },
  'module-doubtful': {
    cause: 'The compiler warns of something in the program that is allowed, but hardly meant.',
    example: { problem: 'Duplicate key "lid" in object literal' },
  },
  'module-failed': {
    cause: 'The program throws an exception while it runs.',
    example: { thrown: 'Error: no lid', calls: ['app.ts:3:4'] },
  },
  'module-ended': {
    cause: 'The program ends its process, or awaits something that never comes.',
    example: { code: 3 },
  },
  'module-unloadable': {
    cause: 'What loads a program cannot be built, or there is no place for temporary files.',
    example: { reason: 'Error: ENOSPC: no space left on device' },
  },
  'nothing-exported': {
    cause: 'A program was loaded, and none of its exports holds a manifest.',
    example: {},
  },
  'function-not-default': {
    cause: 'A named export is a function. Only the default export is called.',
    example: {},
  },
  'value-not-data': {
    cause:
      'Something in what a program exports is no data, such as a function, a class or a promise.',
    example: { found: 'a function' },
  },
  'value-cycle': {
    cause: 'An exported value leads back to itself.',
    example: {},
  },
  'value-too-deep': {
    cause: 'Exported values stand in each other deeper than any manifest has them.',
    example: { limit: 300 },
  },
  'too-much-exported': {
    cause:
      'A program exports more values than fit into memory, each counted in every place where it stands.',
    example: { limit: 3_000_000 },
  },
  'not-a-manifest': {
    cause: 'Where a manifest is wanted, an export has something else.',
    example: { found: 'a text' },
  },
  'manifest-incomplete': {
    cause: 'An exported object looks like a manifest, but lacks its apiVersion, its kind or both.',
    example: { missing: 'kind' },
  },
  'manifest-misnamed': {
    cause: 'The apiVersion or the kind of an exported object is no text, or an empty one.',
    example: { field: 'kind', found: 'a number' },
  },
  'file-shared': {
    cause: 'With a file for each manifest, two manifests would have the same file.',
    example: { path: 'pot-green.yaml', other: 'tea.pots[0]' },
  },
  'jsonnet-missing': {
    cause: 'A Jsonnet program is to be rendered, and the system has no jsonnet.',
    example: {},
  },
  'jsonnet-unstartable': {
    cause: 'There is a jsonnet on the PATH, and it cannot be run.',
    example: { reason: 'spawn jsonnet EACCES' },
  },
  'jsonnet-failed': {
    cause: 'The jsonnet on the PATH ended with an error, which it has printed itself.',
    example: {},
  },
  'jsonnet-without-json': {
    cause: 'The jsonnet on the PATH ended well, but what it printed is something else than JSON.',
    example: {},
  },
  'standard-output-broken': {
    cause: 'What standard output leads to takes no more: a full disk, or a program that has ended.',
    example: { reason: 'write EPIPE' },
  },
};
