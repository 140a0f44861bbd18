import type { Writable } from 'node:stream';

/**
 * Follows standard output: an error of it would end the process, with a stack trace, wherever that is.
 *
 * @returns waits until all is printed, and gives what stood against that. That nobody reads any further is no problem:
 * `head` has enough then.
 */
export function followOutput(stdout: Writable): () => Promise<Error | undefined> {
  let problem: Error | undefined;
  stdout.on('error', (error) => {
    problem ??= error;
  });
  return async () => {
    await new Promise<void>((resolve) => {
      stdout.write('', () => resolve());
    });
    return problem !== undefined && 'code' in problem && problem.code === 'EPIPE'
      ? undefined
      : problem;
  };
}
