import type { JsonObject } from '../../packages/couplet/src/json/object.ts';
import { isJsonObject, ownValue } from '../../packages/couplet/src/json/object.ts';

const groupVersionKind = 'x-kubernetes-group-version-kind';

/** What Kubernetes' v3 documents say of values that v2 calls strings, though the API takes numbers too. */
const numbersOrTexts = new Map<string, JsonObject>([
  [
    'io.k8s.apimachinery.pkg.util.intstr.IntOrString',
    { format: 'int-or-string', oneOf: [{ type: 'integer' }, { type: 'string' }] },
  ],
  [
    'io.k8s.apimachinery.pkg.api.resource.Quantity',
    { oneOf: [{ type: 'string' }, { type: 'number' }] },
  ],
]);

/**
 * Writes an OpenAPI v2 document as Kubernetes would in v3: references into `components`, a reference that has a default
 * or a description beside it as `allOf`, numbers or texts as `oneOf`.
 */
export function convertToV3(document: JsonObject): JsonObject {
  const schemas = objectsIn(ownValue(document, 'definitions')).map(([name, schema]) => {
    const numberOrText = numbersOrTexts.get(name);
    if (numberOrText === undefined) return [name, convertSchema(schema)];
    const { type: _type, format: _format, ...others } = schema;
    return [name, { ...others, ...numberOrText }];
  });
  return withSchemas({ openapi: '3.0.0', info: {}, paths: {} }, Object.fromEntries(schemas));
}

/**
 * Splits an OpenAPI v3 document into those that a cluster serves: one for each group and version, with all that its
 * kinds refer to, and one with what is left.
 */
export function splitByGroupVersion(document: JsonObject): readonly JsonObject[] {
  const components = ownValue(document, 'components');
  const schemas = new Map(
    objectsIn(isJsonObject(components) ? ownValue(components, 'schemas') : undefined),
  );
  const names = new Map<string, string[]>();
  for (const [name, schema] of schemas) {
    for (const [, { group, version }] of objectsIn(ownValue(schema, groupVersionKind))) {
      const key = `${String(group)}/${String(version)}`;
      names.set(key, [...(names.get(key) ?? []), name]);
    }
  }
  const parts = [...names.values()].map((roots) => reachable(roots, schemas));
  const covered = new Set(parts.flatMap((part) => [...part]));
  const rest = [...schemas.keys()].filter((name) => !covered.has(name));
  return [...parts, rest].map((part) =>
    withSchemas(document, Object.fromEntries([...part].map((name) => [name, schemas.get(name)]))),
  );
}

function withSchemas(document: JsonObject, schemas: JsonObject): JsonObject {
  return { ...document, components: { schemas } };
}

/** The objects that an object or a list holds, by their keys. */
function objectsIn(value: unknown): readonly (readonly [string, JsonObject])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]: [string, unknown]) =>
    isJsonObject(each) ? [[key, each]] : [],
  );
}

function convertSchema(schema: JsonObject): JsonObject {
  const { $ref: reference, ...others } = schema;
  if (typeof reference === 'string') {
    const converted = { $ref: reference.replace('#/definitions/', '#/components/schemas/') };
    return Object.keys(others).length === 0 ? converted : { ...others, allOf: [converted] };
  }
  return Object.fromEntries(
    Object.entries(others).map(([keyword, value]) => [keyword, convertKeyword(keyword, value)]),
  );
}

function convertKeyword(keyword: string, value: unknown): unknown {
  if (keyword === 'properties') {
    const properties = objectsIn(value).map(([name, property]) => [name, convertSchema(property)]);
    return Object.fromEntries(properties);
  }
  const holdsSchema = keyword === 'items' || keyword === 'additionalProperties';
  return holdsSchema && isJsonObject(value) ? convertSchema(value) : value;
}

/** The given names, and those of all schemas that these refer to. */
function reachable(
  roots: readonly string[],
  schemas: ReadonlyMap<string, JsonObject>,
): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...roots];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const schema = schemas.get(name);
    if (reached.has(name) || schema === undefined) continue;
    reached.add(name);
    const references = JSON.stringify(schema).matchAll(/"#\/components\/schemas\/([^"]+)"/g);
    for (const [, target] of references) if (target !== undefined) open.push(target);
  }
  return reached;
}
