import type { Library } from '../library/library.ts';
import { compareNames } from '../text/compare-names.ts';
import type { Definitions } from '../api/definition.ts';
import type { ReferenceSchema } from '../schema/schema.ts';
import type { Change, Finding } from './change.ts';
import { below, gatherChanges } from './change.ts';
import { FunctionComparison } from './functions.ts';
import { ValueComparison } from './values.ts';
import { compareNewFunctions } from './new-functions.ts';
import type { CompareOptions } from './facts.ts';
import type { KindPair, PairedKinds, PlacedKind } from './pair-kinds.ts';
import { pairKinds } from './pair-kinds.ts';

/** A library with all that it was built from: what functions take can be of a definition that has no place in it. */
export interface ComparedLibrary {
  readonly library: Library;
  readonly definitions: Definitions;
}

/**
 * Finds what changed from one library to another for those who use it, in the names of its functions. Equal libraries
 * give no change, and neither do another order of definitions, other names of definitions, or (unless asked for) other
 * words. A change in an object that several kinds have is one change with several places. Of a namespace that is new or
 * gone, the functions are not listed.
 */
export function compareLibraries(
  before: ComparedLibrary,
  after: ComparedLibrary,
  options: CompareOptions,
): readonly Change[] {
  const paired = pairKinds(before.library, after.library);
  const successors = new Map(
    paired.pairs.map((pair) => [pair.before.kind.definition, pair.after.kind.definition]),
  );
  const values = new ValueComparison(
    before.definitions,
    after.definitions,
    (old, own) => successors.get(old) === own,
    options,
  );
  const functions = new FunctionComparison(values);
  const findings = [
    ...compareSets(paired),
    ...paired.pairs.flatMap((pair) => compareKinds(pair, values, functions)),
    ...values.compareDefinitions(),
  ];
  return gatherChanges(findings, compareNames);
}

function compareSets({ removed, added }: PairedKinds): readonly Finding[] {
  const gone = removed.map(({ kind, others }): Finding => {
    const { place } = kind;
    const after = others.length === 0 ? undefined : `see ${others.join(', ')}`;
    return { kind: `${nounFor(kind)}-removed`, place, origin: place, after };
  });
  const fresh = added.map((kind): Finding => {
    const { place } = kind;
    return { kind: `${nounFor(kind)}-added`, place, origin: place };
  });
  return [...gone, ...fresh];
}

function compareKinds(
  { before, after }: KindPair,
  values: ValueComparison,
  functions: FunctionComparison,
): readonly Finding[] {
  const { place, kind } = after;
  const isMoved = before.place !== place;
  const findings = [
    ...below(place, '', compareNewFunctions(before.kind, kind, isMoved)),
    ...below(place, kind.definition, values.document(referenceTo(before), referenceTo(after))),
    ...below(place, '', functions.compare(before.kind, kind)),
  ];
  if (!isMoved) return findings;
  const moved = `${nounFor(after)}-moved` as const;
  const origin = kind.definition;
  return [{ kind: moved, place, origin, before: before.place, after: place }, ...findings];
}

function referenceTo({ kind }: PlacedKind): ReferenceSchema {
  return { kind: 'reference', target: kind.definition };
}

/** Tells a kind, which can be applied to a cluster, from all else: a part of one, or a component's configuration. */
function nounFor({ kind }: PlacedKind): 'kind' | 'part' {
  return kind.newFunction === undefined ? 'part' : 'kind';
}
