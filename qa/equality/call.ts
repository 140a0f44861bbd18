import fc from 'fast-check';
import { exampleOf } from '../conformance/cases.ts';
import type { Json } from '../conformance/json.ts';
import type { LibraryFunction } from '../conformance/oracle/functions.ts';

/** A call of one function of a library, in whatever language the library is. */
export interface Call {
  /** Group, version and kind, then namespaces, then the function's own name. */
  readonly path: readonly string[];
  /** What is passed; nothing where the function takes nothing. */
  readonly passed: readonly Json[];
}

/** Parts that are added up, in their order. */
export type Sum = readonly Call[];

/** The values that a function is called with: what fits its schema, and for a list a single item too. */
export function argumentsFor(called: LibraryFunction): readonly (readonly Json[])[] {
  if (called.form === 'new') return [called.argument === undefined ? [] : ['example']];
  const example = exampleOf(called.schema);
  if (!Array.isArray(example)) return [[example]];
  const [item = null] = example;
  return [[example], [item]];
}

/**
 * The sums that show one function: alone, and in both orders with another call of itself and with a call of a sibling.
 */
export function sumsOf(called: LibraryFunction, sibling: LibraryFunction): readonly Sum[] {
  const calls = argumentsFor(called).map((passed) => ({ path: called.path, passed }));
  const [first, second] = [calls[0], calls.at(-1)];
  const [other] = argumentsFor(sibling).map((passed) => ({ path: sibling.path, passed }));
  if (first === undefined || second === undefined || other === undefined) return [];
  const pairs = [
    [first, second],
    [second, first],
    [first, other],
    [other, first],
  ];
  return [...calls.map((call) => [call]), ...pairs];
}

/** Functions of one root by the root: functions that build an item of a list build another object than their kind. */
export function functionsByRoot(
  functions: readonly LibraryFunction[],
): readonly (readonly LibraryFunction[])[] {
  const roots = new Map<string, LibraryFunction[]>();
  for (const called of functions) {
    const root = rootOf(called);
    const known = roots.get(root);
    if (known === undefined) roots.set(root, [called]);
    else known.push(called);
  }
  return [...roots.values()];
}

/** Group, version, kind, and the namespaces of the innermost list whose item the function builds. */
function rootOf(called: LibraryFunction): string {
  const depth = called.form === 'new' ? 0 : called.target.length - 1;
  return called.path.slice(0, called.path.length - 1 - depth).join('.');
}

/** Random sums of calls of one root each: up to nine, `new`, lists, maps and nested fields among them. */
export function randomSums(
  functions: readonly LibraryFunction[],
  count: number,
  seed: number,
): readonly Sum[] {
  const roots = functionsByRoot(functions).map((root) =>
    fc.array(fc.oneof(...root.map(anyCall)), { minLength: 2, maxLength: 9 }),
  );
  return fc.sample(fc.oneof(...roots), { numRuns: count, seed });
}

function anyCall(called: LibraryFunction): fc.Arbitrary<Call> {
  return fc
    .constantFrom(...argumentsFor(called))
    .map((passed): Call => ({ path: called.path, passed }));
}
