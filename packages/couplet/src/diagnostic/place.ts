import { shorten } from './problem.ts';

/** The keys and indexes that lead from a document's root to one of its values. */
export type Path = readonly (string | number)[];

/** A position in a text. Lines and columns count from 1; columns count UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * A way to turn paths into positions: a document that was read from somewhere.
 * Looking up is done for many paths at once, because it may have to read the text anew.
 */
export interface Locator {
  /** The input as the user calls it: a file's path, a URL, `<stdin>`, `<embedded>`. */
  readonly source: string;
  /**
   * The positions of the given paths, in their order. A path that leads nowhere gets the position of the
   * deepest value on its way; `undefined` where the text has no positions at all.
   */
  readonly locate: (paths: readonly Path[]) => readonly (Position | undefined)[];
}

/**
 * Finds positions in a document, and nothing else: who holds on to places should not hold on to the data, which is most
 * of what a run has in memory.
 */
export function locatorOf({ source, locate }: Locator): Locator {
  return { source, locate };
}

/** A place in an input, before its position is looked up. */
export interface Place {
  readonly locator: Locator;
  readonly path: Path;
}

/** A place in an input that has no document yet: it could not be read or parsed. */
export function placeInText(source: string, position?: Position): Place {
  return { locator: { source, locate: (paths) => paths.map(() => position) }, path: [] };
}

/** Looks up the positions of places, in one pass for all of a document. */
export function locatePlaces(places: readonly Place[]): ReadonlyMap<Place, Position | undefined> {
  const byLocator = new Map<Locator, Place[]>();
  for (const place of places) {
    const known = byLocator.get(place.locator);
    if (known === undefined) byLocator.set(place.locator, [place]);
    else known.push(place);
  }
  const positions = new Map<Place, Position | undefined>();
  for (const [locator, group] of byLocator) {
    const found = locator.locate(group.map(({ path }) => path));
    for (const [index, place] of group.entries()) positions.set(place, found[index]);
  }
  return positions;
}

/** A path as people read it: `definitions["a.b"].properties.host`. */
export function formatPath(path: Path): string {
  let text = '';
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`;
    else if (/^[A-Za-z_$][\w$-]{0,79}$/.test(part)) text += text === '' ? part : `.${part}`;
    else text += `[${shorten(part)}]`;
  }
  return text;
}
