import { isDeepStrictEqual } from 'node:util';
import type { Json } from './json.ts';
import { isObject } from './json.ts';
import type { Oracle } from './oracle/functions.ts';
import type { KindCases } from './program.ts';
import type { KindRun } from './run.ts';
import { casesOf } from './cases.ts';

/** The kinds that a library should have, with the calls that show what their functions do. */
export function casesByKind({ functions, namespaces }: Oracle): readonly KindCases[] {
  const kinds = new Map<string, KindCases & { cases: KindCases['cases'][number][] }>();
  for (const place of namespaces.filter((path) => path.length === 3)) {
    kinds.set(place.join('.'), { place, cases: [] });
  }
  for (const each of functions) {
    kinds.get(each.path.slice(0, 3).join('.'))?.cases.push(...casesOf(each));
  }
  return [...kinds.values()];
}

/** A call that gave something else than it should. */
export interface Mismatch {
  readonly called: string;
  readonly expected: Json;
  readonly result: Json | undefined;
}

/** The calls whose result is not the expected one. */
export function mismatchesOf(runs: readonly KindRun[]): readonly Mismatch[] {
  return runs.flatMap(({ cases, results }) =>
    cases.flatMap(({ path, argument, expected }, index) => {
      const result = results[index];
      if (isDeepStrictEqual(result, expected)) return [];
      const passed = argument === undefined ? '' : JSON.stringify(argument.value);
      return [{ called: `${path.join('.')}(${passed})`, expected, result }];
    }),
  );
}

/** What a library has that nothing asks for, and what it lacks, or has with other arguments. */
export interface Census {
  readonly unexpected: readonly string[];
  readonly missing: readonly string[];
}

/** Compares what a library really has with what it should have. */
export function takeCensus(
  index: Json,
  runs: readonly KindRun[],
  oracle: Oracle,
  isSlim: boolean,
): Census {
  const lists = runs.flatMap(({ place, list }) => linesOf(list, place.join('.')));
  const there = new Set([...kindsIn(index), ...lists]);
  const wanted = new Set(wantedLines(oracle, isSlim));
  return {
    unexpected: [...there].filter((line) => !wanted.has(line)),
    missing: [...wanted].filter((line) => !there.has(line)),
  };
}

/** One line for each kind: `group.version.key`. */
function kindsIn(index: Json): readonly string[] {
  return entriesOf(index).flatMap(([group, versions]) =>
    entriesOf(versions).flatMap(([version, keys]) =>
      Array.isArray(keys) ? keys.map((key) => [group, version, key].join('.')) : [],
    ),
  );
}

function entriesOf(value: Json): readonly (readonly [string, Json])[] {
  return isObject(value) ? Object.entries(value) : [];
}

/** One line for each namespace (`a.b`) and each function with what is said of it (`a.b.withX: …`). */
function linesOf(list: Json, path: string): readonly string[] {
  if (!isObject(list)) return [`${path}: ${JSON.stringify(list)}`];
  const below = Object.entries(list).flatMap(([name, value]) => linesOf(value, `${path}.${name}`));
  return [path, ...below];
}

/** What the documentation calls the types that Jsonnet has no name of its own for. */
const documentedTypes: ReadonlyMap<string, string> = new Map([
  ['boolean', 'bool'],
  ['integer', 'number'],
]);

function wantedLines({ functions, namespaces }: Oracle, isSlim: boolean): readonly string[] {
  const lines = functions.map(({ path, argument, type }) => {
    const passed = argument === undefined ? [] : [[argument, documentedTypes.get(type) ?? type]];
    return `${path.join('.')}: ${JSON.stringify(isSlim ? passed.length : passed)}`;
  });
  return [...namespaces.map((path) => path.join('.')), ...lines];
}
