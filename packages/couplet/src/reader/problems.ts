import type { Problems } from '../diagnostic/problem.ts';
import { defineProblems } from '../diagnostic/problem.ts';
import { shorten } from '../diagnostic/problem.ts';

/** The problems in what documents say. */
export interface ReaderParameters {
  'wrong-type': { expected: string; found: string };
  'schema-too-deep': { limit: number };
  'foreign-reference': { reference: string; prefix: string };
  'schema-missing': { version: string };
  'incomplete-crd': { missing: string; found: string };
  'too-many-versions': { limit: number };
  'duplicate-definition': { name: string };
  'definition-varies': { name: string; variants: number };
  'other-feature-sets': { kind: string; featureSets: readonly string[]; chosen: string };
  'unknown-feature-set': { featureSet: string; known: readonly string[] };
  'not-a-schema': { found: string };
  'several-packages': { what: string; roots: readonly string[]; more: number };
  'package-without-crds': { what: string };
}

export const readerProblems: Problems<ReaderParameters> = defineProblems<ReaderParameters>({
  'wrong-type': {
    severity: 'warning',
    message: ({ expected, found }) => `expected ${expected}, found ${found}`,
    advice: 'The value is left out, the rest is generated; correct the document to have it.',
  },
  'schema-too-deep': {
    severity: 'warning',
    message: ({ limit }) => `schemas are nested more than ${limit} levels deep here`,
    advice: 'What is below is taken as any value; split the schema into definitions to have it.',
  },
  'foreign-reference': {
    severity: 'warning',
    message: ({ reference, prefix }) =>
      `the reference ${shorten(reference)} does not start with ${prefix}`,
    advice: 'The field takes a value of any type; references must stay within the document.',
  },
  'schema-missing': {
    severity: 'warning',
    message: ({ version }) => `version ${shorten(version)} has no openAPIV3Schema`,
    advice: 'Only its metadata is generated; add the schema to have its fields.',
  },
  'incomplete-crd': {
    severity: 'error',
    message: ({ missing, found }) =>
      `the custom resource definition needs ${missing}, found ${found}`,
    advice: 'Add it; without it the kind cannot be named.',
  },
  'too-many-versions': {
    severity: 'error',
    message: ({ limit }) => `the custom resource definition has more than ${limit} versions`,
    advice: 'Leave out those that are no longer served.',
  },
  'duplicate-definition': {
    severity: 'warning',
    message: ({ name }) => `${shorten(name)} is defined a second time`,
    advice: 'The first definition is kept; leave one of the two inputs out to choose the other.',
  },
  'definition-varies': {
    severity: 'note',
    message: ({ name, variants }) =>
      `the documents describe ${shorten(name)} in ${variants} different ways`,
    advice: 'The description that most documents have is taken, of equally many the first.',
  },
  'other-feature-sets': {
    severity: 'note',
    message: ({ kind, featureSets, chosen }) =>
      `${shorten(kind)} is left out: it is in ${featureSets.map(shorten).join(', ')}, not in ${shorten(chosen)}`,
    advice: 'Choose one of these with --feature-set to have the kind.',
  },
  'unknown-feature-set': {
    severity: 'error',
    message: ({ featureSet, known }) =>
      `no custom resource definition is for the feature set ${shorten(featureSet)}, but for ${known.map(shorten).join(', ')}`,
    advice: 'Choose one of these with --feature-set.',
  },
  'not-a-schema': {
    severity: 'warning',
    message: ({ found }) =>
      `expected an OpenAPI document or a custom resource definition, found ${found}`,
    advice: 'The document is skipped; leave it out of the inputs to be rid of this message.',
  },
  'several-packages': {
    severity: 'error',
    message: ({ what, roots, more }) =>
      `it holds several ${what}: ${roots.map(shorten).join(', ')}${more === 0 ? '' : ` and ${more} more`}`,
    advice: 'Give one of these folders; what is packed must be unpacked for that.',
  },
  'package-without-crds': {
    severity: 'error',
    message: ({ what }) => `the ${what} has no custom resource definition`,
    advice: 'There is nothing to generate; check that it is the one that brings the kinds.',
  },
});
