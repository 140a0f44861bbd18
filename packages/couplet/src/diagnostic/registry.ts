import type { CatalogParameters } from './catalog-problems.ts';
import { catalogProblems } from './catalog-problems.ts';
import type { ClusterParameters } from './cluster-problems.ts';
import { clusterProblems } from './cluster-problems.ts';
import type { Entries, Severity } from './entry.ts';
import { shorten } from './entry.ts';
import type { OutputParameters } from './output-problems.ts';
import { outputProblems } from './output-problems.ts';
import type { RenderParameters } from './render-problems.ts';
import { renderProblems } from './render-problems.ts';
import type { SourceParameters } from './source-problems.ts';
import { sourceProblems } from './source-problems.ts';

export type { Severity };

/** What each diagnostic needs to know to word its message. */
interface ParametersByCode
  extends
    SourceParameters,
    CatalogParameters,
    ClusterParameters,
    OutputParameters,
    RenderParameters {
  'more-problems': { more: number; of: string };
  'dangling-reference': { reference: string };
  'wrong-type': { expected: string; found: string };
  'schema-too-deep': { limit: number };
  'foreign-reference': { reference: string; prefix: string };
  'circular-reference': { reference: string };
  'schema-missing': { version: string };
  'incomplete-crd': { missing: string; found: string };
  'too-many-versions': { limit: number };
  'duplicate-definition': { name: string };
  'definition-varies': { name: string; variants: number };
  'other-feature-sets': { kind: string; featureSets: readonly string[]; chosen: string };
  'unknown-feature-set': { featureSet: string; known: readonly string[] };
  'not-a-schema': { found: string };
  'nothing-selected': { definitions: number; prefix: string | undefined };
  'field-clash': { property: string; usual: string; taken: string };
  'kind-clash': { name: string; first: string; place: string };
  'unnamed-kind': { name: string };
  'kind-too-large': { name: string; limit: number; unit: 'functions' | 'characters' };
  'kind-too-deep': { name: string; limit: number };
  'no-definitions': {};
  'unreadable-additions': { reason: string };
  'no-patches': {};
  'patch-clash': { name: string };
  'incomplete-configuration': { missing: string };
  'wrong-configuration': { expected: string; found: string };
  'unknown-key': { key: string; suggestion: string | undefined };
}

/** What a problem is called, for programs. */
export type DiagnosticCode = keyof ParametersByCode;
/** What the message of a problem says of the case at hand. */
export type DiagnosticParameters<Code extends DiagnosticCode> = ParametersByCode[Code];

/** Every problem that Couplet can find in an input, by code. */
export const registry: Entries<ParametersByCode> = {
  ...sourceProblems,
  ...catalogProblems,
  ...clusterProblems,
  ...outputProblems,
  ...renderProblems,
  'more-problems': {
    severity: 'note',
    message: ({ more, of }) => `${more} more problems of the kind ${of} are not listed`,
    advice: 'Correct the listed ones and run again.',
  },
  'dangling-reference': {
    severity: 'warning',
    message: ({ reference }) => `${shorten(reference)} is referred to, but not defined`,
    advice:
      'The field takes a value of any type; add the definition to the document to have its fields.',
  },
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
  'circular-reference': {
    severity: 'warning',
    message: ({ reference }) => `${shorten(reference)} refers to nothing but itself`,
    advice: 'The field takes a value of any type; give the definition a schema of its own.',
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
  'nothing-selected': {
    severity: 'error',
    message: ({ definitions, prefix }) =>
      prefix === undefined
        ? `none of the ${definitions} definitions says what kind it is served as`
        : `none of the ${definitions} definitions matches the prefix ${shorten(prefix)}`,
    advice: 'Give a --prefix that matches the definitions you want.',
  },
  'field-clash': {
    severity: 'note',
    message: ({ property, usual, taken }) =>
      `the property ${shorten(property)} is called ${shorten(taken)}, for another one has the name ${shorten(usual)}`,
    advice: 'Nothing needs to be done; use the name given here.',
  },
  'kind-clash': {
    severity: 'warning',
    message: ({ name, first, place }) =>
      `${shorten(name)} wants the place of ${shorten(first)} and is generated as ${shorten(place)}`,
    advice: 'Use the name given here, or make two libraries with a --prefix each.',
  },
  'unnamed-kind': {
    severity: 'warning',
    message: ({ name }) => `${shorten(name)} does not end in a group, a version and a kind`,
    advice: 'The definition is left out; rename it like com.example.group.v1.Kind to have it.',
  },
  'kind-too-large': {
    severity: 'error',
    message: ({ name, limit, unit }) =>
      `${shorten(name)} would bring the library to more than ${limit} ${unit}`,
    advice:
      'Shorten what it refers to most: that is printed in each place, and so multiplies. Or leave the kind out with --prefix.',
  },
  'kind-too-deep': {
    severity: 'error',
    message: ({ name, limit }) =>
      `${shorten(name)} nests its fields more than ${limit} levels deep`,
    advice: 'Leave the kind out with --prefix: tools that read Jsonnet do not go so deep.',
  },
  'no-definitions': {
    severity: 'error',
    message: () => 'it defines nothing',
    advice: 'Give an OpenAPI document with definitions, or custom resource definitions.',
  },
  'unreadable-additions': {
    severity: 'error',
    message: ({ reason }) => `it cannot be read: ${reason}`,
    advice: 'Check the path; what is added to a library must be texts that you may read.',
  },
  'no-patches': {
    severity: 'warning',
    message: () => 'the folder holds no file that ends in .libsonnet',
    advice: 'Nothing is added to the library; check the path, or leave out --patches.',
  },
  'patch-clash': {
    severity: 'error',
    message: ({ name }) => `two patches are called ${shorten(name)}`,
    advice: 'Rename one of them: patches lie side by side in _custom.',
  },
  'incomplete-configuration': {
    severity: 'error',
    message: ({ missing }) => `the library has no ${missing}`,
    advice: 'Add it; without it the library cannot be generated.',
  },
  'wrong-configuration': {
    severity: 'error',
    message: ({ expected, found }) => `expected ${expected}, found ${found}`,
    advice: 'Correct the configuration; a version such as 1.30 must stand in quotes to be text.',
  },
  'unknown-key': {
    severity: 'warning',
    message: ({ key, suggestion }) =>
      `the key ${shorten(key)} is not known` +
      (suggestion === undefined ? '' : `; did you mean ${shorten(suggestion)}?`),
    advice: 'Remove the key, or correct its spelling; it has no effect.',
  },
};
