import type { Diagnostics } from '../../diagnostic/diagnostics.ts';
import type { Path } from '../../diagnostic/place.ts';
import type { SourceDocument } from '../../source/document.ts';
import { locatorOf } from '../../diagnostic/place.ts';
import type { Definition, Scope } from '../../api/definition.ts';
import type { ObjectSchema, Schema, SchemaFacts } from '../../schema/schema.ts';
import { objectMetaName } from '../../api/object-meta.ts';
import type { JsonObject } from '../../json/object.ts';
import { describe, isJsonObject, ownValue } from '../../json/object.ts';
import type { SchemaContext } from '../schema/context.ts';
import { reportAt } from '../schema/context.ts';
import { readSchema } from '../schema/read-schema.ts';
import { readerProblems } from '../problems.ts';

const apiGroup = 'apiextensions.k8s.io/';

/** Whether a document says that it is a custom resource definition, of any version. */
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
  /** The feature sets that have it; absent where all do. */
  readonly featureSets: readonly string[] | undefined;
  /** Whether it is for clusters that run their own control plane, not only for ones whose control plane is hosted. */
  readonly isSelfManaged: boolean;
}

/**
 * What a custom resource definition defines: one kind in each of its versions. Reads `apiextensions.k8s.io/v1`
 * and `v1beta1`, whose versions may share the one schema of `spec.validation`.
 * Names follow the OpenAPI documents: the group's labels in reverse, the version, the kind.
 */
export function readCustomResourceDefinition(
  document: SourceDocument,
  value: JsonObject,
  diagnostics: Diagnostics,
): readonly CustomResource[] {
  const context = { locator: locatorOf(document), diagnostics, referencePrefix: '#/definitions/' };
  const spec = ownValue(value, 'spec');
  if (!isJsonObject(spec)) {
    reportAt(context, ['spec'], readerProblems['wrong-type'], {
      expected: 'an object',
      found: describe(spec),
    });
    return [];
  }
  const names = ownValue(spec, 'names');
  const group = requireText(spec, 'group', ['spec'], context);
  const kind = requireText(isJsonObject(names) ? names : {}, 'kind', ['spec', 'names'], context);
  if (group === undefined || kind === undefined) return [];
  const scope = readScope(spec, context);
  const { featureSets, isSelfManaged } = readInstallation(value);
  return readVersions(spec, context).map(({ version, schema, isServed, path }) => {
    const definition: Definition = {
      name: [...group.split('.').toReversed(), version, kind].join('.'),
      schema: asKind(schema),
      groupVersionKinds: [{ group, version, kind }],
      scope,
      ...(isServed ? {} : { isUnserved: true }),
      place: { locator: context.locator, path },
    };
    return { definition, featureSets, isSelfManaged };
  });
}

const featureSetAnnotation = 'release.openshift.io/feature-set';
const profilePrefix = 'include.release.openshift.io/';

/**
 * Where OpenShift's cluster-version operator installs a manifest, by the annotations that it reads: in the feature sets
 * of a list with commas (in all, without one), and in the cluster profiles that are included (in all, without any).
 */
function readInstallation(value: JsonObject): Omit<CustomResource, 'definition'> {
  const metadata = ownValue(value, 'metadata');
  const annotations = isJsonObject(metadata) ? ownValue(metadata, 'annotations') : undefined;
  if (!isJsonObject(annotations)) return { featureSets: undefined, isSelfManaged: true };
  const list = ownValue(annotations, featureSetAnnotation);
  const names = typeof list === 'string' ? list.split(',').map((name) => name.trim()) : [];
  const featureSets = names.filter((name) => name !== '');
  const profiles = Object.keys(annotations).filter(
    (name) => name.startsWith(profilePrefix) && annotations[name] === 'true',
  );
  return {
    featureSets: featureSets.length === 0 ? undefined : featureSets,
    isSelfManaged:
      profiles.length === 0 || profiles.includes(`${profilePrefix}self-managed-high-availability`),
  };
}

function requireText(
  raw: JsonObject,
  key: string,
  path: Path,
  context: SchemaContext,
): string | undefined {
  const value = ownValue(raw, key);
  if (typeof value === 'string' && value !== '') return value;
  const missing = [...path, key].join('.');
  reportAt(context, [...path, key], readerProblems['incomplete-crd'], {
    missing,
    found: describe(value),
  });
  return undefined;
}

