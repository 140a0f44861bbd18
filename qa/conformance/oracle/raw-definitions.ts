import type { JsonObject } from '../../../packages/couplet/src/reader/json.ts';
import { isJsonObject, ownValue } from '../../../packages/couplet/src/reader/json.ts';
import type { Definitions, GroupVersionKind } from '../../../packages/couplet/src/schema/schema.ts';

/** A definition as the document has it: plain JSON. */
export interface RawDefinition {
  readonly name: string;
  readonly schema: JsonObject;
  readonly served: readonly GroupVersionKind[];
  readonly isClusterScoped: boolean;
}

export type RawDefinitions = ReadonlyMap<string, RawDefinition>;

const metaPackage = 'io.k8s.apimachinery.pkg.apis.meta.v1';

/** Every definition of an OpenAPI v2 document, or of CRDs for the feature set Default. */
export function rawDefinitionsOf(documents: readonly unknown[]): RawDefinitions {
  const definitions = new Map<string, RawDefinition>();
  const resources: JsonObject[] = [];
  for (const document of documents.filter(isJsonObject)) {
    if (ownValue(document, 'swagger') === undefined) resources.push(document);
    else for (const definition of ofOpenApi(document)) definitions.set(definition.name, definition);
  }
  for (const resource of resources.filter(isInDefaultSet).sort(hostedLast)) {
    for (const definition of ofCrd(resource)) {
      if (!definitions.has(definition.name)) definitions.set(definition.name, definition);
    }
  }
  if (resources.length > 0) {
    for (const definition of metadataDefinitions()) definitions.set(definition.name, definition);
  }
  return definitions;
}

function annotationsOf(resource: JsonObject): JsonObject {
  return objectAt(resource, 'metadata', 'annotations');
}

/** OpenShift's CRDs come in variants: which of them a cluster has depends on its feature set. */
function isInDefaultSet(resource: JsonObject): boolean {
  const sets = textAt(annotationsOf(resource), 'release.openshift.io/feature-set');
  return sets === '' || sets.split(',').includes('Default');
}

/** Of variants for different clusters, those that run their own control plane come first, then as they were read. */
function hostedLast(left: JsonObject, right: JsonObject): number {
  return Number(isForHosted(left)) - Number(isForHosted(right));
}

function isForHosted(resource: JsonObject): boolean {
  const profiles = Object.keys(annotationsOf(resource)).filter((name) =>
    name.startsWith('include.release.openshift.io/'),
  );
  return (
    profiles.length > 0 &&
    !profiles.some((name) => name.endsWith('/self-managed-high-availability'))
  );
}

/**
 * The definitions, with what they are served as where their document says that of none: OpenShift's has not done so
 * since 4.12. The reader finds it out from CRDs and a table, and its own tests check that; here it is taken as given.
 */
export function withServedKinds(definitions: RawDefinitions, read: Definitions): RawDefinitions {
  if ([...definitions.values()].some(({ served }) => served.length > 0)) return definitions;
  return new Map(
    [...definitions].map(([name, definition]) => {
      const known = read.get(name);
      const served = known?.groupVersionKinds ?? [];
      return [name, { ...definition, served, isClusterScoped: known?.scope === 'Cluster' }];
    }),
  );
}

/** A property that is an object, or an object without properties. */
export function objectAt(value: JsonObject, ...path: readonly string[]): JsonObject {
  let inner: unknown = value;
  for (const key of path) inner = isJsonObject(inner) ? ownValue(inner, key) : undefined;
  return isJsonObject(inner) ? inner : {};
}

function textAt(value: JsonObject, key: string): string {
  const text = ownValue(value, key);
  return typeof text === 'string' ? text : '';
}

function listAt(value: JsonObject, key: string): readonly JsonObject[] {
  const list = ownValue(value, key);
  return Array.isArray(list) ? list.filter(isJsonObject) : [];
}

function ofOpenApi(document: JsonObject): readonly RawDefinition[] {
  const definitions = objectAt(document, 'definitions');
  return Object.keys(definitions).map((name) => {
    const schema = objectAt(definitions, name);
    const served = listAt(schema, 'x-kubernetes-group-version-kind').map((entry) => ({
      group: textAt(entry, 'group'),
      version: textAt(entry, 'version'),
      kind: textAt(entry, 'kind'),
    }));
    return { name, schema, served, isClusterScoped: false };
  });
}

function ofCrd(document: JsonObject): readonly RawDefinition[] {
  const spec = objectAt(document, 'spec');
  const group = textAt(spec, 'group');
  const kind = textAt(objectAt(spec, 'names'), 'kind');
  const versions = listAt(spec, 'versions');
  return (versions.length > 0 ? versions : [{ name: ownValue(spec, 'version') }]).map((entry) => {
    const version = textAt(entry, 'name');
    const own = objectAt(entry, 'schema', 'openAPIV3Schema');
    const schema =
      Object.keys(own).length > 0 ? own : objectAt(spec, 'validation', 'openAPIV3Schema');
    return {
      name: [...group.split('.').toReversed(), version, kind].join('.'),
      schema: {
        ...schema,
        type: 'object',
        properties: {
          ...objectAt(schema, 'properties'),
          metadata: { $ref: `#/definitions/${metaPackage}.ObjectMeta` },
        },
      },
      served: [{ group, version, kind }],
      isClusterScoped: ownValue(spec, 'scope') === 'Cluster',
    };
  });
}

const text = { type: 'string' };
const integer = { type: 'integer' };
const boolean = { type: 'boolean' };
const map = { type: 'object', additionalProperties: text };

/** The metadata of every object, which a CRD does not describe: the fields of the published CRD libraries. */
const objectMeta = {
  annotations: map,
  clusterName: text,
  creationTimestamp: text,
  deletionGracePeriodSeconds: integer,
  deletionTimestamp: text,
  finalizers: { type: 'array', items: text },
  generateName: text,
  generation: integer,
  labels: map,
  name: text,
  namespace: text,
  ownerReferences: {
    type: 'array',
    items: { $ref: `#/definitions/${metaPackage}.OwnerReference` },
  },
  resourceVersion: text,
  selfLink: text,
  uid: text,
};

const ownerReference = {
  apiVersion: text,
  blockOwnerDeletion: boolean,
  controller: boolean,
  kind: text,
  name: text,
  uid: text,
};

function metadataDefinitions(): readonly RawDefinition[] {
  return Object.entries({ ObjectMeta: objectMeta, OwnerReference: ownerReference }).map(
    ([kind, properties]) => ({
      name: `${metaPackage}.${kind}`,
      schema: { type: 'object', properties },
      served: [],
      isClusterScoped: false,
    }),
  );
}
