import { dirname, isAbsolute, join } from 'node:path';
import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import { shorten } from '../diagnostic/problem.ts';
import type { Path } from '../diagnostic/place.ts';
import type { Problem } from '../diagnostic/problem.ts';
import { isLabel, labelRule } from '../generate/request.ts';
import type { JsonObject } from '../json/object.ts';
import { describe, ownValue } from '../json/object.ts';
import { hasWebScheme } from '../net/address.ts';
import type { SourceDocument } from '../source/document.ts';
import { nearest } from '../text/nearest.ts';
import { configProblems } from './problems.ts';

/** Reads values of a configuration, whichever format it has; what is wrong with one is reported at its place. */
export class ConfigurationReader {
  readonly #document: SourceDocument;
  readonly #diagnostics: Diagnostics;
  readonly #folder: string;
  readonly #labels = new Set<string>();

  constructor(document: SourceDocument, diagnostics: Diagnostics) {
    this.#document = document;
    this.#diagnostics = diagnostics;
    this.#folder = dirname(document.source);
  }

  text(object: JsonObject, path: Path, key: string): string | undefined {
    const value = ownValue(object, key);
    if (value === undefined || value === null || value === '') return undefined;
    if (typeof value === 'string') return value;
    this.wrongType([...path, key], 'text', value);
    return undefined;
  }

  pattern(object: JsonObject, path: Path, key: string): RegExp | undefined {
    const text = this.text(object, path, key);
    try {
      return text === undefined ? undefined : new RegExp(text);
    } catch (error) {
      const found = error instanceof Error ? error.message : String(error);
      this.report(
        configProblems['wrong-configuration'],
        { expected: 'a regular expression', found },
        [...path, key],
      );
      return undefined;
    }
  }

  /** Whether it can be the label of one more library; where case is ignored, labels must differ as well. */
  takeLabel(label: string, path: Path): boolean {
    let expected = '';
    if (!isLabel(label)) expected = `a label, which has ${labelRule}`;
    else if (this.#labels.has(label.toLowerCase())) expected = 'a label that no other library has';
    this.#labels.add(label.toLowerCase());
    if (expected === '') return true;
    this.report(configProblems['wrong-configuration'], { expected, found: shorten(label) }, path);
    return false;
  }

  /** Paths in a file are meant from where the file is. */
  path(path: string | undefined): string | undefined {
    if (path === undefined || isAbsolute(path) || hasWebScheme(path)) return path;
    return join(this.#folder, path);
  }

  unknownKeys(object: JsonObject, path: Path, known: readonly string[]): void {
    for (const key of Object.keys(object)) {
      if (known.includes(key)) continue;
      this.report(configProblems['unknown-key'], { key, suggestion: nearest(key, known) }, [
        ...path,
        key,
      ]);
    }
  }

  wrongType(path: Path, expected: string, found: unknown): void {
    this.report(configProblems['wrong-configuration'], { expected, found: describe(found) }, path);
  }

  report<Parameters>(
    problem: Problem<Parameters>,
    parameters: NoInfer<Parameters>,
    path: Path,
  ): void {
    this.#diagnostics.report(problem, parameters, { locator: this.#document, path });
  }
}
