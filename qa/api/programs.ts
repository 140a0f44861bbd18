import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FieldCalls } from '../../packages/couplet/src/index.ts';
import { isJsonObject } from '../../packages/couplet/src/json/object.ts';
import { chunks, evaluate } from '../conformance/jsonnet.ts';
import { linkRuntime } from '../equality/in-typescript.ts';

/** What programs set fields to, and the key that they give the values of maps. */
const value = 'couplet-value';
const mapKey = 'couplet-key';

/** The variable of a printed call: its last word, unless that is of a namespace. */
const variable = /(?<![.\p{L}\p{Nd}_$'"])[\p{L}_$][\p{L}\p{Nd}_$]*(?=[\s)}\]]*$)/u;

/** Whether a call sets something; a namespace only has functions that do. */
export function setsValue({ jsonnet }: FieldCalls): boolean {
  return jsonnet.includes('(') && variable.test(jsonnet);
}

/** A printed call as it can be run: with a value for its variable. */
function withValue(text: string): string {
  return text
    .replace(variable, JSON.stringify(value))
    .replaceAll('[key]', `[${JSON.stringify(mapKey)}]`);
}

/** Runs the calls in Jsonnet, as many at once as one program takes. */
export async function runInJsonnet(
  folder: string,
  label: string,
  calls: readonly FieldCalls[],
): Promise<readonly unknown[]> {
  const results: unknown[] = [];
  for (const [index, batch] of chunks(calls, 4000).entries()) {
    const lines = batch.map(({ jsonnet }) => withValue(jsonnet)).join(',\n');
    const program = `local o = import ${JSON.stringify(`${label}/main.libsonnet`)};\n[\n${lines}\n]\n`;
    const output: unknown = await evaluate(folder, `calls-${index}`, program);
    if (Array.isArray(output)) results.push(...output);
  }
  return results;
}

/** Runs the calls in TypeScript's modules: those with the same imports in one program. */
export async function runInModules(
  folder: string,
  calls: readonly FieldCalls[],
): Promise<readonly unknown[]> {
  linkRuntime(folder);
  const programs = new Map<string, number[]>();
  for (const [index, { imports }] of calls.entries()) {
    const head = imports.join('\n');
    programs.set(head, [...(programs.get(head) ?? []), index]);
  }
  const results: unknown[] = [];
  for (const [number, [head, indexes]] of [...programs].entries()) {
    const lines = indexes.map((index) => withValue(calls[index]?.typescript ?? ''));
    const file = join(folder, `calls-${number}.mjs`);
    const list = `export default JSON.parse(JSON.stringify([\n${lines.join(',\n')}\n]\n`;
    writeFileSync(file, `${head}\n${list}.map((patch) => compose(patch))));\n${importOfCompose}`);
    const module: unknown = await import(/* @vite-ignore */ pathToFileURL(file).href);
    const output: unknown = isModule(module) ? module.default : [];
    if (!Array.isArray(output)) throw new Error(`${file} gave no list`);
    for (const [place, index] of indexes.entries()) results[index] = output[place];
  }
  return results;
}

const importOfCompose = "import { compose } from '@couplet/runtime';\n";

function isModule(module: unknown): module is { readonly default: unknown } {
  return typeof module === 'object' && module !== null && 'default' in module;
}

/** The paths in a result that have the value, each as a list in JSON; all that is there beside them, too. */
export function pathsOfValue(result: unknown, path: readonly string[] = []): readonly string[] {
  if (result === value) return [JSON.stringify(path)];
  if (Array.isArray(result)) return result.flatMap((item) => pathsOfValue(item, [...path, '[]']));
  if (!isJsonObject(result)) return [`${JSON.stringify(path)} is something else`];
  return Object.entries(result).flatMap(([name, below]) =>
    pathsOfValue(below, [...path, name === mapKey ? '*' : `:${name}`]),
  );
}
