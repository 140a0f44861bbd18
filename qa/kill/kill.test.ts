import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import {
  contentsOf,
  temporaryFolder,
  write,
} from '../../packages/couplet/src/testing/output-folder.ts';
import type { Files } from './states.ts';
import { states } from './states.ts';

const kills = 50;

/** Longer than it takes to go from one state to the other and back. */
const longestLife = 200;

/** Not one kill in a thousand falls between two renames (see `writeOutput`): two in fifty are no accident any more. */
const accidents = 1;

test(
  'killed at any moment, the folder holds the old library or the new one',
  async () => {
    const program = await buildChild();
    const folder = join(temporaryFolder(), 'lib');
    write(folder, states[0]);
    let betweenRenames = 0;
    const seen = [0, 0];
    for (let kill = 0; kill < kills; kill++) {
      await runAndKill(program, folder, Math.random() * longestLife);
      const whole = findState(withoutStaging(folder));
      if (whole >= 0) seen[whole] = (seen[whole] ?? 0) + 1;
      else {
        betweenRenames++;
        expect(existsSync(join(folder, '.couplet-staging/journal.json'))).toBe(true);
      }
      const next = states[kill % 2] ?? {};
      expect(write(folder, next).problems).toEqual([]);
      expect(contentsOf(folder)).toEqual(next);
    }
    expect(betweenRenames).toBeLessThanOrEqual(accidents);
    // Else the kills were all too early, or too late.
    expect(Math.min(...seen)).toBeGreaterThan(0);
  },
  kills * 4_000,
);

/** The child as one file that plain Node can run; made anew, so that it is never an old one. */
async function buildChild(): Promise<string> {
  const outfile = join(temporaryFolder(), 'child.mjs');
  const entryPoints = [fileURLToPath(new URL('child.ts', import.meta.url))];
  await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'esm' });
  return outfile;
}

async function runAndKill(program: string, folder: string, life: number): Promise<void> {
  const child = spawn(process.execPath, [program, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  await setTimeout(life);
  child.kill('SIGKILL');
  expect(await ended).toEqual([null, 'SIGKILL']);
}

function withoutStaging(folder: string): Files {
  const entries = Object.entries(contentsOf(folder));
  return Object.fromEntries(entries.filter(([path]) => !path.startsWith('.couplet-')));
}

function findState(files: Files): number {
  return states.findIndex((state) => {
    const paths = Object.keys(state);
    return (
      paths.length === Object.keys(files).length &&
      paths.every((path) => state[path] === files[path])
    );
  });
}
