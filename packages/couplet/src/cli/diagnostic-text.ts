import type { Diagnostic } from '../diagnostic/diagnostics.ts';
import { printable } from '../text/printable.ts';
import type { Colours } from './colours.ts';

/** The number of diagnostics of one code that are shown in full; a broken input can have thousands of one kind. */
const shownOfACode = 20;

/**
 * A diagnostic as people and editors read it: `file:line:column: severity: message [code]`, the path in the document
 * and what to do on lines of their own.
 */
export function formatDiagnostic(diagnostic: Diagnostic, colours: Colours): string {
  const { severity, code, advice } = diagnostic;
  const message = printable(diagnostic.message);
  const path = printable(diagnostic.path);
  const paint = { error: colours.red, warning: colours.yellow, note: colours.cyan }[severity];
  const head = `${formatPlace(diagnostic)}${paint(severity)}: ${message} ${colours.dim(`[${code}]`)}`;
  const where = path === '' ? [] : [`  at ${path}`];
  return [head, ...where, `  ${advice}`, ''].join('\n');
}

/** Gives the beginning of a line about a place: `tea.json:3:5: `, or nothing where no source is to blame. */
export function formatPlace({ source, position }: Diagnostic): string {
  if (source === undefined) return '';
  const name = printable(source);
  return position === undefined ? `${name}: ` : `${name}:${position.line}:${position.column}: `;
}

/**
 * All diagnostics; of each code only the first few, with a line that counts the others.
 *
 * @param whereOthers where to find these, behind a semicolon
 */
export function formatDiagnostics(
  diagnostics: readonly Diagnostic[],
  colours: Colours,
  whereOthers = '',
): string {
  const seen = new Map<string, number>();
  let text = '';
  for (const diagnostic of diagnostics) {
    const count = (seen.get(diagnostic.code) ?? 0) + 1;
    seen.set(diagnostic.code, count);
    if (count <= shownOfACode) text += formatDiagnostic(diagnostic, colours);
  }
  for (const [code, count] of seen) {
    if (count > shownOfACode) {
      text += `${count - shownOfACode} more of [${code}] are not shown${whereOthers}\n`;
    }
  }
  return text;
}
