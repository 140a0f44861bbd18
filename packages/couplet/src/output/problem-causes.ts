import type { ProblemCauses } from '../diagnostic/problem.ts';
import type { OutputParameters } from './problems.ts';

/** The cause of each problem of this layer, for docs/problems.md. */
export const outputCauses: ProblemCauses<OutputParameters> = {
  'output-path-unsafe': {
    cause: 'A name in an input would become a path that must not be written.',
    example: { path: '/tea.libsonnet', reason: 'is absolute' },
  },
  'output-path-clash': {
    cause: 'Two files of a run would have names that differ in case only.',
    example: { path: 'lib/tea/Pot.libsonnet', other: 'lib/tea/pot.libsonnet' },
  },
  'output-path-blocked': {
    cause:
      'A folder, a link or something else is where a file is to be, or a file is where a folder is to be.',
    example: { path: 'lib/tea', found: 'a file' },
  },
  'output-file-foreign': {
    cause: 'A file is where the output is to be, and Couplet has no note that it wrote it.',
    example: { path: 'lib/tea/main.libsonnet' },
  },
  'output-file-edited': {
    cause: 'A file of an earlier run has been changed by somebody since.',
    example: { path: 'lib/tea/main.libsonnet' },
  },
  'output-file-claimed': {
    cause: 'Two libraries in one folder share a file, and want different texts in it.',
    example: { path: 'lib/doc-util/main.libsonnet', owner: 'tea' },
  },
  'output-file-kept': {
    cause: 'A file of an earlier run is no longer wanted, but somebody has changed it since.',
    example: { path: 'lib/tea/_gen/tea/v1/pot.libsonnet' },
  },
  'output-folder-blocked': {
    cause: 'The path of the output folder leads to something that is no folder.',
    example: { folder: 'lib', found: 'not a folder' },
  },
  'output-manifest-damaged': {
    cause: 'The notes of what Couplet wrote, .couplet.json, are not what Couplet writes.',
    example: { path: 'lib/.couplet.json', reason: 'is not JSON' },
  },
  'output-busy': {
    cause: 'Two runs are to write into one folder at the same time.',
    example: { folder: 'lib', holder: 'process 4711 on kitchen', staging: 'lib/.couplet-staging' },
  },
  'output-no-space': {
    cause: 'The disk of the output folder is full, or a quota is used up.',
    example: { path: 'lib/tea/main.libsonnet', reason: 'no space left on device' },
  },
  'output-denied': {
    cause: 'The operating system does not let a file or folder of the output be read or written.',
    example: { path: 'lib/tea', reason: 'permission denied' },
  },
  'output-failed': {
    cause: 'The operating system reports another error while the output is written.',
    example: { path: 'lib/tea/main.libsonnet', reason: 'i/o error' },
  },
  'output-leftover': {
    cause: 'The output is complete, but the folder that the run worked in could not be removed.',
    example: { path: 'lib/.couplet-staging', reason: 'directory not empty' },
  },
};
