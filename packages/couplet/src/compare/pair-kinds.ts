import type { Kind, Library } from '../library/library.ts';

/** A kind with where it is in its library: `route.v1.route`. */
export interface PlacedKind {
  readonly place: string;
  readonly group: string;
  readonly kind: Kind;
}

/** One kind, as both libraries have it. */
export interface KindPair {
  readonly before: PlacedKind;
  readonly after: PlacedKind;
}

/** A kind that is gone, with the places where the library has others of its name and group. */
export interface RemovedKind {
  readonly kind: PlacedKind;
  readonly others: readonly string[];
}

/** The kinds of two libraries: those that are the same kind, and those that only one of the libraries has. */
export interface PairedKinds {
  readonly pairs: readonly KindPair[];
  readonly removed: readonly RemovedKind[];
  readonly added: readonly PlacedKind[];
}

/**
 * Pairs the kinds of two libraries by their places. A kind that is gone and one that is new are the same one, moved,
 * if they have the same name and group, and neither library has a second one of that name in the group that is gone or new.
 */
export function pairKinds(before: Library, after: Library): PairedKinds {
  const old = kindsByPlace(before);
  const own = kindsByPlace(after);
  const same = [...old.values()].flatMap((kind): readonly KindPair[] => {
    const successor = own.get(kind.place);
    return successor === undefined ? [] : [{ before: kind, after: successor }];
  });
  const gone = [...old.values()].filter(({ place }) => !own.has(place));
  const fresh = [...own.values()].filter(({ place }) => !old.has(place));
  const moves = movedKinds(gone, fresh);
  const moved = new Set(moves.flatMap((move) => [move.before, move.after]));
  const present = byIdentity([...own.values()]);
  return {
    pairs: [...same, ...moves],
    removed: gone
      .filter((kind) => !moved.has(kind))
      .map((kind) => ({
        kind,
        others: (present.get(identityOf(kind)) ?? []).map(({ place }) => place),
      })),
    added: fresh.filter((kind) => !moved.has(kind)),
  };
}

function kindsByPlace({ groups }: Library): ReadonlyMap<string, PlacedKind> {
  const kinds = new Map<string, PlacedKind>();
  for (const group of groups) {
    for (const version of group.versions) {
      for (const kind of version.kinds) {
        const place = `${group.name}.${version.name}.${kind.key}`;
        kinds.set(place, { place, group: group.name, kind });
      }
    }
  }
  return kinds;
}

function movedKinds(
  gone: readonly PlacedKind[],
  fresh: readonly PlacedKind[],
): readonly KindPair[] {
  const candidates = byIdentity(fresh);
  return [...byIdentity(gone)].flatMap(([identity, [before, another]]) => {
    const [after, rival] = candidates.get(identity) ?? [];
    const isOne = another === undefined && rival === undefined;
    return isOne && before !== undefined && after !== undefined ? [{ before, after }] : [];
  });
}

function byIdentity(kinds: readonly PlacedKind[]): ReadonlyMap<string, readonly PlacedKind[]> {
  const groups = new Map<string, PlacedKind[]>();
  for (const kind of kinds) {
    const identity = identityOf(kind);
    const known = groups.get(identity);
    if (known === undefined) groups.set(identity, [kind]);
    else known.push(kind);
  }
  return groups;
}

function identityOf({ group, kind }: PlacedKind): string {
  return `${group}/${kind.name}`;
}
