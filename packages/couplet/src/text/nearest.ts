/**
 * The known word that somebody probably meant: the one with the fewest letters to change, if that is at most a third
 * of the letters. Case does not count.
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3));
  let best: { readonly word: string; readonly distance: number } | undefined;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const found = distance(word.toLowerCase(), candidate.toLowerCase());
    if (found <= limit && (best === undefined || found < best.distance)) {
      best = { word: candidate, distance: found };
    }
  }
  return best?.word;
}

/** Levenshtein's distance, where two neighbours that have changed places are one change: three rows of the table at a time. */
function distance(left: string, right: string): number {
  let before: readonly number[] = [];
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let index = 0; index < left.length; index++) {
    const next = [index + 1];
    for (let other = 0; other < right.length; other++) {
      const replaced = (row[other] ?? 0) + (left[index] === right[other] ? 0 : 1);
      const isSwap = left[index] === right[other - 1] && left[index - 1] === right[other];
      const swapped = isSwap ? (before[other - 1] ?? 0) + 1 : Infinity;
      next.push(Math.min(replaced, (row[other + 1] ?? 0) + 1, (next[other] ?? 0) + 1, swapped));
    }
    before = row;
    row = next;
  }
  return row.at(-1) ?? 0;
}
