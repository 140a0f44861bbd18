import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '../../packages/couplet/src/json/object.ts';
import type { Definitions } from '../../packages/couplet/src/api/definition.ts';
import type { ObjectSchema, Schema } from '../../packages/couplet/src/schema/schema.ts';
import type { CustomResource } from './custom-resources.ts';
import { objectAt } from './custom-resources.ts';

const texts: ReadonlySet<string> = new Set(['title', 'description']);

/** What is compared part by part: a list of its own, for the test not to believe that of reader/merge. */
const structure: ReadonlySet<string> = new Set([
  'kind',
  'target',
  'properties',
  'required',
  'additional',
  'gated',
  'items',
]);

/**
 * Where a merged schema, with all that it refers to, says something else than the schema of a CRD. Texts may differ.
 * Kubernetes' definitions are not merged: of what refers to them, only what stands beside the reference is compared.
 */
export function differencesFrom(
  crd: Schema,
  merged: Schema,
  definitions: Definitions,
  path: string,
): readonly string[] {
  if (crd.kind === 'reference') return [];
  const facts = new Map<string, unknown>(factsOf(merged));
  let target = merged;
  while (target.kind === 'reference') {
    const definition = definitions.get(target.target);
    if (definition === undefined) return [`${path}: ${target.target} is not defined`];
    if (!definition.name.startsWith('com.github.openshift.api.')) {
      facts.set('type', crd.type);
      return compareFacts(crd, facts, path);
    }
    target = definition.schema;
    for (const [fact, value] of factsOf(target)) if (!facts.has(fact)) facts.set(fact, value);
  }
  const differences = [...compareFacts(crd, facts, path)];
  if (target.kind !== crd.kind) return [...differences, `${path}: ${target.kind}, not ${crd.kind}`];
  if (crd.kind === 'object' && target.kind === 'object') {
    differences.push(...compareObjects(crd, target, definitions, path));
  }
  if (crd.kind === 'array' && target.kind === 'array') {
    const none: Schema = { kind: 'any' };
    const [items, own] = [crd.items ?? none, target.items ?? none];
    differences.push(...differencesFrom(items, own, definitions, `${path}[]`));
  }
  return differences;
}

function factsOf(schema: Schema): readonly (readonly [string, unknown])[] {
  return Object.entries(schema).filter(([fact]) => !structure.has(fact) && !texts.has(fact));
}

function compareFacts(
  crd: Schema,
  facts: ReadonlyMap<string, unknown>,
  path: string,
): readonly string[] {
  const expected = new Map<string, unknown>(factsOf(crd));
  return [...new Set([...expected.keys(), ...facts.keys()])]
    .filter((fact) => !isDeepStrictEqual(expected.get(fact), facts.get(fact)))
    .map((fact) => `${path}: ${fact}`);
}

function compareObjects(
  crd: ObjectSchema,
  merged: ObjectSchema,
  definitions: Definitions,
  path: string,
): readonly string[] {
  const differences: string[] = [];
  for (const part of ['required', 'gated'] as const) {
    if (!isDeepStrictEqual(crd[part], merged[part])) differences.push(`${path}: ${part}`);
  }
  for (const name of new Set([...crd.properties.keys(), ...merged.properties.keys()])) {
    const [expected, own] = [crd.properties.get(name), merged.properties.get(name)];
    if (expected === undefined || own === undefined) differences.push(`${path}.${name}: missing`);
    else differences.push(...differencesFrom(expected, own, definitions, `${path}.${name}`));
  }
  if (typeof crd.additional === 'object' && typeof merged.additional === 'object') {
    const below = differencesFrom(crd.additional, merged.additional, definitions, `${path}.*`);
    differences.push(...below);
  }
  return differences;
}

/** The properties below a schema that are marked as gated: `spec.size: Dev, Tech`. */
export function markedAsGated(schema: Schema, path: string): readonly string[] {
  if (schema.kind === 'array') {
    return schema.items === undefined ? [] : markedAsGated(schema.items, `${path}[]`);
  }
  if (schema.kind !== 'object') return [];
  const { gated = new Map<string, readonly string[]>(), properties, additional } = schema;
  return [
    ...[...gated].map(([name, featureSets]) => `${path}.${name}: ${featureSets.join(', ')}`),
    ...[...properties].flatMap(([name, property]) => markedAsGated(property, `${path}.${name}`)),
    ...(typeof additional === 'object' ? markedAsGated(additional, `${path}.*`) : []),
  ];
}

/**
 * The same, found in the manifests themselves: what is not in all variants of a CRD, below what the chosen feature set
 * has.
 */
export function gatedIn(
  variants: readonly CustomResource[],
  chosen: string,
  path: string,
): readonly string[] {
  const properties = variants.map(({ schema }) => objectAt(schema, 'properties'));
  const names = new Set(properties.flatMap((each) => Object.keys(each)));
  const below = (parts: readonly string[], place: string): readonly string[] => {
    const having = variants.flatMap((variant) => {
      const schema = objectAt(variant.schema, ...parts);
      return isEmpty(schema) ? [] : [{ ...variant, schema }];
    });
    return having.some(({ featureSet }) => featureSet === chosen)
      ? gatedIn(having, chosen, place)
      : [];
  };
  const here = [...names].flatMap((name) => {
    const having = variants.filter((_, index) => Object.hasOwn(properties[index] ?? {}, name));
    if (having.length === variants.length) return [];
    const featureSets = having.map(({ featureSet }) => featureSet).sort();
    return [`${path}.${name}: ${featureSets.join(', ')}`];
  });
  return [
    ...here,
    ...[...names].flatMap((name) => below(['properties', name], `${path}.${name}`)),
    ...below(['items'], `${path}[]`),
    ...below(['additionalProperties'], `${path}.*`),
  ];
}

function isEmpty(schema: JsonObject): boolean {
  return Object.keys(schema).length === 0;
}
