import type { SchemaFacts } from './schema.ts';

/** A limit in words: what is limited, and how. */
export interface Limit {
  readonly name: 'Range' | 'Multiple of' | 'Length' | 'Items' | 'Entries' | 'Pattern';
  /** `1 to 5`, `at least 1`, or a pattern as it is written. */
  readonly text: string;
}

/** Gives the limits that a schema sets besides its type, in words, always in the same order. */
export function limitsOf(facts: SchemaFacts): readonly Limit[] {
  const { multipleOf, pattern } = facts;
  const limits: readonly (readonly [Limit['name'], string | undefined])[] = [
    ['Range', rangeText(facts)],
    ['Multiple of', multipleOf === undefined ? undefined : String(multipleOf)],
    ['Length', spanText(facts.minLength, facts.maxLength)],
    ['Items', spanText(facts.minItems, facts.maxItems)],
    ['Entries', spanText(facts.minProperties, facts.maxProperties)],
    ['Pattern', pattern],
  ];
  return limits.flatMap(([name, text]) => (text === undefined ? [] : [{ name, text }]));
}

/** `1 to 5`, `at least 1`, `at least 1, below 5`. */
function rangeText(facts: SchemaFacts): string | undefined {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = facts;
  if (exclusiveMinimum !== true && exclusiveMaximum !== true) return spanText(minimum, maximum);
  const limits: string[] = [];
  if (minimum !== undefined) {
    limits.push(`${exclusiveMinimum === true ? 'above' : 'at least'} ${minimum}`);
  }
  if (maximum !== undefined) {
    limits.push(`${exclusiveMaximum === true ? 'below' : 'at most'} ${maximum}`);
  }
  return limits.length > 0 ? limits.join(', ') : undefined;
}

function spanText(low: number | undefined, high: number | undefined): string | undefined {
  if (low === undefined) return high === undefined ? undefined : `at most ${high}`;
  if (high === undefined) return `at least ${low}`;
  return low === high ? `${low}` : `${low} to ${high}`;
}
