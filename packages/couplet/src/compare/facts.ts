import { isDeprecated } from '../schema/deprecation.ts';
import type { Finding } from './change.ts';

/** Options for what is compared besides what programs depend on. */
export interface CompareOptions {
  /** Tells whether descriptions that say something else are changes too. */
  readonly withWording: boolean;
}

/** The facts that a kind or a field says of itself. */
export interface Documented {
  readonly deprecated?: boolean | undefined;
  readonly description?: string | undefined;
}

/** Finds what changed about whether something should be used, and about its description where that is asked for. */
export function compareDocumentation(
  before: Documented,
  after: Documented,
  { withWording }: CompareOptions,
): readonly Finding[] {
  const findings: Finding[] = [];
  const [was, is] = [isDeprecated(before), isDeprecated(after)];
  if (was !== is) {
    const kind = is ? 'deprecated' : 'no-longer-deprecated';
    findings.push({ kind, place: '', origin: '' });
  }
  const [old = '', own = ''] = [before.description, after.description];
  if (withWording && old !== own) {
    findings.push({ kind: 'reworded', place: '', origin: '', before: old, after: own });
  }
  return findings;
}

/** Tells whether a field became required, or is no longer; one that is new was not. */
export function compareRequired(before: boolean, after: boolean): readonly Finding[] {
  if (before === after) return [];
  return [{ kind: after ? 'newly-required' : 'no-longer-required', place: '', origin: '' }];
}

/** Finds which values are no longer among the allowed ones, and which are now; without a list, any are. */
export function compareAllowed(
  before: readonly unknown[] | undefined,
  after: readonly unknown[] | undefined,
): readonly Finding[] {
  const finding = { place: '', origin: '' };
  const removed = missingIn(before, after);
  const added = missingIn(after, before);
  return [
    ...(removed === '' ? [] : [{ ...finding, kind: 'values-removed', before: removed } as const]),
    ...(added === '' ? [] : [{ ...finding, kind: 'values-added', after: added } as const]),
  ];
}

function missingIn(
  some: readonly unknown[] | undefined,
  others: readonly unknown[] | undefined,
): string {
  if (others === undefined) return '';
  const known = namesOf(others);
  if (some === undefined) return `all but ${[...known].join(', ')}`;
  return [...namesOf(some)].filter((value) => !known.has(value)).join(', ');
}

function namesOf(allowed: readonly unknown[]): ReadonlySet<string> {
  return new Set(allowed.map((value) => JSON.stringify(value)));
}
