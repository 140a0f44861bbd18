import { formatPlace } from '../cli/diagnostic-text.ts';
import type { Diagnostic } from '../diagnostic/diagnostics.ts';
import { printable } from '../text/printable.ts';

/** Thrown to programs where an input has errors, or nothing could be written. All that was found is in it. */
export class CoupletError extends Error {
  /** All that was found, in the order in which it was found; warnings too. */
  readonly diagnostics: readonly Diagnostic[];

  /** Makes the error of a list of diagnostics; its message has a line for each that is an error. */
  constructor(diagnostics: readonly Diagnostic[]) {
    super(
      diagnostics
        .filter(({ severity }) => severity === 'error')
        .map(lineFor)
        .join('\n'),
    );
    this.name = 'CoupletError';
    this.diagnostics = diagnostics;
  }
}

/** A problem on one line: `tea.json:3:5: expected a list, found text [wrong-type]`. */
function lineFor(diagnostic: Diagnostic): string {
  return `${formatPlace(diagnostic)}${printable(diagnostic.message)} [${diagnostic.code}]`;
}

/**
 * Gives a result back, unless errors were found on the way to it.
 *
 * @throws {CoupletError} where there were
 */
export function unlessFailed<Result>(
  diagnostics: readonly Diagnostic[],
  result: Result | undefined,
): Result {
  const hasErrors = diagnostics.some(({ severity }) => severity === 'error');
  if (hasErrors || result === undefined) throw new CoupletError(diagnostics);
  return result;
}
