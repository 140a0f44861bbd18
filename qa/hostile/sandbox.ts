import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CommandResult } from '../../packages/couplet/src/testing/command.ts';
import { runCommand } from '../../packages/couplet/src/testing/command.ts';
import type { HostileCase } from './case.ts';
import type { Report } from './report.ts';
import { readReport } from './report.ts';

/**
 * A folder with all that a run can see of its own: inputs in `a/b/in`, output in `a/b/out`. So `../../..` leads to
 * places that are watched.
 */
export interface Sandbox {
  readonly root: string;
  readonly inputs: string;
  readonly out: string;
}

/** The label of every library that is generated here. */
export const label = 'tea';

/** A run in a sandbox, and what became of the sandbox. */
export interface Outcome {
  readonly sandbox: Sandbox;
  readonly result: CommandResult;
  /** Absent where the arguments were refused, and nothing was reported as JSON. */
  readonly report: Report | undefined;
  /** What the run did outside of the output folder: nothing, if all is well. */
  readonly strayed: readonly string[];
  /** All files of the output folder after the run, but Couplet's own. */
  readonly files: readonly string[];
  /** What the same run, done a second time, prints for people. */
  readonly again: CommandResult;
}

/** Makes a new sandbox in a folder, with the inputs of a case. */
export function makeSandbox(folder: string, { files }: Pick<HostileCase, 'files'>): Sandbox {
  const root = mkdtempSync(join(folder, 'case-'));
  const sandbox = { root, inputs: join(root, 'a/b/in'), out: join(root, 'a/b/out') };
  writeFileSync(join(root, 'canary.txt'), 'sings');
  mkdirSync(sandbox.inputs, { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(sandbox.inputs, path)), { recursive: true });
    writeFileSync(join(sandbox.inputs, path), content);
  }
  return sandbox;
}

/** A new folder for sandboxes. */
export function sandboxFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'couplet-hostile-')));
}

/** Generates from the inputs of a case, twice. */
export async function runHostile(folder: string, hostile: HostileCase): Promise<Outcome> {
  const sandbox = makeSandbox(folder, hostile);
  hostile.prepare?.(sandbox);
  const options = hostile.options?.(sandbox) ?? ['--from', sandbox.inputs];
  const args = ['generate', '--label', label, '--out', sandbox.out, ...options];
  const surroundings = { stdin: hostile.stdin ?? '' };
  const before = stateOf(sandbox);
  const result = await runCommand([...args, '--json'], surroundings);
  const strayed = differences(before, stateOf(sandbox));
  const again = await runCommand(args, surroundings);
  const report = result.stdout === '' ? undefined : readReport(result.stdout);
  return { sandbox, result, report, strayed, files: filesIn(sandbox.out), again };
}

/** Everything in the sandbox but the output folder: what is there, how large it is and when it was changed. */
function stateOf({ root, out }: Sandbox): ReadonlyMap<string, string> {
  const state = new Map<string, string>();
  for (const path of entriesIn(root)) {
    if (path === out || path.startsWith(`${out}/`)) continue;
    const stats = lstatSync(path);
    const isFolder = stats.isDirectory();
    state.set(path, isFolder ? 'folder' : `${stats.mode} ${stats.size} ${stats.mtimeMs}`);
  }
  return state;
}

function differences(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path));
}

/** The paths of all files in a folder, relative to it. */
function filesIn(folder: string): readonly string[] {
  return entriesIn(folder)
    .filter((path) => !lstatSync(path).isDirectory())
    .map((path) => path.slice(folder.length + 1))
    .filter((path) => path !== '.couplet.json');
}

/** The paths of all that is in a folder, links not followed; nothing where there is no folder. */
function entriesIn(folder: string): readonly string[] {
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  if (stats?.isDirectory() !== true) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .flatMap((path) => [path, ...entriesIn(path)]);
}
