import type { JsonObject } from '../../../packages/couplet/src/json/object.ts';
import type { RawResource } from './custom-resources.ts';
import { asDefinition } from './custom-resources.ts';
import { isOpenShift, openShiftName } from './openshift.ts';
import type { RawDefinition, RawDefinitions } from './raw-definitions.ts';
import { objectAt } from './raw-definitions.ts';
import { propertiesOf, targetOf, targetsIn, typeOf } from './schemas.ts';

/**
 * What CRDs have in one place where a definition stands: by the chosen feature set, and by the others. `undefined`
 * where they have nothing.
 */
interface Place {
  readonly chosen: JsonObject | undefined;
  readonly others: readonly JsonObject[];
}

/**
 * OpenShift's definitions and its CRDs as one set, by docs/decisions/openshift-merge.md, as far as it decides on
 * functions: names, references and the rest of the structure are the definitions'; what only CRDs have is added;
 * what only other feature sets have is left out; what is served, and in which scope, is the CRDs' word.
 */
export function mergeRawResources(
  definitions: RawDefinitions,
  resources: readonly RawResource[],
): RawDefinitions {
  if (resources.length === 0) return definitions;
  const kept = withoutLeftOut(withVersionsOf(definitions, resources), resources);
  const places = placesIn(kept, resources);
  const merged = new Map<string, RawDefinition>();
  for (const definition of kept.values()) {
    const schema = mergeSchema(definition.schema, places.get(definition.name) ?? [], kept);
    merged.set(definition.name, { ...definition, schema });
  }
  for (const resource of resources) {
    if (resource.schema === undefined) continue;
    const name = nameOf(resource);
    const schema = merged.get(name)?.schema ?? resource.schema;
    merged.set(name, asDefinition(resource, name, schema));
  }
  return merged;
}

/** Of a kind that has CRDs, a version that none of them has is not served. */
function withVersionsOf(
  definitions: RawDefinitions,
  resources: readonly RawResource[],
): RawDefinitions {
  const kinds = new Set(resources.map(({ group, kind }) => `${group}/${kind}`));
  const versions = new Set(resources.map(nameOf));
  return new Map(
    [...definitions].map(([name, definition]) => {
      const served = definition.served.filter(
        ({ group, kind }) => !kinds.has(`${group}/${kind}`) || versions.has(name),
      );
      return [name, { ...definition, served }];
    }),
  );
}

function nameOf({ group, version, kind }: RawResource): string {
  return openShiftName(group, version, kind);
}

/** The definitions without the kinds that only other feature sets have, their lists, and the parts of only these. */
function withoutLeftOut(
  definitions: RawDefinitions,
  resources: readonly RawResource[],
): RawDefinitions {
  const leftOut = resources.filter(({ schema }) => schema === undefined).map(nameOf);
  const kept = new Map(definitions);
  const targets = new Map(
    [...definitions].map(([name, { schema }]) => [name, new Set(targetsIn(schema))]),
  );
  const open = leftOut.flatMap((name) => [name, `${name}List`]);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    kept.delete(name);
    for (const target of targets.get(name) ?? []) {
      const isServed = (kept.get(target)?.served.length ?? 0) > 0;
      const isUsed = [...kept.keys()].some(
        (other) => other !== target && targets.get(other)?.has(target) === true,
      );
      if (!isServed && !isUsed) open.push(target);
    }
  }
  return kept;
}

/** For every definition of OpenShift, the places of CRDs that it stands in. */
function placesIn(
  definitions: RawDefinitions,
  resources: readonly RawResource[],
): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>();
  const walk = (schema: JsonObject, place: Place): void => {
    const target = targetOf(schema);
    if (target !== undefined) return visit(target, place);
    for (const [property, below] of propertiesBelow(schema)) {
      walk(below, placeBelow(place, 'properties', property));
    }
    for (const key of ['items', 'additionalProperties']) {
      const below = objectAt(schema, key);
      if (Object.keys(below).length > 0) walk(below, placeBelow(place, key));
    }
  };
  const visit = (name: string, place: Place): void => {
    const definition = definitions.get(name);
    if (place.chosen === undefined || definition === undefined || !isOpenShift(name)) return;
    places.set(name, [...(places.get(name) ?? []), place]);
    walk(definition.schema, place);
  };
  for (const resource of resources) {
    visit(nameOf(resource), { chosen: resource.schema, others: resource.otherSchemas });
  }
  return places;
}

function propertiesBelow(schema: JsonObject): readonly (readonly [string, JsonObject])[] {
  return propertiesOf(schema).map((name) => [name, objectAt(schema, 'properties', name)]);
}

function placeBelow({ chosen, others }: Place, ...path: readonly string[]): Place {
  const below = (schema: JsonObject): JsonObject | undefined => {
    const found = objectAt(schema, ...path);
    return Object.keys(found).length > 0 ? found : undefined;
  };
  return {
    chosen: chosen && below(chosen),
    others: others.map(below).filter((schema) => schema !== undefined),
  };
}

function mergeSchema(
  schema: JsonObject,
  places: readonly Place[],
  definitions: RawDefinitions,
): JsonObject {
  const described = places.filter(({ chosen }) => chosen !== undefined);
  const target = targetOf(schema);
  if (target !== undefined) {
    // What a reference leads to may be missing in the document; CRDs have it in place.
    return definitions.has(target) ? schema : (described[0]?.chosen ?? schema);
  }
  const items = objectAt(schema, 'items');
  if (typeOf(schema) === 'array') {
    const below = described.map((place) => placeBelow(place, 'items'));
    return { ...schema, items: mergeSchema(items, below, definitions) };
  }
  if (propertiesOf(schema).length === 0 && described.every(hasNoProperties)) return schema;
  return { ...schema, properties: mergeProperties(schema, places, definitions) };
}

function hasNoProperties({ chosen = {} }: Place): boolean {
  return propertiesOf(chosen).length === 0;
}

function mergeProperties(
  schema: JsonObject,
  places: readonly Place[],
  definitions: RawDefinitions,
): JsonObject {
  const properties = new Map<string, JsonObject>();
  for (const [name, property] of propertiesBelow(schema)) {
    const below = places.map((place) => placeBelow(place, 'properties', name));
    const isChosen = below.some(({ chosen }) => chosen !== undefined);
    const isOfOthers = below.some(({ others }) => others.length > 0);
    if (!isChosen && isOfOthers) continue;
    properties.set(name, mergeSchema(property, below, definitions));
  }
  for (const { chosen = {} } of places) {
    for (const [name, property] of propertiesBelow(chosen)) {
      if (!properties.has(name)) properties.set(name, property);
    }
  }
  return Object.fromEntries(properties);
}
