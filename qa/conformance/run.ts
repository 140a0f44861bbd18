import type { GeneratedLibrary } from './generated.ts';
import { chunks, evaluate, inParallel } from './jsonnet.ts';
import type { Json } from './json.ts';
import { isObject } from './json.ts';
import type { KindCases } from './program.ts';
import { indexProgram, kindsProgram } from './program.ts';

/** What became of a kind in a program. */
export interface KindRun extends KindCases {
  /** What the kind has, by name. */
  readonly list: Json;
  /** What came of the calls, in the order of the cases. */
  readonly results: readonly Json[];
}

/** As many kinds as one program calls. Reading a file takes Jsonnet far longer than calling a function. */
const kindsAtOnce = 60;

/** The kinds that a library has: a list of keys, by group and version. */
export async function readIndex({ label, folder }: GeneratedLibrary): Promise<Json> {
  return await evaluate(folder, 'index', indexProgram(label));
}

/** Lists every kind and makes all of its calls in Jsonnet. */
export async function runKinds(
  { label, folder, isSlim }: GeneratedLibrary,
  kinds: readonly KindCases[],
): Promise<readonly KindRun[]> {
  const runs = await inParallel(chunks(kinds, kindsAtOnce), async (batch, index) => {
    const output = await evaluate(folder, `kinds-${index}`, kindsProgram(label, batch, isSlim));
    const lists = listAt(output, 'lists');
    const results = listAt(output, 'results');
    return batch.map((kind, position) => {
      const own = results[position];
      return { ...kind, list: lists[position] ?? null, results: Array.isArray(own) ? own : [] };
    });
  });
  return runs.flat();
}

function listAt(value: Json, key: string): readonly Json[] {
  const list = isObject(value) ? value[key] : undefined;
  return Array.isArray(list) ? list : [];
}
