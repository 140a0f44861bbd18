import type { GeneratedLibrary } from '../conformance/generated.ts';
import { execute, Executed } from '../conformance/executed.ts';
import { joinFiles } from '../conformance/joined.ts';
import { evaluateWith } from '../conformance/jsonnet.ts';
import type { Json } from '../conformance/json.ts';
import type { Call, Sum } from './call.ts';

/** Sums of functions of one kind. */
export interface KindSums {
  readonly place: readonly string[];
  readonly sums: readonly Sum[];
}

/** Sums by the kind whose functions they call. */
export function sumsByKind(sums: readonly Sum[]): readonly KindSums[] {
  const kinds = new Map<string, { place: readonly string[]; sums: Sum[] }>();
  for (const sum of sums) {
    const place = sum[0]?.path.slice(0, 3) ?? [];
    const key = place.join('.');
    const known = kinds.get(key);
    if (known === undefined) kinds.set(key, { place, sums: [sum] });
    else known.sums.push(sum);
  }
  return [...kinds.values()];
}

/**
 * Adds up calls in a real Jsonnet: what comes of the sums of each kind, in their order.
 *
 * @param executed what was added up before, and need not be added up again
 * @param name what the library is called there
 */
export async function sumsInJsonnet(
  library: GeneratedLibrary,
  kinds: readonly KindSums[],
  executed: Executed = new Executed(),
  name: string = library.label,
): Promise<readonly (readonly Json[])[]> {
  const add = async (batch: readonly KindSums[], index: number): Promise<readonly Json[]> => {
    const source = joinFiles(
      library,
      batch.map(({ place }) => place),
    );
    const program = `[\n${batch.map(programOf).join(',\n')}\n]\n`;
    const output = await evaluateWith(library.folder, `sums-${index}`, source, program);
    if (!Array.isArray(output)) throw new Error('the program gave no list');
    return output;
  };
  const outputs = await execute(library, kinds, add, executed, name);
  return outputs.map((output) => (Array.isArray(output) ? output : []));
}

function programOf({ sums }: KindSums): string {
  const namespaces = new Map<string, string>();
  const lines = sums.map((sum) => sum.map((call) => textOf(call, namespaces)).join(' + '));
  const locals = [...namespaces].map(([path, name]) => `${name} = library${path}`);
  return `local ${locals.join(',\n  ')};\n[\n${lines.join(',\n')}\n]`;
}

function textOf({ path, passed }: Call, namespaces: Map<string, string>): string {
  const namespace = path.slice(0, -1).map(indexBy).join('');
  const name = namespaces.get(namespace) ?? `n${namespaces.size}`;
  namespaces.set(namespace, name);
  return `${name}${indexBy(path.at(-1) ?? '')}(${passed.map((value) => JSON.stringify(value)).join()})`;
}

function indexBy(name: string): string {
  return `[${JSON.stringify(name)}]`;
}
