import type { Fact } from './facts.ts';

type Facts = ReadonlyMap<string, Fact>;

/**
 * What changed from one document to another, as `<kind of change> <place>`, ordered. A type that takes more than before
 * is another type too.
 */
export function compareFacts(before: Facts, after: Facts): readonly string[] {
  return [
    ...onlyIn(before, after).map(([place, fact]) => `${nounOf(fact)}-removed ${place}`),
    ...onlyIn(after, before).map(([place, fact]) => `${nounOf(fact)}-added ${place}`),
    ...compareTypes(before, after),
    ...compareFields(before, after),
  ].sort();
}

/** Of what is there as a whole, or as another function, only the topmost is told. */
function onlyIn(some: Facts, others: Facts): readonly (readonly [string, Fact])[] {
  return [...some].filter(([place, fact]) => {
    if (fact.form === 'type' || fact.form === 'level') return false;
    return !isIn(others, place, fact) && isToldOf(fact, some, others);
  });
}

/** Whether all that is above is in both documents, and is the same in them. */
function isToldOf({ parent }: Fact, some: Facts, others: Facts): boolean {
  if (parent === undefined) return true;
  const [above, other] = [some.get(parent), others.get(parent)];
  if (above === undefined || above.type !== other?.type) return false;
  return isIn(others, parent, above) && isToldOf(above, some, others);
}

function isIn(facts: Facts, place: string, { form }: Fact): boolean {
  const isOwner = (each: Fact['form'] | undefined): boolean => each === 'kind' || each === 'part';
  const other = facts.get(place)?.form;
  return form === other || (isOwner(form) && isOwner(other));
}

function nounOf({ form }: Fact): string {
  return form === 'kind' || form === 'part' || form === 'field' ? form : 'function';
}

function compareTypes(before: Facts, after: Facts): readonly string[] {
  return [...after].flatMap(([place, own]) => {
    const old = before.get(place);
    if (old === undefined || !isIn(before, place, own) || !isToldOf(own, after, before)) return [];
    if (old.type !== own.type)
      return [`${isFunction(own) ? 'function-changed' : 'retyped'} ${place}`];
    return [
      ...(hasMore(old.values, own.values) ? [`values-removed ${place}`] : []),
      ...(hasMore(own.values, old.values) ? [`values-added ${place}`] : []),
    ];
  });
}

/** What has no value of its own. */
function isFunction({ form }: Fact): boolean {
  return form === 'new' || form === 'namespace';
}

/** Whether the first list allows a value that the second does not; without a list, all are allowed. */
function hasMore(
  some: readonly string[] | undefined,
  others: readonly string[] | undefined,
): boolean {
  if (others === undefined) return false;
  return some === undefined || some.some((value) => !others.includes(value));
}

function compareFields(before: Facts, after: Facts): readonly string[] {
  const old = new Map([...before.values()].map((fact) => [fact.field, fact]));
  return [...after].flatMap(([place, own]) => {
    if (own.field === undefined || !isToldOf(own, after, before)) return [];
    const known = old.get(own.field);
    const [was, is] = [known?.isRequired === true, own.isRequired === true];
    const required = is ? 'newly-required' : 'no-longer-required';
    const deprecated = own.isDeprecated === true ? 'deprecated' : 'no-longer-deprecated';
    return [
      ...(was === is ? [] : [`${required} ${place}`]),
      ...(known === undefined || known.isDeprecated === own.isDeprecated
        ? []
        : [`${deprecated} ${place}`]),
    ];
  });
}
