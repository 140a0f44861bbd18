import type { Definitions } from '../api/definition.ts';
import type { Resolver } from '../api/resolve.ts';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import { buildKind, emptyShape } from './build.ts';
import type { PlacedKind, PlacedKinds } from './placed-kinds.ts';
import { placeKey } from './placed-kinds.ts';
import { ShapeBuilder } from './shapes.ts';

/** A place in a library, and the definition that has it. */
export interface KindPlace {
  readonly definition: string;
  readonly group: string;
  readonly version: string;
  readonly key: string;
}

/** The kinds of a library whose places are known, each built when it is first asked for. */
export function placedOnDemand(
  places: readonly KindPlace[],
  definitions: Pick<Definitions, 'get'>,
  resolver: Resolver,
): PlacedKinds {
  const byDefinition = new Map(places.map((place) => [place.definition, place]));
  const byPlace = new Map(
    places.map((place) => [placeKey(place.group, place.version, place.key), place]),
  );
  const built = new Map<KindPlace, PlacedKind | undefined>();
  const build = (place: KindPlace | undefined): PlacedKind | undefined => {
    if (place === undefined) return undefined;
    if (!built.has(place)) built.set(place, buildPlaced(place, definitions, resolver));
    return built.get(place);
  };
  return {
    ofDefinition: (name) => build(byDefinition.get(name)),
    at: (group, version, key) => build(byPlace.get(placeKey(group, version, key))),
    keysIn: (group, version) =>
      places
        .filter((place) => place.group === group && place.version === version)
        .map(({ key }) => key),
  };
}

function buildPlaced(
  { definition: name, group, version, key }: KindPlace,
  definitions: Pick<Definitions, 'get'>,
  resolver: Resolver,
): PlacedKind | undefined {
  const definition = definitions.get(name);
  if (definition === undefined) return undefined;
  // What is wrong with it was reported when the places were given.
  const shapes = new ShapeBuilder(definitions, resolver, new Diagnostics()).build([name]);
  const shape = shapes.get(name) ?? emptyShape(definition);
  const kindName = name.split('.').at(-1) ?? name;
  return { group, version, kind: buildKind({ definition, key, kindName }, shape) };
}
