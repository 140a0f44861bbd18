import { InvalidArgumentError } from '@commander-js/extra-typings';
import type { Target } from '../generate/request.ts';
import { isLabel, labelRule, targets } from '../generate/request.ts';
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
export function parseTargets(text: string): Set<Target> {
  const chosen = new Set<Target>();
  for (const part of text.split(',')) {
    const word = part.trim();
    const target = targets.find((known) => known === word);
    if (target === undefined) {
      const meant = nearest(word, targets);
      const hint =
        meant === undefined ? `They are ${targets.join(', ')}.` : `Did you mean ${meant}?`;
      throw new InvalidArgumentError(`There is no target ${JSON.stringify(word)}. ${hint}`);
    }
    chosen.add(target);
  }
  return chosen;
}

/**
 * The name of a package, by npm's rule, without those that only old packages may have.
 * @throws {InvalidArgumentError} where it is none
 */
export function parsePackageName(text: string): string {
  if (/^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/.test(text)) return text;
  throw new InvalidArgumentError('A package has a name like tea-library or @example/tea.');
}

/**
 * The label of a library.
 * @throws {InvalidArgumentError} where it cannot be a folder in the output
 */
export function parseLabel(text: string): string {
  if (!isLabel(text)) throw new InvalidArgumentError(`A label has ${labelRule}.`);
  return text;
}
