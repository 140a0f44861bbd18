/**
 * Compares two versions: number by number, so that 4.9 comes before 4.20; texts by code points, and after numbers
 * a text comes first (`1.0-rc` before `1.0.1`).
 */
export function compareVersions(left: string, right: string): number {
  const lefts = partsOf(left);
  const rights = partsOf(right);
  for (let index = 0; index < Math.max(lefts.length, rights.length); index++) {
    const order = compareParts(lefts[index], rights[index]);
    if (order !== 0) return order;
  }
  return left < right ? -1 : Number(left > right);
}

function partsOf(version: string): readonly string[] {
  return version.match(/\d+|[^\d.+-]+/g) ?? [];
}

function compareParts(left: string | undefined, right: string | undefined): number {
  const [leftRank, rightRank] = [rankOf(left), rankOf(right)];
  if (leftRank !== rightRank) return leftRank - rightRank;
  if (left === undefined || right === undefined) return 0;
  if (leftRank === 2) return Number(left) - Number(right);
  return left < right ? -1 : Number(left > right);
}

/** Ranks the part that makes a pre-release (`-rc`) before the end of the version, and that before a further number. */
function rankOf(part: string | undefined): number {
  if (part === undefined) return 1;
  return /^\d/.test(part) ? 2 : 0;
}
