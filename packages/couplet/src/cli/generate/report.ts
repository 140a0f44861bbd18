import type { Diagnostic } from '../../diagnostic/diagnostics.ts';
import type { OutputChanges } from '../../output/write-output.ts';
import type { LibraryResult } from '../../generate/generate.ts';
import { count } from '../../text/count.ts';
import type { Colours } from '../colours.ts';
import { coloursFor } from '../colours.ts';
import { withDocumentation } from '../documentation.ts';
import { formatDiagnostics } from '../diagnostic-text.ts';
import type { Streams } from '../streams.ts';

/** A result of a whole run: the libraries, and what was wrong before any of them could be begun. */
export interface RunResult {
  readonly libraries: readonly LibraryResult[];
  readonly diagnostics: readonly Diagnostic[];
  readonly seconds: number;
  readonly isDryRun: boolean;
}

/** The result of a run for programs: everything, in one JSON document. */
export function reportAsJson({ libraries, diagnostics, seconds, isDryRun }: RunResult): string {
  const report = {
    dryRun: isDryRun,
    seconds,
    diagnostics: withDocumentation(diagnostics),
    libraries: Array.from(libraries, (library) => ({
      ...library,
      diagnostics: withDocumentation(library.diagnostics),
    })),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

const whereOthers = '; --json lists them';

/** The result of a run for people: what is wrong, then a line or two for each library. */
export function reportAsText(result: RunResult, streams: Streams): string {
  const colours = coloursFor(streams);
  let text = formatDiagnostics(result.diagnostics, colours, whereOthers);
  for (const library of result.libraries) {
    text += formatDiagnostics(library.diagnostics, colours, whereOthers);
    text += formatLibrary(library, result, colours);
  }
  return `${text}${countDiagnostics(result)}in ${result.seconds.toFixed(1)} s\n`;
}

function formatLibrary(library: LibraryResult, { isDryRun }: RunResult, colours: Colours): string {
  const { label, out, statistics, changes } = library;
  if (statistics === undefined || changes === undefined) {
    return `${colours.red(label)}: nothing was written to ${out}\n`;
  }
  const { created, changed, unchanged, removed } = changes;
  const written = created.length + changed.length;
  const content = `${count(statistics.kinds, 'kind')}, ${count(statistics.functions, 'function')}`;
  const files = isDryRun
    ? `would write ${count(written, 'file')} and remove ${removed.length}, ${unchanged.length} unchanged`
    : `${count(written, 'file')} written, ${unchanged.length} unchanged, ${removed.length} removed`;
  const line = `${colours.green(label)}: ${content}; ${files} in ${out}\n`;
  return isDryRun ? line + listChanges(changes) : line;
}

function listChanges({ created, changed, removed }: OutputChanges): string {
  const lines = [
    ...created.map((path) => `  + ${path}\n`),
    ...changed.map((path) => `  ~ ${path}\n`),
    ...removed.map((path) => `  - ${path}\n`),
  ];
  return lines.join('');
}

function countDiagnostics({ libraries, diagnostics }: RunResult): string {
  const all = [diagnostics, ...libraries.map((library) => library.diagnostics)].flat();
  const severities = ['error', 'warning', 'note'] as const;
  const counts = severities.flatMap((severity) => {
    const number = all.filter((diagnostic) => diagnostic.severity === severity).length;
    return number === 0 ? [] : [count(number, severity)];
  });
  return counts.length === 0 ? '' : `${counts.join(', ')} `;
}
