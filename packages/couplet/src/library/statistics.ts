import type { Library, Member, Shape } from './library.ts';

/** The size of a library. */
export interface Statistics {
  readonly groups: number;
  readonly kinds: number;
  /** Functions that a user can call, each counted in every place where it stands. */
  readonly functions: number;
}

/** Counts what is in a library, in time that grows with its shapes and not with what they expand to. */
export function countLibrary(library: Library): Statistics {
  const counts = new Map<Shape, number>();
  const countMembers = (members: readonly Member[]): number => {
    let functions = 0;
    for (const member of members) {
      functions += member.kind === 'namespace' ? countShape(member.shape) : 1;
    }
    return functions;
  };
  const countShape = (shape: Shape): number => {
    const known = counts.get(shape);
    if (known !== undefined) return known;
    const count = countMembers(shape.members);
    counts.set(shape, count);
    return count;
  };
  const kinds = library.groups.flatMap(({ versions }) => versions.flatMap((each) => each.kinds));
  let functions = 0;
  for (const kind of kinds) {
    functions += countMembers(kind.members) + (kind.newFunction === undefined ? 0 : 1);
  }
  return { groups: library.groups.length, kinds: kinds.length, functions };
}
