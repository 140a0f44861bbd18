import type { Diagnostic } from '../diagnostic/diagnostics.ts';

/** A diagnostic for programs. */
interface DocumentedDiagnostic extends Diagnostic {
  /** The page that explains its problem, in the folder of the package `couplet`. */
  readonly documentation: string;
}

/** The address of the page's section about a code: `docs/problems.md#file-not-found`. */
export function documentationOf(code: string): string {
  return `docs/problems.md#${code}`;
}

/** Adds to each diagnostic where it is explained. */
export function withDocumentation(
  diagnostics: readonly Diagnostic[],
): readonly DocumentedDiagnostic[] {
  return Array.from(diagnostics, (diagnostic): DocumentedDiagnostic => ({
    ...diagnostic,
    documentation: documentationOf(diagnostic.code),
  }));
}
