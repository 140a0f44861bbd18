/** The kinds of changes for those who use a library, and whether that breaks a program or a manifest of theirs. */
export const changeKinds = {
  'kind-removed': { isBreaking: true, title: 'Kinds removed' },
  'kind-moved': { isBreaking: true, title: 'Kinds moved' },
  'part-removed': { isBreaking: true, title: 'Parts and configurations removed' },
  'part-moved': { isBreaking: true, title: 'Parts and configurations moved' },
  'function-removed': { isBreaking: true, title: 'Functions and namespaces removed' },
  'function-changed': { isBreaking: true, title: 'Functions that set something else' },
  'field-removed': { isBreaking: true, title: 'Fields removed from what functions take' },
  retyped: { isBreaking: true, title: 'Values of another type' },
  'newly-required': { isBreaking: true, title: 'Fields newly required' },
  'values-removed': { isBreaking: true, title: 'Values no longer allowed' },
  'kind-added': { isBreaking: false, title: 'Kinds added' },
  'part-added': { isBreaking: false, title: 'Parts and configurations added' },
  'function-added': { isBreaking: false, title: 'Functions and namespaces added' },
  'field-added': { isBreaking: false, title: 'Fields added to what functions take' },
  widened: { isBreaking: false, title: 'Values of more types than before' },
  'no-longer-required': { isBreaking: false, title: 'Fields no longer required' },
  'values-added': { isBreaking: false, title: 'Values newly allowed' },
  deprecated: { isBreaking: false, title: 'Newly deprecated' },
  'no-longer-deprecated': { isBreaking: false, title: 'No longer deprecated' },
  reworded: { isBreaking: false, title: 'Descriptions reworded' },
} as const;

export type ChangeKind = keyof typeof changeKinds;

/** One change, with every place of the library where users see it. */
export interface Change {
  readonly kind: ChangeKind;
  /** Names in the library, those with the fewest levels first: `route.v1.routeSpec.withHost`, `route.v1.route.spec.withHost`. */
  readonly places: readonly string[];
  /** Says what was there, or where else it was, in words. */
  readonly before?: string | undefined;
  /** Says what is there now, or where else it is, in words. */
  readonly after?: string | undefined;
}

/** A finding about one place, before the places of the same change are gathered. */
export interface Finding {
  readonly kind: ChangeKind;
  /** Below what is compared: `.spec.withHost`. */
  readonly place: string;
  /** The part of the schema that changed: equal for findings that are one change, seen from several places. */
  readonly origin: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** Findings as they are seen from further up. */
export function below(
  place: string,
  origin: string,
  findings: readonly Finding[],
): readonly Finding[] {
  return findings.map((finding) => ({
    ...finding,
    place: place + finding.place,
    origin: origin + finding.origin,
  }));
}

/** Adds findings one by one, since there can be more than a call has arguments. */
export function append(findings: Finding[], more: readonly Finding[]): void {
  for (const finding of more) findings.push(finding);
}

/** Gathers the findings that are one change, in the order of the kinds of change and of their places. */
export function gatherChanges(
  findings: readonly Finding[],
  compare: (left: string, right: string) => number,
): readonly Change[] {
  const order = new Map(Object.keys(changeKinds).map((kind, index) => [kind, index]));
  const rank = ({ kind }: Change): number => order.get(kind) ?? 0;
  return [...groupByIdentity(findings).values()]
    .map((group): Change => {
      const [{ kind, before, after }] = group;
      const places = group.map(({ place }) => place);
      places.sort((left, right) => levelsOf(left) - levelsOf(right) || compare(left, right));
      return { kind, places, before, after };
    })
    .sort(
      (left, right) =>
        rank(left) - rank(right) || compare(left.places[0] ?? '', right.places[0] ?? ''),
    );
}

type Group = [Finding, ...Finding[]];

function groupByIdentity(findings: readonly Finding[]): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const finding of findings) {
    const { kind, origin, before, after } = finding;
    const identity = JSON.stringify([kind, origin, before, after]);
    const group = groups.get(identity);
    if (group === undefined) groups.set(identity, [finding]);
    else group.push(finding);
  }
  return groups;
}

function levelsOf(place: string): number {
  return place.split('.').length;
}
