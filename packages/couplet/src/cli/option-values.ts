import { InvalidArgumentError } from '@commander-js/extra-typings';
import { isLabel, labelRule } from '../generate/request.ts';
import type { Target } from '../target/target.ts';
import { targets } from '../target/targets.ts';
import { nearest } from '../text/nearest.ts';

/**
 * A regular expression of a command line.
 * @throws {InvalidArgumentError} where it is none
 */
export function parsePattern(text: string): RegExp {
  try {
    return new RegExp(text);
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : String(error));
  }
}

/**
 * A path or a name of a command line. One that is empty is most often a variable of the shell that has no value.
 * @throws {InvalidArgumentError} where it is empty
 */
export function parseText(text: string): string {
  if (text === '') throw new InvalidArgumentError('It must not be empty.');
  return text;
}

/**
 * Parses what to generate, with commas.
 * @throws {InvalidArgumentError} where a target is not known
 */
export function parseTargets(text: string): readonly Target[] {
  const words = text.split(',').map((word) => word.trim());
  const names = targets.map(({ name }) => name);
  for (const word of words) {
    if (names.includes(word)) continue;
    const meant = nearest(word, names);
    const hint = meant === undefined ? `They are ${names.join(', ')}.` : `Did you mean ${meant}?`;
    throw new InvalidArgumentError(`There is no target ${JSON.stringify(word)}. ${hint}`);
  }
  return targets.filter(({ name }) => words.includes(name));
}

/**
 * The label of a library.
 * @throws {InvalidArgumentError} where it cannot be a folder in the output
 */
export function parseLabel(text: string): string {
  if (!isLabel(text)) throw new InvalidArgumentError(`A label has ${labelRule}.`);
  return text;
}
