import type { Definition, Scope } from '../../api/definition.ts';
import { objectMetaName } from '../../api/object-meta.ts';
import type { Resource, ResourceFacts } from '../../api/resource.ts';
import type { Diagnostics } from '../../diagnostic/diagnostics.ts';
import type { Place } from '../../diagnostic/place.ts';
import type { Cursor } from '../../json/cursor.ts';
import type { JsonObject } from '../../json/object.ts';
import { describe, isJsonObject, ownValue } from '../../json/object.ts';
import type { ObjectSchema, Schema, SchemaFacts } from '../../schema/schema.ts';
import type { SourceDocument } from '../../source/document.ts';
import { readerCursor } from '../cursor.ts';
import { readerProblems } from '../problems.ts';
import { readSharedFacts, readVersionFacts } from './crd-facts.ts';
import { readSchemaAt } from '../schema/read-schema.ts';

const apiGroup = 'apiextensions.k8s.io/';

/** Tells whether a document says that it is a custom resource definition, of any version. */
export function isCustomResourceDefinition(value: JsonObject): boolean {
  const apiVersion = ownValue(value, 'apiVersion');
  return (
    ownValue(value, 'kind') === 'CustomResourceDefinition' &&
    typeof apiVersion === 'string' &&
    apiVersion.startsWith(apiGroup)
  );
}

/** One version of a custom resource definition, and where OpenShift installs it. */
export interface CustomResource {
  /** With its group-version-kind also where it is not served: it says whose version it is. */
  readonly definition: Definition;
  /** With the schema exactly as it is written. */
  readonly resource: Resource;
  /** The feature sets that have it; absent where all do. */
  readonly featureSets: readonly string[] | undefined;
  /**
   * True where it is for clusters that run their own control plane, not only for ones whose control plane is hosted.
   */
  readonly isSelfManaged: boolean;
}

/**
 * Reads what a custom resource definition defines: one kind in each of its versions. Takes `apiextensions.k8s.io/v1`
 * and `v1beta1`, whose versions may share the one schema of `spec.validation`.
 * Names follow the OpenAPI documents: the group's labels in reverse, the version, the kind.
 */
export function readCustomResourceDefinition(
  document: SourceDocument,
  diagnostics: Diagnostics,
): readonly CustomResource[] {
  const root = readerCursor(document, diagnostics);
  const spec = root.at('spec').asObject();
  if (spec === undefined) return [];
  const group = requireText(spec.at('group'));
  const kind = requireText(spec.at('names').at('kind'));
  if (group === undefined || kind === undefined) return [];
  const scope = readScope(spec.at('scope'));
  const { featureSets, isSelfManaged } = readInstallation(root.at('metadata').at('annotations'));
  const shared = {
    ...readSharedFacts(spec, root.text('apiVersion') ?? ''),
    ...(scope === undefined ? {} : { scope }),
  };
  return readVersions(spec).map(({ name: version, schema, facts, place, schemaPlace }) => {
    const groupVersionKind = { group, version, kind };
    const definition: Definition = {
      name: [...group.split('.').toReversed(), version, kind].join('.'),
      schema: asKind(schema),
      groupVersionKinds: [groupVersionKind],
      scope,
      origin: { dialect: 'crd' },
      ...(facts.isServed === false ? { isUnserved: true } : {}),
      place: schemaPlace,
    };
    const origin = { dialect: 'crd', document: document.source } as const;
    const resource: Resource = { ...shared, ...facts, groupVersionKind, origin, place };
    return { definition, resource, featureSets, isSelfManaged };
  });
}

const featureSetAnnotation = 'release.openshift.io/feature-set';
const profilePrefix = 'include.release.openshift.io/';

/**
 * Reads where OpenShift's cluster-version operator installs a manifest, by the annotations that it reads: in the
 * feature sets of a list with commas (in all, without one), and in the cluster profiles that are included (in all,
 * without any).
 */
function readInstallation({
  value,
}: Cursor): Pick<CustomResource, 'featureSets' | 'isSelfManaged'> {
  if (!isJsonObject(value)) return { featureSets: undefined, isSelfManaged: true };
  const list = ownValue(value, featureSetAnnotation);
  const names = typeof list === 'string' ? list.split(',').map((name) => name.trim()) : [];
  const featureSets = names.filter((name) => name !== '');
  const profiles = Object.keys(value).filter(
    (name) => name.startsWith(profilePrefix) && value[name] === 'true',
  );
  return {
    featureSets: featureSets.length === 0 ? undefined : featureSets,
    isSelfManaged:
      profiles.length === 0 || profiles.includes(`${profilePrefix}self-managed-high-availability`),
  };
}

