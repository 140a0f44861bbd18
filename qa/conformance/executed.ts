import { fingerprintOf } from './fingerprint.ts';
import type { GeneratedLibrary } from './generated.ts';
import { chunks, inParallel } from './jsonnet.ts';
import type { Json } from './json.ts';

/**
 * What came of the calls that were made in this run, by the fingerprint of all that decides it: releases have many kinds
 * in common, byte by byte, and calling the same bytes again would give the same. What comes of them is compared with what
 * is expected for each library nevertheless. Nothing outlives the run.
 */
export class Executed {
  readonly #outputs = new Map<string, { readonly name: string; readonly output: Json }>();
  readonly #reused = new Map<string, { readonly kind: string; readonly from: string }[]>();

  /** What the same calls of the same bytes gave before; it is noted that the library relies on it. */
  reuse(name: string, fingerprint: string | undefined, place: readonly string[]): Json | undefined {
    const before = fingerprint === undefined ? undefined : this.#outputs.get(fingerprint);
    if (before === undefined) return undefined;
    const reused = this.#reused.get(name) ?? [];
    reused.push({ kind: place.join('.'), from: before.name });
    this.#reused.set(name, reused);
    return before.output;
  }

  /** Keeps what calls gave in the library of the given name. */
  add(name: string, fingerprint: string | undefined, output: Json): void {
    if (fingerprint !== undefined) this.#outputs.set(fingerprint, { name, output });
  }

  /**
   * On which libraries this one relies: `104 kinds as in OpenShift 4.16`; with `LIST_KINDS` in the environment a line
   * for each kind.
   */
  tell(name: string): string {
    const reused = this.#reused.get(name) ?? [];
    const counts = new Map<string, number>();
    for (const { from } of reused) counts.set(from, (counts.get(from) ?? 0) + 1);
    const parts = [...counts].map(([from, count]) => `${count} kinds as in ${from}`);
    const summary = [`${name}: called`, ...parts].join('; ');
    if (process.env['LIST_KINDS'] === undefined) return summary;
    return [summary, ...reused.map(({ kind, from }) => `  ${kind} as in ${from}`)].join('\n');
  }
}

/** As many kinds as one program calls. */
const kindsAtOnce = 100;

/** What is asked of a kind. */
interface Asked {
  readonly place: readonly string[];
}

/**
 * What comes of the calls of each kind, in their order: made now, a program for a hundred kinds, or made before.
 *
 * @param name what the library is called in the list of what was made where
 */
export async function execute<Kind extends Asked>(
  library: GeneratedLibrary,
  kinds: readonly Kind[],
  run: (batch: readonly Kind[], index: number) => Promise<readonly Json[]>,
  executed: Executed,
  name: string,
): Promise<readonly Json[]> {
  const outputs = new Map<Kind, Json>();
  const open: [kind: Kind, fingerprint: string | undefined][] = [];
  for (const kind of kinds) {
    const fingerprint = fingerprintOf(library, kind.place, kind);
    const output = executed.reuse(name, fingerprint, kind.place);
    if (output === undefined) open.push([kind, fingerprint]);
    else outputs.set(kind, output);
  }
  await inParallel(chunks(open, kindsAtOnce), async (batch, index) => {
    const results = await run(
      batch.map(([kind]) => kind),
      index,
    );
    for (const [position, [kind, fingerprint]] of batch.entries()) {
      const output = results[position] ?? null;
      outputs.set(kind, output);
      executed.add(name, fingerprint, output);
    }
  });
  return kinds.map((kind) => outputs.get(kind) ?? null);
}
