import type { Diagnostic } from '../diagnostic/diagnostics.ts';

/** Thrown to programs where an input has errors, or nothing could be written. All that was found is in it. */
export class CoupletError extends Error {
  readonly diagnostics: readonly Diagnostic[];

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
function lineFor({ source, position, message, code }: Diagnostic): string {
  const place = position === undefined ? '' : `:${position.line}:${position.column}`;
  return `${source === undefined ? '' : `${source}${place}: `}${message} [${code}]`;
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
