import { Readable, Writable } from 'node:stream';
import { main } from '../cli/main.ts';

/** The output of a command, and its exit code. */
export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Surroundings of a command. */
export interface Surroundings {
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** Tells whether standard error is a terminal. */
  readonly isTerminal?: boolean;
}

/** Runs `couplet` in this process, as the shell would. */
export async function runCommand(
  args: readonly string[],
  { stdin = '', env = {}, isTerminal = false }: Surroundings = {},
): Promise<CommandResult> {
  const stdout = new Collector(false);
  const stderr = new Collector(isTerminal);
  const code = await main(args, {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout,
    stderr,
    env,
  });
  return { code, stdout: stdout.text, stderr: stderr.text };
}

class Collector extends Writable {
  readonly isTTY: boolean;
  text = '';

  constructor(isTTY: boolean) {
    super();
    this.isTTY = isTTY;
  }

  override _write(chunk: unknown, _encoding: string, done: () => void): void {
    this.text += String(chunk);
    done();
  }
}

/** Gives what a command printed, with paths from the given folder, and with a time that is always the same. */
export function tidy(text: string, folder: string): string {
  return text.replaceAll(`${folder}/`, '').replaceAll(/\d+\.\d s$/gm, '0.0 s');
}
