import { spawnSync } from 'node:child_process';

/** Whether there is a Jsonnet to compare with. */
export const hasJsonnet: boolean = spawnSync('jsonnet', ['--version']).status === 0;

/** The end of a test's title, which says why it is skipped. */
export const ifSkipped: string = hasJsonnet ? '' : ' (SKIPPED: there is no jsonnet on the PATH)';

/** The values of many expressions, by one run of Jsonnet: it needs longer to start than for thousands of these. */
export function evaluateAll(expressions: readonly string[], locals = ''): readonly unknown[] {
  const { status, stdout, stderr } = run(`${locals}[\n${expressions.join(',\n')}\n]`);
  if (status !== 0) throw new Error(stderr.slice(0, 2000));
  const values: unknown = JSON.parse(stdout);
  if (!Array.isArray(values)) throw new Error('the program gave no array');
  return values;
}

/** Whether Jsonnet refuses an expression. */
export function fails(expression: string): boolean {
  return run(expression).status !== 0;
}

/** What a program prints of a value: JSON is written in more ways than one, so it is read again. */
export function printed(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function run(program: string): { status: number | null; stdout: string; stderr: string } {
  return spawnSync('jsonnet', ['-J', import.meta.dirname, '-'], {
    input: program,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
}
