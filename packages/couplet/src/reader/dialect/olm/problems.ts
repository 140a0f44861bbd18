import type { Problems } from '../dialect.ts';
import { defineProblems, shorten } from '../dialect.ts';

/** The problems with bundles of the Operator Lifecycle Manager. */
export interface OlmParameters {
  'bundle-format': { mediaType: string };
  'bundle-folder': { folder: string };
  'bundle-without-csv': { found: number };
  'bundle-lacks-crd': { name: string; version: string };
  'bundle-catalog': {};
}

export const olmProblems: Problems<OlmParameters> = defineProblems<OlmParameters>({
  'bundle-format': {
    severity: 'error',
    message: ({ mediaType }) =>
      `the bundle has the format ${shorten(mediaType)}, and only registry+v1 is read`,
    advice: 'Give its custom resource definitions as files.',
  },
  'bundle-folder': {
    severity: 'error',
    message: ({ folder }) =>
      `the manifests of the bundle are to be in ${shorten(folder)}, which is no folder of it`,
    advice:
      'Correct operators.operatorframework.io.bundle.manifests.v1; it is manifests/ as a rule.',
  },
  'bundle-without-csv': {
    severity: 'warning',
    message: ({ found }) =>
      `a bundle has one ClusterServiceVersion, and this one has ${found === 0 ? 'none' : found}`,
    advice: 'The definitions are read; what version they are of is not known, so give a label.',
  },
  'bundle-lacks-crd': {
    severity: 'warning',
    message: ({ name, version }) =>
      `the operator owns version ${shorten(version)} of ${shorten(name)}, which the bundle lacks`,
    advice: 'The library has no such kind; add its custom resource definition to the manifests.',
  },
  'bundle-catalog': {
    severity: 'error',
    message: () =>
      'it is a catalog of OLM bundles, which has no custom resource definitions itself',
    advice:
      'Give one of its bundles: unpack the image that an olm.bundle names, and give the folder.',
  },
});
