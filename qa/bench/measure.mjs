// Runs a command as a process of its own and measures it: wall seconds, and peak memory where the system tells it.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// GNU time prints the peak resident size of the process it ran; without it only times are measured.
const gnuTime = '/usr/bin/time';
export const hasMemory = existsSync(gnuTime);

/**
 * @returns {{ seconds: number, megabytes: number | undefined }} of one run; a run that ends with another exit code than
 * the expected one ends the benchmark.
 */
export function measure(args, { expectedStatus = 0, ...options } = {}) {
  const report = join(tmpdir(), `couplet-bench-${process.pid}`);
  const command = hasMemory
    ? [gnuTime, '-f', '%M', '-o', report, process.execPath]
    : [process.execPath];
  const started = performance.now();
  const run = spawnSync(command[0], [...command.slice(1), ...args], {
    encoding: 'utf8',
    ...options,
  });
  const seconds = (performance.now() - started) / 1000;
  if (run.status !== expectedStatus) throw new Error(`${args.join(' ')} failed: ${run.stderr}`);
  if (!hasMemory) return { seconds, megabytes: undefined };
  // In front of the number stands another line, where the exit code is not 0.
  const lines = readFileSync(report, 'utf8').trim().split('\n');
  const megabytes = Number(lines.at(-1)) / 1000;
  rmSync(report);
  return { seconds, megabytes };
}

/** Measures several commands in turn, A B A B …, so that a machine that slows down slows all of them. */
export function measureInTurn(commands, rounds) {
  const runs = commands.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, command] of commands.entries()) {
      command.before?.();
      const result = measure(command.args, { expectedStatus: command.expectedStatus });
      // The first round warms up what the system caches.
      if (round > 0) runs[index].push(result);
    }
  }
  return runs.map((results) => ({
    seconds: median(results.map(({ seconds }) => seconds)),
    megabytes: hasMemory ? median(results.map(({ megabytes }) => megabytes)) : undefined,
  }));
}

export function median(values) {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)];
}

/** The time of a run, for people. */
export function ms({ seconds }) {
  return `${(seconds * 1000).toFixed(0)} ms`;
}
