import type { ProblemCauses } from '../diagnostic/problem.ts';
import type { ReaderParameters } from './problems.ts';

/** The cause of each problem of this layer, for docs/problems.md. */
export const readerCauses: ProblemCauses<ReaderParameters> = {
  'wrong-type': {
    cause: "A value in an API's document has another type than its place asks for.",
    example: { expected: 'a list of names', found: 'the text "size"' },
  },
  'schema-too-deep': {
    cause: 'Schemas stand in each other deeper than generated functions could be nested.',
    example: { limit: 100 },
  },
  'foreign-reference': {
    cause: 'A $ref leads out of its document, or to something other than a definition.',
    example: { reference: 'tea.json#/Lid', prefix: '#/definitions/' },
  },
  'schema-missing': {
    cause:
      'A version of a custom resource definition has neither a schema of its own nor one that all versions share.',
    example: { version: 'v1' },
  },
  'incomplete-crd': {
    cause: 'A custom resource definition lacks its group, its kind or the name of a version.',
    example: { missing: 'spec.group', found: 'nothing' },
  },
  'too-many-versions': {
    cause: 'A custom resource definition lists more versions than any real one does.',
    example: { limit: 100 },
  },
  'duplicate-definition': {
    cause: 'Two documents define the same name differently, and nothing says which one counts.',
    example: { name: 'com.example.tea.v1.Pot' },
  },
  'definition-varies': {
    cause:
      'The documents of a cluster, one for each group and version, repeat what they share; here they do not agree.',
    example: { name: 'com.example.tea.v1.Lid', variants: 2 },
  },
  'other-feature-sets': {
    cause:
      'A custom resource definition of OpenShift is for other feature sets than the one that was chosen.',
    example: {
      kind: 'com.example.tea.v1.Pot',
      featureSets: ['TechPreviewNoUpgrade'],
      chosen: 'Default',
    },
  },
  'unknown-feature-set': {
    cause:
      'The feature set of --feature-set, or of the project file, is none that the custom resource definitions name.',
    example: { featureSet: 'TechPreview', known: ['Default', 'TechPreviewNoUpgrade'] },
  },
  'not-a-schema': {
    cause:
      "An input holds a document that describes no API: a manifest, a values file, or the list of a cluster's documents.",
    example: { found: 'an object of kind "Deployment"' },
  },
  'several-packages': {
    cause: 'A folder or an archive was given that holds several bundles or charts side by side.',
    example: { what: 'OLM bundles', roots: ['1.0', '1.1'], more: 0 },
  },
  'package-without-crds': {
    cause: 'A bundle or a chart was given, and nothing in it is a custom resource definition.',
    example: { what: 'Helm chart' },
  },
};
