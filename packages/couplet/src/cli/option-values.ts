import { InvalidArgumentError } from '@commander-js/extra-typings';

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
 * A path of a command line. One that is empty is most often a variable of the shell that has no value.
 * @throws {InvalidArgumentError} where it is empty
 */
export function parsePath(text: string): string {
  if (text === '') throw new InvalidArgumentError('It must not be empty.');
  return text;
}
