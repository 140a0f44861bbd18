import type { Kind, Library } from './library.ts';

/** A kind with its place in the library. */
export interface PlacedKind {
  readonly group: string;
  readonly version: string;
  readonly kind: Kind;
}

/** Finds the kinds of a library. */
export interface PlacedKinds {
  /** The kind that is made from a definition. */
  readonly ofDefinition: (name: string) => PlacedKind | undefined;
  /** The kind at `group.version.key`. */
  readonly at: (group: string, version: string, key: string) => PlacedKind | undefined;
  /** The keys of all kinds of a group and version, in the order of the library. */
  readonly keysIn: (group: string, version: string) => readonly string[];
}

/** The kinds of a whole library. */
export function placedKindsOf(library: Library): PlacedKinds {
  const byDefinition = new Map<string, PlacedKind>();
  const byPlace = new Map<string, PlacedKind>();
  const keys = new Map<string, readonly string[]>();
  for (const group of library.groups) {
    for (const version of group.versions) {
      keys.set(
        JSON.stringify([group.name, version.name]),
        version.kinds.map(({ key }) => key),
      );
      for (const kind of version.kinds) {
        const placed = { group: group.name, version: version.name, kind };
        byDefinition.set(kind.definition, placed);
        byPlace.set(placeKey(group.name, version.name, kind.key), placed);
      }
    }
  }
  return {
    ofDefinition: (name) => byDefinition.get(name),
    at: (group, version, key) => byPlace.get(placeKey(group, version, key)),
    keysIn: (group, version) => keys.get(JSON.stringify([group, version])) ?? [],
  };
}

/** A text that is equal for equal places only. */
export function placeKey(group: string, version: string, key: string): string {
  return JSON.stringify([group, version, key]);
}
