import type { ProblemCauses } from '../dialect.ts';
import type { OlmParameters } from './problems.ts';

/** The causes of the problems with bundles. */
export const olmCauses: ProblemCauses<OlmParameters> = {
  'bundle-format': {
    cause: 'The annotations of a bundle name another format than registry+v1.',
    example: { mediaType: 'plain+v0' },
  },
  'bundle-folder': {
    cause:
      'The annotations of a bundle name a folder for its manifests that is not there, or is outside.',
    example: { folder: '../manifests/' },
  },
  'bundle-without-csv': {
    cause: 'The manifests of a bundle have no ClusterServiceVersion, or more than one.',
    example: { found: 0 },
  },
  'bundle-lacks-crd': {
    cause:
      'A ClusterServiceVersion says that the operator owns a kind, and no manifest defines it.',
    example: { name: 'pots.tea.example.com', version: 'v1' },
  },
  'bundle-catalog': {
    cause: 'A file-based catalog was given, which lists bundles by the images that they are in.',
    example: {},
  },
};
