import type { Place, Position } from './place.ts';
import { formatPath, locatePlaces } from './place.ts';
import type { Problem, Severity } from './problem.ts';
import { diagnosticProblems } from './problems.ts';

/** A problem in an input, ready to be shown. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  /** Says what is wrong, in one sentence without a full stop. */
  readonly message: string;
  /** Says what to do about it. */
  readonly advice: string;
  readonly source: string | undefined;
  readonly position: Position | undefined;
  /** The path in the document, empty for the document as a whole. */
  readonly path: string;
}

/** The number of problems of one code that are listed; others are only counted: a broken document can have millions. */
export const listedOfACode = 1000;

interface Report {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly advice: string;
  readonly place: Place | undefined;
}

/**
 * Collects every problem of a run. Nothing is thrown: readers report and go on with what is left.
 * Positions are looked up only when they or the list are asked for, for all problems of an input at once.
 */
export class Diagnostics {
  readonly #reports: Report[] = [];
  readonly #seen = new Set<string>();
  readonly #counts = new Map<string, number>();
  /** Numbers for texts: names in a path can be long, and stand in the paths of all problems below them. */
  readonly #numbers = new Map<string, number>();
  readonly #positions = new Map<Report, Position | undefined>();

  /** Reports a problem; the same problem at the same place is kept once, and of one code only so many. */
  report<Parameters>(
    { code, severity, message, advice }: Problem<Parameters>,
    parameters: NoInfer<Parameters>,
    place?: Place,
  ): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    if (count > listedOfACode) {
      this.#counts.set(code, count);
      return;
    }
    const text = message(parameters);
    const identity = this.#identify(code, text, place);
    if (this.#seen.has(identity)) return;
    this.#seen.add(identity);
    this.#counts.set(code, count);
    this.#reports.push({ code, severity, message: text, advice, place });
  }

  #identify(code: string, message: string, place: Place | undefined): string {
    const texts = [code, message, place?.locator.source ?? ''].map((text) => this.#numberOf(text));
    const path = place?.path.map((part) =>
      typeof part === 'number' ? `[${part}]` : this.#numberOf(part),
    );
    return [...texts, ...(path ?? [])].join(' ');
  }

  #numberOf(text: string): number {
    const number = this.#numbers.get(text) ?? this.#numbers.size;
    this.#numbers.set(text, number);
    return number;
  }

  /** Tells whether anything that was reported makes a run fail. */
  get hasErrors(): boolean {
    return this.#reports.some((report) => report.severity === 'error');
  }

  /**
   * Looks up the positions of all that was reported so far. {@link Diagnostics.list} does so, too; but a document whose text is still
   * in memory need not be read again.
   */
  locate(): void {
    const reports = this.#reports.filter((report) => !this.#positions.has(report));
    const positions = locatePlaces(reports.flatMap(({ place }) => place ?? []));
    for (const report of reports) {
      this.#positions.set(report, report.place && positions.get(report.place));
    }
  }

  /** Everything that was reported, in the order of the reports, with positions; last, what is only counted. */
  list(): readonly Diagnostic[] {
    this.locate();
    return Array.from([...this.#reports, ...this.#unlisted()], (report): Diagnostic => {
      const { code, severity, message, advice, place } = report;
      const position = this.#positions.get(report);
      const path = place === undefined ? '' : formatPath(place.path);
      return { code, severity, message, advice, source: place?.locator.source, position, path };
    });
  }

  #unlisted(): readonly Report[] {
    const { code, severity, message, advice } = diagnosticProblems['more-problems'];
    return [...this.#counts].flatMap(([of, count]) => {
      const more = count - listedOfACode;
      if (more <= 0) return [];
      return [{ code, severity, message: message({ more, of }), advice, place: undefined }];
    });
  }
}
