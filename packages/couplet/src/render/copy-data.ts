import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { Locator, Path } from '../diagnostic/place.ts';
import type { Problem } from '../diagnostic/problem.ts';
import { maximumDepth, maximumValues } from '../source/limits.ts';
import { renderProblems } from './problems.ts';

/** Data that can stand in a manifest; and `undefined` where something else stood, which was reported. */
export type Data = undefined | null | boolean | number | string | readonly Data[] | Fields;

export interface Fields {
  readonly [key: string]: Data;
}

/** The origin of a value, and the list that the problems in it go to. */
export interface Origin {
  readonly path: Path;
  readonly locator: Locator;
  readonly diagnostics: Diagnostics;
}

/**
 * A copy of a value as plain data. Reported is all that JSON cannot hold, or would hold as something else: functions,
 * `undefined`, `NaN`, instances of classes, and values that contain themselves.
 */
export function copyData(value: unknown, origin: Origin): Data {
  return new Copier(origin).copy(value);
}

class Copier {
  readonly #origin: Origin;
  readonly #path: (string | number)[];
  readonly #ancestors = new Set<object>();
  #copied = 0;

  constructor(origin: Origin) {
    this.#origin = origin;
    this.#path = [...origin.path];
  }

  copy(value: unknown): Data {
    this.#copied += 1;
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    // Not map, which would leave out holes.
    const copyItems = (items: readonly unknown[]): Data =>
      Array.from(items, (item, index) => this.#copyAt(index, item));
    // Gives the object fields of its own, even one that is called __proto__.
    const copyFields = (fields: Readonly<Record<string, unknown>>): Data =>
      Object.fromEntries(Object.keys(fields).map((key) => [key, this.#copyAt(key, fields[key])]));
    if (isArray(value)) return this.#copyInside(value, copyItems);
    if (isPlainObject(value)) return this.#copyInside(value, copyFields);
    this.#report(renderProblems['value-not-data'], { found: describeValue(value) });
    return undefined;
  }

  #copyInside<Container extends object>(
    container: Container,
    copy: (container: Container) => Data,
  ): Data {
    if (this.#ancestors.has(container)) {
      this.#report(renderProblems['value-cycle'], {});
      return undefined;
    }
    if (this.#ancestors.size === maximumDepth) {
      this.#report(renderProblems['value-too-deep'], { limit: maximumDepth });
      return undefined;
    }
    this.#ancestors.add(container);
    const copied = copy(container);
    this.#ancestors.delete(container);
    return copied;
  }

  #copyAt(key: string | number, value: unknown): Data {
    if (this.#copied >= maximumValues) {
      const { locator, diagnostics } = this.#origin;
      diagnostics.report(
        renderProblems['too-much-exported'],
        { limit: maximumValues },
        { locator, path: [] },
      );
      return undefined;
    }
    this.#path.push(key);
    const copied = this.copy(value);
    this.#path.pop();
    return copied;
  }

  #report<Parameters>(problem: Problem<Parameters>, parameters: NoInfer<Parameters>): void {
    const { locator, diagnostics } = this.#origin;
    diagnostics.report(problem, parameters, { locator, path: [...this.#path] });
  }
}

function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** Instances of classes are no plain objects: what they print as may be far from what they are. */
function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Names a value for messages. */
export function describeValue(value: unknown): string {
  switch (typeof value) {
    case 'object':
      return value === null ? 'null' : describeObject(value);
    case 'number':
      return Number.isFinite(value) ? 'a number' : String(value);
    case 'string':
      return value === '' ? 'an empty text' : 'a text';
    case 'undefined':
      return 'undefined';
    default:
      return `a ${typeof value}`;
  }
}

function describeObject(value: object): string {
  if (Array.isArray(value)) return 'an array';
  if (isPlainObject(value)) return 'an object';
  if (value instanceof Promise) return 'a promise (await it)';
  const { constructor } = value;
  const name = typeof constructor === 'function' ? constructor.name : '';
  return name === '' ? 'an instance of a class' : `an instance of ${name}`;
}