function readScope(spec: JsonObject, context: SchemaContext): Scope | undefined {
  const scope = ownValue(spec, 'scope');
  if (scope === 'Namespaced' || scope === 'Cluster') return scope;
  // v1beta1 takes a missing scope for Namespaced; in v1 the API server refuses it.
  if (scope === undefined || scope === '') return 'Namespaced';
  const found = describe(scope);
  reportAt(context, ['spec', 'scope'], readerProblems['wrong-type'], {
    expected: '"Namespaced" or "Cluster"',
    found,
  });
  return undefined;
}

interface Version {
  readonly version: string;
  readonly schema: Schema;
  /** Whether the API server takes and gives objects of this version; others it only reads from its store. */
  readonly isServed: boolean;
  readonly path: Path;
}

/** Versions may share one schema, so that a short text could describe any number of fields. Real ones have under ten. */
const versionLimit = 100;

function readVersions(spec: JsonObject, context: SchemaContext): readonly Version[] {
  const versions = ownValue(spec, 'versions') ?? [];
  const place = ['spec', 'versions'];
  if (!Array.isArray(versions)) {
    const found = describe(versions);
    reportAt(context, place, readerProblems['wrong-type'], {
      expected: 'a list of versions',
      found,
    });
    return [];
  }
  if (versions.length === 0) {
    const version = requireText(spec, 'version', ['spec'], context);
    return version === undefined ? [] : [readVersion(version, {}, ['spec'], spec, context)];
  }
  if (versions.length > versionLimit) {
    reportAt(context, [...place, versionLimit], readerProblems['too-many-versions'], {
      limit: versionLimit,
    });
    return [];
  }
  return versions.flatMap((raw: unknown, index) => {
    const path = [...place, index];
    if (!isJsonObject(raw)) {
      reportAt(context, path, readerProblems['wrong-type'], {
        expected: 'an object',
        found: describe(raw),
      });
      return [];
    }
    const version = requireText(raw, 'name', path, context);
    return version === undefined ? [] : [readVersion(version, raw, path, spec, context)];
  });
}

function readVersion(
  version: string,
  raw: JsonObject,
  path: Path,
  spec: JsonObject,
  context: SchemaContext,
): Version {
  const isServed = readFlag(raw, 'served', path, context) !== false;
  const deprecation = readDeprecation(raw, path, context);
  const own = ownValue(raw, 'schema');
  const shared = ownValue(spec, 'validation');
  const key = 'openAPIV3Schema';
  if (isJsonObject(own) && Object.hasOwn(own, key)) {
    const place = [...path, 'schema', key];
    const schema = { ...readSchema(own[key], place, context), ...deprecation };
    return { version, schema, isServed, path: place };
  }
  if (isJsonObject(shared) && Object.hasOwn(shared, key)) {
    const place = ['spec', 'validation', key];
    const schema = { ...readSchema(shared[key], place, context), ...deprecation };
    return { version, schema, isServed, path: place };
  }
  reportAt(context, path, readerProblems['schema-missing'], { version });
  return { version, schema: { kind: 'any', ...deprecation }, isServed, path };
}

/** Whether a version says that it should no longer be used, and what the API server warns of where it is. */
function readDeprecation(raw: JsonObject, path: Path, context: SchemaContext): SchemaFacts {
  if (readFlag(raw, 'deprecated', path, context) !== true) return {};
  const warning = ownValue(raw, 'deprecationWarning');
  if (typeof warning === 'string') return { deprecated: true, deprecationWarning: warning };
  if (warning !== undefined && warning !== null) {
    const wrong = { expected: 'text', found: describe(warning) };
    reportAt(context, [...path, 'deprecationWarning'], readerProblems['wrong-type'], wrong);
  }
  return { deprecated: true };
}

function readFlag(
  raw: JsonObject,
  key: string,
  path: Path,
  context: SchemaContext,
): boolean | undefined {
  const value = ownValue(raw, key);
  if (typeof value === 'boolean') return value;
  if (value !== undefined && value !== null) {
    const wrong = { expected: 'true or false', found: describe(value) };
    reportAt(context, [...path, key], readerProblems['wrong-type'], wrong);
  }
  return undefined;
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
