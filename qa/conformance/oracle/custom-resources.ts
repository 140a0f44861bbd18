import type { JsonObject } from '../../../packages/couplet/src/json/object.ts';
import { ownValue } from '../../../packages/couplet/src/json/object.ts';
import type { GroupVersionKind } from '../../../packages/couplet/src/api/definition.ts';
import type { RawDefinition } from './raw-definitions.ts';
import { listAt, objectAt, textAt } from './raw-definitions.ts';

/** One version of a custom resource, with what the feature sets have of it. */
export interface RawResource extends GroupVersionKind {
  readonly isClusterScoped: boolean;
  readonly isServed: boolean;
  /** As the feature set Default has it; nothing where only others do. */
  readonly schema: JsonObject | undefined;
  /** As the other feature sets have it. */
  readonly otherSchemas: readonly JsonObject[];
}

const metaPackage = 'io.k8s.apimachinery.pkg.apis.meta.v1';

/** The custom resources of CRD manifests, which come in variants for feature sets and for kinds of clusters. */
export function rawResourcesOf(manifests: readonly JsonObject[]): readonly RawResource[] {
  const resources = new Map<string, RawResource>();
  for (const manifest of [...manifests].sort(hostedLast)) {
    for (const { schema, ...version } of versionsOf(manifest)) {
      const key = JSON.stringify([version.group, version.version, version.kind]);
      const { schema: chosen, otherSchemas = [] } = resources.get(key) ?? {};
      const found = isInDefaultSet(manifest)
        ? { schema: chosen ?? schema, otherSchemas }
        : { schema: chosen, otherSchemas: [...otherSchemas, schema] };
      resources.set(key, { ...version, ...found });
    }
  }
  return [...resources.values()];
}

function annotationsOf(manifest: JsonObject): JsonObject {
  return objectAt(manifest, 'metadata', 'annotations');
}

function isInDefaultSet(manifest: JsonObject): boolean {
  const sets = textAt(annotationsOf(manifest), 'release.openshift.io/feature-set');
  return sets === '' || sets.split(',').includes('Default');
}

/** Of variants for different clusters, those that run their own control plane come first, then as they were read. */
function hostedLast(left: JsonObject, right: JsonObject): number {
  return Number(isForHosted(left)) - Number(isForHosted(right));
}

function isForHosted(manifest: JsonObject): boolean {
  const profiles = Object.keys(annotationsOf(manifest)).filter((name) =>
    name.startsWith('include.release.openshift.io/'),
  );
  return (
    profiles.length > 0 &&
    !profiles.some((name) => name.endsWith('/self-managed-high-availability'))
  );
}

type Version = Omit<RawResource, 'otherSchemas' | 'schema'> & { readonly schema: JsonObject };

function versionsOf(manifest: JsonObject): readonly Version[] {
  const spec = objectAt(manifest, 'spec');
  const group = textAt(spec, 'group');
  const kind = textAt(objectAt(spec, 'names'), 'kind');
  const versions = listAt(spec, 'versions');
  return (versions.length > 0 ? versions : [{ name: ownValue(spec, 'version') }]).map((entry) => {
    const own = objectAt(entry, 'schema', 'openAPIV3Schema');
    const schema =
      Object.keys(own).length > 0 ? own : objectAt(spec, 'validation', 'openAPIV3Schema');
    const metadata = { $ref: `#/definitions/${metaPackage}.ObjectMeta` };
    return {
      group,
      version: textAt(entry, 'name'),
      kind,
      isClusterScoped: ownValue(spec, 'scope') === 'Cluster',
      isServed: entry['served'] !== false,
      schema: {
        ...schema,
        ...(entry['deprecated'] === true ? { deprecated: true } : {}),
        type: 'object',
        properties: { ...objectAt(schema, 'properties'), metadata },
      },
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

/** What CRDs refer to where no OpenAPI document defines it. */
export function metadataDefinitions(): readonly RawDefinition[] {
  return Object.entries({ ObjectMeta: objectMeta, OwnerReference: ownerReference }).map(
    ([kind, properties]) => ({
      name: `${metaPackage}.${kind}`,
      schema: { type: 'object', properties },
      served: [],
      isClusterScoped: false,
      isCustomResource: false,
    }),
  );
}

/** A custom resource as a definition of the given name. */
export function asDefinition(
  { group, version, kind, isServed, isClusterScoped }: RawResource,
  name: string,
  schema: JsonObject,
): RawDefinition {
  const served = isServed ? [{ group, version, kind }] : [];
  return { name, schema, served, isClusterScoped, isCustomResource: true };
}
