/**
 * Compares two API versions by Kubernetes' order of preference: stable ones first, then beta, then alpha, each with the
 * higher number first; what is no such version comes last, by code points.
 */
export function compareApiVersions(left: string, right: string): number {
  const [one, other] = [rankOf(left), rankOf(right)];
  for (const [index, value] of one.entries()) {
    const order = (other[index] ?? 0) - value;
    if (order !== 0) return order;
  }
  return left < right ? -1 : Number(left > right);
}

const stages: Readonly<Record<string, number>> = { alpha: 1, beta: 2 };

/** Stage, major number, number within the stage. */
function rankOf(version: string): readonly number[] {
  const [, major, stage, minor] = /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(version) ?? [];
  if (major === undefined) return [0, 0, 0];
  return [stage === undefined ? 3 : (stages[stage] ?? 0), Number(major), Number(minor ?? 0)];
}
