import { Diagnostics } from '../diagnostic/diagnostics.ts';
import { readDefinitions } from '../reader/read.ts';
import type { Definition, Definitions } from '../api/definition.ts';
import type { ObjectSchema, Schema } from '../schema/schema.ts';
import { documentOf, openApi } from './pipeline.ts';

/** The beginning of the names of OpenShift's definitions; the fixtures below go without. */
export const prefix = 'com.github.openshift.api.';

/** Schemas by the names of their definitions. */
export type Schemas = Readonly<Record<string, unknown>>;

const metaName = 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta';
const text = { type: 'string' };

/** The metadata of all objects, as OpenAPI documents define it. */
export const objectMeta: Schemas = { [metaName]: { properties: { name: text } } };

export function reference(name: string): { readonly $ref: string } {
  return { $ref: `#/definitions/${prefix}${name}` };
}

/** The schema of an API object with the given spec. */
export function objectWith(spec: unknown): unknown {
  return {
    type: 'object',
    required: ['metadata', 'spec'],
    properties: {
      apiVersion: text,
      kind: text,
      metadata: { $ref: `#/definitions/${metaName}` },
      spec,
    },
  };
}

/** A kind with one part, as OpenShift's OpenAPI document describes it. */
export const brew: Schemas = {
  'config.v1.Brew': objectWith({
    ...reference('config.v1.BrewSpec'),
    description: 'What to brew.',
  }),
  'config.v1.BrewSpec': {
    type: 'object',
    required: ['leaves', 'size'],
    description: 'Says what to brew.',
    properties: {
      leaves: { type: 'string', description: 'Leaves to use.', default: '' },
      size: { type: 'integer' },
    },
  },
};

interface CustomResource {
  readonly group?: string;
  readonly kind?: string;
  readonly featureSet?: string;
  readonly spec?: unknown;
  /** Facts that its one version states besides its schema. */
  readonly version?: Readonly<Record<string, unknown>>;
}

/** The manifest of a CRD, by default of {@link brew}'s kind. */
export function customResource({
  group = 'config.openshift.io',
  kind = 'Brew',
  featureSet,
  spec = { type: 'object' },
  version = {},
}: CustomResource): unknown {
  const annotations = { 'release.openshift.io/feature-set': featureSet };
  const openAPIV3Schema = { type: 'object', required: ['spec'], properties: { spec } };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: featureSet === undefined ? {} : { annotations },
    spec: {
      group,
      names: { kind },
      scope: 'Cluster',
      versions: [{ name: 'v1', schema: { openAPIV3Schema }, ...version }],
    },
  };
}

/** The result of reading OpenShift's definitions together with CRDs. */
export interface Merged {
  readonly definitions: Definitions;
  readonly codes: readonly string[];
}

export function merge(schemas: Schemas, ...customResources: readonly unknown[]): Merged {
  const diagnostics = new Diagnostics();
  const named = Object.entries(schemas).map(([name, schema]) => [prefix + name, schema]);
  const documents = [
    openApi({ ...Object.fromEntries(named), ...objectMeta }),
    ...customResources.map((each) => documentOf(each)),
  ];
  const definitions = readDefinitions(documents, diagnostics);
  return { definitions, codes: diagnostics.list().map(({ code }) => code) };
}

export function definitionIn({ definitions }: Merged, name: string): Definition {
  const definition = definitions.get(prefix + name);
  if (definition === undefined) throw new Error(`${name} is not defined`);
  return definition;
}

export function objectIn(merged: Merged, name: string): ObjectSchema {
  const { schema } = definitionIn(merged, name);
  if (schema.kind !== 'object') throw new Error(`${name} is no object`);
  return schema;
}

export function fieldIn(merged: Merged, name: string, property: string): Schema | undefined {
  return objectIn(merged, name).properties.get(property);
}
