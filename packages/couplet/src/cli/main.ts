import { Command, CommanderError } from '@commander-js/extra-typings';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import { version } from '../version.ts';
import { coloursFor } from './colours.ts';
import { formatDiagnostics } from './diagnostic-text.ts';
import { diffCommand } from './diff/command.ts';
import { followOutput } from './follow-output.ts';
import { generateCommand } from './generate/command.ts';
import { initCommand } from './init/command.ts';
import { renderCommand } from './render/command.ts';
import { sourcesCommand } from './sources/command.ts';
import type { Streams } from './streams.ts';
import { exitCodes } from './streams.ts';
import { renderProblems } from '../render/problems.ts';

/**
 * The `couplet` command.
 *
 * @param args the words behind `couplet`
 * @returns the exit code, one of {@link exitCodes}
 */
export async function main(args: readonly string[], streams: Streams): Promise<number> {
  // Where standard error is closed there is nowhere to tell that; unheard, it would end the process.
  streams.stderr.on('error', () => undefined);
  const findProblem = followOutput(streams.stdout);
  const exitCode = await run(args, streams);
  const problem = await findProblem();
  // A command that has failed has told why.
  if (problem === undefined || exitCode === exitCodes.failed) return exitCode;
  const diagnostics = new Diagnostics();
  diagnostics.report(renderProblems['standard-output-broken'], { reason: problem.message });
  streams.stderr.write(formatDiagnostics(diagnostics.list(), coloursFor(streams)));
  return exitCodes.failed;
}

async function run(args: readonly string[], streams: Streams): Promise<number> {
  let exitCode: number = exitCodes.done;
  const exit = (code: number): void => {
    exitCode = code;
  };
  const program = new Command('couplet')
    .description(
      'Libraries of functions for the Kubernetes and OpenShift API, made from its schema.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', helpTail)
    .addCommand(generateCommand(streams, exit))
    .addCommand(diffCommand(streams, exit))
    .addCommand(renderCommand(streams, exit))
    .addCommand(sourcesCommand(streams, exit))
    .addCommand(initCommand(streams, exit));
  const commands = program.commands.flatMap((command) => [command, ...command.commands]);
  for (const command of [program, ...commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => streams.stdout.write(text),
      writeErr: (text) => streams.stderr.write(text),
    });
    command.showHelpAfterError('(--help tells what there is)');
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    }
    streams.stderr.write(
      `couplet: a fault in Couplet itself, please report it:\n${String(error)}\n`,
    );
    if (error instanceof Error && streams.env['COUPLET_DEBUG'] === '1') {
      streams.stderr.write(`${error.stack ?? ''}\n`);
    }
    return exitCodes.bug;
  }
}

const helpTail = `
Examples:
  couplet generate                         the OpenShift library and its pages, in lib/
  couplet generate --from crds/ --out lib  a library for your own CRDs
  couplet diff 4.16.json 4.20.json         what changed for those who use the library
  couplet render app.ts --out manifests    a file for each manifest that a module exports
  couplet generate --help                  all options of a command

Exit codes: 0 done, 1 errors in an input or no way to write, 2 wrong use, 3 something breaks (diff),
70 a fault in Couplet.`;
