import { dirname, resolve } from 'node:path';
import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { Path, Place } from '../diagnostic/place.ts';
import type { Problem } from '../diagnostic/problem.ts';
import type { JsonObject } from '../json/object.ts';
import { isJsonObject, ownValue } from '../json/object.ts';
import type { SourceDocument } from '../source/document.ts';
import { clusterProblems } from './problems.ts';

/** An object in a kubeconfig. What is wrong with a value is reported at its place, and never shows the value. */
export class KubeconfigEntry {
  readonly #document: SourceDocument;
  readonly #value: JsonObject;
  readonly #path: Path;
  readonly #diagnostics: Diagnostics;

  constructor(document: SourceDocument, value: unknown, path: Path, diagnostics: Diagnostics) {
    this.#document = document;
    this.#path = path;
    this.#diagnostics = diagnostics;
    this.#value = isJsonObject(value) ? value : {};
    // An entry may be left empty.
    if (value !== null && !isJsonObject(value)) this.#wrong(undefined, 'an object', value);
  }

  /** A text; `undefined` where there is none, or an empty one. */
  text(key: string): string | undefined {
    const value = this.#own(key);
    if (value === undefined || value === '') return undefined;
    if (typeof value === 'string') return value;
    this.#wrong(key, 'text', value);
    return undefined;
  }

  flag(key: string): boolean {
    const value = this.#own(key);
    if (value === undefined || typeof value === 'boolean') return value === true;
    this.#wrong(key, 'true or false', value);
    return false;
  }

  /** A path, which is meant from where the kubeconfig is. */
  path(key: string): string | undefined {
    const path = this.text(key);
    return path === undefined ? undefined : this.resolve(path);
  }

  resolve(path: string): string {
    return resolve(dirname(this.#document.source), path);
  }

  /** Any value, as it is. */
  raw(key: string): unknown {
    return this.#own(key);
  }

  /** An object under a key. */
  entry(key: string): KubeconfigEntry | undefined {
    const value = ownValue(this.#value, key);
    return value === undefined ? undefined : this.#below([key], value);
  }

  /** The objects of a list. */
  entries(key: string): readonly KubeconfigEntry[] {
    return this.#list(key).map((value, index) => this.#below([key, index], value));
  }

  /** The texts of a list. */
  texts(key: string): readonly string[] {
    return this.#list(key).flatMap((value, index) => {
      if (typeof value === 'string') return [value];
      this.report(clusterProblems['kubeconfig-wrong'], { expected: 'text', found: typeOf(value) }, [
        key,
        index,
      ]);
      return [];
    });
  }

  /** Reports a problem of the value under a key, or of the whole entry. */
  report<Parameters>(
    problem: Problem<Parameters>,
    parameters: NoInfer<Parameters>,
    path: Path,
  ): void {
    this.#diagnostics.report(problem, parameters, this.#place(path));
  }

  #place(path: Path): Place {
    return { locator: this.#document, path: [...this.#path, ...path] };
  }

  #below(path: Path, value: unknown): KubeconfigEntry {
    return new KubeconfigEntry(this.#document, value, [...this.#path, ...path], this.#diagnostics);
  }

  #list(key: string): readonly unknown[] {
    const value = this.#own(key);
    if (Array.isArray(value)) return value;
    if (value !== undefined) this.#wrong(key, 'a list', value);
    return [];
  }

  #own(key: string): unknown {
    return ownValue(this.#value, key) ?? undefined;
  }

  #wrong(key: string | undefined, expected: string, value: unknown): void {
    const path = key === undefined ? [] : [key];
    this.report(clusterProblems['kubeconfig-wrong'], { expected, found: typeOf(value) }, path);
  }
}

/** What a value is, without showing it. */
function typeOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return 'text';
  return typeof value === 'number' ? 'a number' : 'true or false';
}
