import { chunks, evaluate, inParallel } from '../conformance/jsonnet.ts';
import type { GeneratedLibrary } from '../conformance/generated.ts';
import type { Json } from '../conformance/json.ts';
import type { Call, Sum } from './call.ts';

/** As many sums as one program adds up: reading the files of the kinds takes longer than the sums themselves. */
const sumsAtOnce = 8000;

/** Adds up calls in a real Jsonnet; sums of one kind should stand together, so that its file is read once. */
export async function sumsInJsonnet(
  { label, folder }: GeneratedLibrary,
  sums: readonly Sum[],
): Promise<readonly Json[]> {
  const batches = await inParallel(chunks(sums, sumsAtOnce), async (batch, index) => {
    const output = await evaluate(folder, `sums-${index}`, programOf(label, batch));
    if (!Array.isArray(output)) throw new Error('the program gave no list');
    return output;
  });
  return batches.flat();
}

function programOf(label: string, sums: readonly Sum[]): string {
  const namespaces = new Map<string, string>();
  const lines = sums.map((sum) => sum.map((call) => textOf(call, namespaces)).join(' + '));
  const locals = [...namespaces].map(([path, name]) => `local ${name} = library${path};\n`);
  const library = `local library = (import ${JSON.stringify(`${label}/main.libsonnet`)});\n`;
  return `${library}${locals.join('')}[\n${lines.join(',\n')}\n]\n`;
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
