import type { JsonObject } from '../../packages/couplet/src/json/object.ts';
import { isJsonObject, ownValue } from '../../packages/couplet/src/json/object.ts';
import type { SourceDocument } from '../../packages/couplet/src/source/document.ts';

/** One version of a CRD, read from its manifest without Couplet's readers. */
export interface CustomResource {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly scope: string;
  /** What is not served has no `new`, as if there were no CRD of it. */
  readonly isServed: boolean;
  /** As the manifest writes it; empty for all feature sets. */
  readonly featureSet: string;
  readonly schema: JsonObject;
}

/** The value at a path of plain data, an empty object where there is none. */
export function objectAt(value: unknown, ...path: readonly string[]): JsonObject {
  let object: unknown = value;
  for (const key of path) object = isJsonObject(object) ? ownValue(object, key) : undefined;
  return isJsonObject(object) ? object : {};
}

function textAt(value: JsonObject, key: string): string {
  const text = ownValue(value, key);
  return typeof text === 'string' ? text : '';
}

/** What the CRDs among the documents say. A scope that is missing or empty is `Namespaced`, as v1beta1 has it. */
export function customResourcesOf(documents: readonly SourceDocument[]): readonly CustomResource[] {
  return documents.flatMap(({ value }) => {
    const spec = objectAt(value, 'spec');
    const annotations = objectAt(value, 'metadata', 'annotations');
    const versions = ownValue(spec, 'versions') ?? [{ name: textAt(spec, 'version') }];
    if (!Array.isArray(versions)) throw new Error('a CRD has no versions');
    return versions.map((version: unknown) => ({
      group: textAt(spec, 'group'),
      version: textAt(objectAt(version), 'name'),
      kind: textAt(objectAt(spec, 'names'), 'kind'),
      scope: textAt(spec, 'scope') || 'Namespaced',
      isServed: ownValue(objectAt(version), 'served') !== false,
      featureSet: textAt(annotations, 'release.openshift.io/feature-set'),
      schema: objectAt(version, 'schema', 'openAPIV3Schema'),
    }));
  });
}
