import type { GeneratedLibrary } from './generated.ts';
import { execute, Executed } from './executed.ts';
import { joinFiles } from './joined.ts';
import { evaluateWith } from './jsonnet.ts';
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

/** A library as Jsonnet imports it for users: every file by itself. */
export function importOf({ label }: GeneratedLibrary): string {
  return `import ${JSON.stringify(`${label}/main.libsonnet`)}\n`;
}

/** The kinds that a library has: a list of keys, by group and version. */
export async function readIndex(
  library: GeneratedLibrary,
  source: string = joinFiles(library, []),
): Promise<Json> {
  return await evaluateWith(library.folder, 'index', source, indexProgram);
}

/**
 * Lists every kind and makes all of its calls in Jsonnet.
 *
 * @param executed what was called before, and need not be called again
 * @param name what the library is called there
 */
export async function runKinds(
  library: GeneratedLibrary,
  kinds: readonly KindCases[],
  executed: Executed = new Executed(),
  name: string = library.label,
): Promise<readonly KindRun[]> {
  const call = async (batch: readonly KindCases[], index: number): Promise<readonly Json[]> =>
    callKinds(library, batch, `kinds-${index}`, joinFiles(library, placesOf(batch)));
  const outputs = await execute(library, kinds, call, executed, name);
  return kinds.map((kind, index) => runOf(kind, outputs[index] ?? null));
}

/** The same where Jsonnet imports every file by itself. */
export async function runImportedKinds(
  library: GeneratedLibrary,
  kinds: readonly KindCases[],
): Promise<readonly KindRun[]> {
  const outputs = await callKinds(library, kinds, 'imported', importOf(library));
  return kinds.map((kind, index) => runOf(kind, outputs[index] ?? null));
}

async function callKinds(
  library: GeneratedLibrary,
  kinds: readonly KindCases[],
  program: string,
  source: string,
): Promise<readonly Json[]> {
  const output = await evaluateWith(
    library.folder,
    program,
    source,
    kindsProgram(kinds, library.isSlim),
  );
  return Array.isArray(output) ? output : [];
}

function placesOf(kinds: readonly KindCases[]): readonly (readonly string[])[] {
  return kinds.map(({ place }) => place);
}

function runOf(kind: KindCases, output: Json): KindRun {
  const { list = null, results = null } = isObject(output) ? output : {};
  return { ...kind, list, results: Array.isArray(results) ? results : [] };
}