/** A text without which the kind has no name. */
function requireText(cursor: Cursor): string | undefined {
  const { value, path } = cursor;
  if (typeof value === 'string' && value !== '') return value;
  const problem = { missing: path.join('.'), found: describe(value) };
  return cursor.report(readerProblems['incomplete-crd'], problem);
}

function readScope(cursor: Cursor): Scope | undefined {
  const { value } = cursor;
  if (value === 'Namespaced' || value === 'Cluster') return value;
  // v1beta1 takes a missing scope for Namespaced; in v1 the API server refuses it.
  if (value === undefined || value === '') return 'Namespaced';
  return cursor.wrong('"Namespaced" or "Cluster"');
}

interface Version {
  readonly name: string;
  /** The schema with what the version says of itself. */
  readonly schema: Schema;
  readonly facts: ResourceFacts;
  readonly place: Place;
  /** The place of the schema; that of the version, if it has none. */
  readonly schemaPlace: Place;
}

/** Versions may share one schema, so that a short text could describe any number of fields. Real ones have under ten. */
const versionLimit = 100;

function readVersions(spec: Cursor): readonly Version[] {
  const list = spec.at('versions');
  const versions = list.isAbsent ? [] : list.asList('a list of versions');
  if (versions === undefined) return [];
  if (versions.length === 0) {
    const version = requireText(spec.at('version'));
    return version === undefined ? [] : [readVersion(version, spec, undefined)];
  }
  const tooMany = versions[versionLimit];
  if (tooMany !== undefined) {
    tooMany.report(readerProblems['too-many-versions'], { limit: versionLimit });
    return [];
  }
  return versions.flatMap((own) => {
    const version = own.asObject() && requireText(own.at('name'));
    return version === undefined ? [] : [readVersion(version, spec, own)];
  });
}

/**
 * Reads one version.
 *
 * @param own what stands in the list of versions; absent where `spec` names the only one
 */
function readVersion(name: string, spec: Cursor, own: Cursor | undefined): Version {
  const { place } = own ?? spec;
  const deprecation = own === undefined ? {} : readDeprecation(own);
  const { deprecated, ...warning } = deprecation;
  const facts = {
    ...readVersionFacts(spec, own),
    isDeprecated: deprecated === true,
    ...warning,
  };
  const cursor = findSchema(spec, own);
  if (cursor === undefined) {
    (own ?? spec).report(readerProblems['schema-missing'], { version: name });
    return { name, schema: { kind: 'any', ...deprecation }, facts, place, schemaPlace: place };
  }
  const schema = readSchemaAt(cursor, '#/definitions/');
  return {
    name,
    schema: { ...schema, ...deprecation },
    facts: { ...facts, schema },
    place,
    schemaPlace: cursor.place,
  };
}

/** The schema of a version: its own, else the one that all share. */
function findSchema(spec: Cursor, own: Cursor | undefined): Cursor | undefined {
  for (const holder of [own?.at('schema'), spec.at('validation')]) {
    if (isJsonObject(holder?.value) && Object.hasOwn(holder.value, 'openAPIV3Schema')) {
      return holder.at('openAPIV3Schema');
    }
  }
  return undefined;
}

/** Reads whether a version says that it should no longer be used, and what the API server warns of where it is. */
function readDeprecation(version: Cursor): Pick<SchemaFacts, 'deprecated' | 'deprecationWarning'> {
  if (version.flag('deprecated') !== true) return {};
  const deprecationWarning = version.text('deprecationWarning');
  return { deprecated: true, ...(deprecationWarning === undefined ? {} : { deprecationWarning }) };
}

/** A CRD's schema leaves out what every object has: its metadata is always Kubernetes' ObjectMeta. */
function asKind(schema: Schema): ObjectSchema {
  const { properties, required, ...rest } =
    schema.kind === 'object'
      ? schema
      : { ...schema, properties: new Map<string, Schema>(), required: new Set<string>() };
  const metadata: Schema = { kind: 'reference', target: objectMetaName };
  const text: Schema = { kind: 'string', type: 'string' };
  return {
    ...rest,
    kind: 'object',
    type: 'object',
    required,
    properties: new Map([
      ['apiVersion', text],
      ['kind', text],
      ...properties,
      ['metadata', metadata],
    ]),
  };
}
