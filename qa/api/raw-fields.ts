import type { JsonObject } from '../../packages/couplet/src/json/object.ts';
import { isJsonObject, ownValue } from '../../packages/couplet/src/json/object.ts';
import type { RawResource } from '../conformance/oracle/custom-resources.ts';
import { rawResourcesOf } from '../conformance/oracle/custom-resources.ts';
import type { RawDefinitions } from '../conformance/oracle/raw-definitions.ts';
import { objectAt, textAt } from '../conformance/oracle/raw-definitions.ts';
import { rawDefinitionsOf } from '../conformance/oracle/read.ts';
import { propertiesOf, References, targetOf } from '../conformance/oracle/schemas.ts';
import { rawLimits, rawRules, rawType } from './raw-facts.ts';

/** A step of a path: the name of a property behind a colon, the items of a list, the values of a map. */
export type RawStep = `:${string}` | '[]' | '*';

/** What documents say of a field of a manifest. */
export interface FieldFacts {
  readonly type: string;
  readonly isRequired: boolean;
  readonly enum: unknown;
  readonly limits: readonly string[];
  readonly rules: readonly unknown[];
}

/** Facts of fields by their paths, each path as a list in JSON. */
export type FieldsOfKind = ReadonlyMap<string, FieldFacts>;

const metaName = 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta';

/**
 * All fields of all kinds that an OpenAPI document of OpenShift and its CRDs describe, by `apiVersion kind`, read off the
 * plain documents with none of Couplet's readers. Of a kind with a CRD, the CRD for the feature set Default is the truth; a
 * path does not go twice through the same definition.
 */
export function rawFieldsOf(documents: readonly unknown[]): ReadonlyMap<string, FieldsOfKind> {
  const objects = documents.filter(isJsonObject);
  const isOpenApi = (each: JsonObject): boolean => ownValue(each, 'swagger') !== undefined;
  const definitions = rawDefinitionsOf(objects.filter(isOpenApi));
  const manifests = objects.filter((each) => !isOpenApi(each));
  const resources = rawResourcesOf(manifests);
  const walk = new RawWalk(definitions);
  const kinds = new Map<string, FieldsOfKind>();
  const described = new Set(resources.map(({ group, kind }) => `${group} ${kind}`));
  for (const { name, schema, served } of definitions.values()) {
    for (const { group, version, kind } of served) {
      if (described.has(`${group} ${kind}`)) continue;
      kinds.set(nameOf(group, version, kind), walk.fieldsOf(schema, name));
    }
  }
  for (const { group, version, kind, isServed, schema } of resources) {
    if (!isServed || schema === undefined) continue;
    const name = nameOf(group, version, kind);
    const ofNames = objectAt(metadataOf(manifests, { group, version, kind }), 'properties');
    kinds.set(name, walk.fieldsOf(asManifest(schema, ofNames, definitions), name));
  }
  return kinds;
}

function nameOf(group: string, version: string, kind: string): string {
  return `${group === '' ? version : `${group}/${version}`} ${kind}`;
}

type Identity = Pick<RawResource, 'group' | 'version' | 'kind'>;

/** A CRD's schema with what every object has; what it says of names holds beside that. */
function asManifest(
  schema: JsonObject,
  ofNames: JsonObject,
  definitions: RawDefinitions,
): JsonObject {
  const text = { type: 'string' };
  const own = { apiVersion: text, kind: text, ...objectAt(schema, 'properties') };
  if (Object.keys(ofNames).length === 0) {
    const metadata = { $ref: `#/definitions/${metaName}` };
    return { ...schema, properties: { ...own, metadata } };
  }
  const shared = definitions.get(metaName)?.schema ?? {};
  const properties = { ...objectAt(shared, 'properties') };
  for (const name of Object.keys(ofNames)) {
    properties[name] = { ...objectAt(properties, name), ...objectAt(ofNames, name) };
  }
  return { ...schema, properties: { ...own, metadata: { ...shared, properties } } };
}

/** What the CRDs of a kind say of its metadata; all variants of a kind say the same. */
function metadataOf(manifests: readonly JsonObject[], { group, version, kind }: Identity) {
  for (const manifest of manifests) {
    const spec = objectAt(manifest, 'spec');
    const isOfKind =
      textAt(spec, 'group') === group && textAt(objectAt(spec, 'names'), 'kind') === kind;
    const versions = ownValue(spec, 'versions');
    if (!isOfKind || !Array.isArray(versions)) continue;
    const own = versions.filter(isJsonObject).find((each) => ownValue(each, 'name') === version);
    if (own !== undefined) {
      return objectAt(own, 'schema', 'openAPIV3Schema', 'properties', 'metadata');
    }
  }
  return {};
}

class RawWalk {
  readonly #references: References;

  constructor(definitions: RawDefinitions) {
    this.#references = new References(definitions);
  }

  fieldsOf(schema: JsonObject, definition: string): FieldsOfKind {
    const fields = new Map<string, FieldFacts>();
    this.#below(fields, schema, definition, [], [definition]);
    return fields;
  }

  #below(
    fields: Map<string, FieldFacts>,
    schema: JsonObject,
    definition: string,
    path: readonly RawStep[],
    passed: readonly string[],
  ): void {
    const required = ownValue(schema, 'required');
    for (const [step, own] of stepsBelow(schema)) {
      const below = [...path, step];
      const found = this.#references.find(own, definition);
      const resolved = found.schema;
      const isRequired = Array.isArray(required) && required.includes(step.slice(1));
      fields.set(JSON.stringify(below), {
        type: rawType(own, definition, this.#references),
        isRequired: isRequired && step.startsWith(':'),
        enum: ownValue(own, 'enum') ?? ownValue(resolved, 'enum'),
        limits: [...new Set([...rawLimits(own), ...rawLimits(resolved)])],
        rules: own === resolved ? rawRules(own) : [...rawRules(own), ...rawRules(resolved)],
      });
      if (targetOf(own) === undefined)
        this.#below(fields, resolved, found.definition, below, passed);
      else if (!passed.includes(found.definition)) {
        const more = [...passed, found.definition];
        this.#below(fields, resolved, found.definition, below, more);
      }
    }
  }
}

/** What is one step below a schema: properties, the items of a list, what else an object takes. */
function stepsBelow(schema: JsonObject): readonly (readonly [RawStep, JsonObject])[] {
  const type = ownValue(schema, 'type');
  if (ownValue(schema, 'x-kubernetes-int-or-string') === true) return [];
  if (type === 'array') return [['[]', objectAt(schema, 'items')]];
  const properties = propertiesOf(schema);
  const additional = ownValue(schema, 'additionalProperties');
  if (
    type !== 'object' &&
    (type !== undefined || (properties.length === 0 && !isJsonObject(additional)))
  ) {
    return [];
  }
  const steps: (readonly [RawStep, JsonObject])[] = properties.map((name) => [
    `:${name}`,
    objectAt(schema, 'properties', name),
  ]);
  const takesAny = additional === true || (additional === undefined && properties.length === 0);
  if (isJsonObject(additional)) steps.push(['*', additional]);
  else if (takesAny) steps.push(['*', {}]);
  return steps;
}
