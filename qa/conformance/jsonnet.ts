import { execFile, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'vitest';
import type { Json } from './json.ts';
import { isJson } from './json.ts';

/** Says that a test was skipped where one of the commands that it runs is not on the path. */
export function skipWithoutCommands(context: TestContext, ...commands: readonly string[]): void {
  const missing = commands.filter((command) => spawnSync(command, ['--version']).status !== 0);
  if (missing.length === 0) return;
  const reason = `no ${missing.join(' and no ')} on the path`;
  console.warn(`skipped: ${context.task.name}: ${reason}`);
  context.skip(reason);
}

/** Runs a Jsonnet program, which is written into the folder that it imports from, and gives what comes of it. */
export async function evaluate(
  folder: string,
  name: string,
  program: string,
  options: readonly string[] = [],
): Promise<Json> {
  const file = join(folder, `${name}.jsonnet`);
  writeFileSync(file, program);
  const output = await run('jsonnet', ['-J', folder, ...options, file]);
  const value: unknown = JSON.parse(output);
  if (!isJson(value)) throw new Error(`jsonnet printed no JSON for ${file}`);
  return value;
}

/**
 * Runs a Jsonnet program in which `library` is a library, and gives what comes of it.
 *
 * @param source the library as Jsonnet; it stands in a file of its own, so that no variable of the program reaches it
 */
export async function evaluateWith(
  folder: string,
  name: string,
  source: string,
  program: string,
): Promise<Json> {
  writeFileSync(join(folder, `${name}.libsonnet`), source);
  const library = `local library = import ${JSON.stringify(`${name}.libsonnet`)};\n`;
  return await evaluate(folder, name, library + program);
}

/** What `jsonnetfmt` has against the files; nothing where they are formatted as it would do it. */
export async function unformatted(files: readonly string[]): Promise<string> {
  // Long command lines are refused: a few hundred files stay far below that.
  const batches = chunks(files, 400);
  const complaints = await inParallel(batches, async (batch) => {
    try {
      await run('jsonnetfmt', ['--test', ...batch]);
      return '';
    } catch (error) {
      return String(error);
    }
  });
  return complaints.join('');
}

async function run(command: string, parameters: readonly string[]): Promise<string> {
  return await new Promise((resolve, reject) => {
    execFile(command, parameters, { maxBuffer: 2 ** 30 }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new Error(`${command} failed: ${stderr === '' ? error.message : stderr}`));
    });
  });
}

/** The list in pieces of at most the given size. */
export function chunks<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  const pieces: (readonly Item[])[] = [];
  for (let start = 0; start < items.length; start += size) {
    pieces.push(items.slice(start, start + size));
  }
  return pieces;
}

/** Works on two items at a time, which is as many processes as the smallest build machines have cores. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const waiting = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of waiting) results[index] = await work(item, index);
  };
  await Promise.all([worker(), worker()]);
  return results;
}
