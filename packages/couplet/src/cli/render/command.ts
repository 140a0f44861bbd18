import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { Argument, Command, InvalidArgumentError } from '@commander-js/extra-typings';
import { entryEndings, languageOf } from '../../render/entry.ts';
import { parseText } from '../option-values.ts';
import type { Streams } from '../streams.ts';

/** `couplet render`. */
export function renderCommand(streams: Streams, exit: (code: number) => void): CommandUnknownOpts {
  const command = new Command('render')
    .description('print the manifests that a module or a Jsonnet program gives')
    .addArgument(new Argument('<entry>', `a file that ends in ${endings}`).argParser(parseEntry))
    .option(
      '-p, --param <name=value>',
      'for the function that a module exports; repeatable',
      collectParameter,
    )
    .option('-J, --jpath <folder>', 'where a Jsonnet program imports from; repeatable', collect)
    .option(
      '--tla-str <name=value>',
      'for the function that a Jsonnet program is; repeatable',
      collect,
    )
    .option('--ext-str <name=value>', 'for std.extVar in a Jsonnet program; repeatable', collect)
    .option('-o, --out <folder>', 'write a file for each manifest, and remove old ones', parseText)
    .option('--json', 'JSON instead of YAML')
    .option('-w, --watch', 'again whenever a file changes that it is made of, until Ctrl-C')
    .addHelpText('after', examples)
    .action(async (entry, options) => {
      refuseForeignOptions(command, entry);
      // On demand: what runs modules takes time to load.
      const { runRender } = await import('./run.ts');
      const isWatching = options.watch === true;
      exit(
        await untilSignal(isWatching, (signal) =>
          runRender({ ...options, entry }, streams, signal),
        ),
      );
    });
  return command;
}

const endings = entryEndings.join(', ');

function parseEntry(text: string): string {
  if (languageOf(text) === undefined) {
    throw new InvalidArgumentError(`It must end in one of ${endings}.`);
  }
  return text;
}

function collect(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value];
}

function collectParameter(
  text: string,
  previous: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) {
    throw new InvalidArgumentError('It must be a name, an equals sign and a value.');
  }
  return { ...previous, [name]: value };
}

const optionsOf = {
  module: {
    names: ['param'],
    hint: 'is for modules only; Jsonnet programs take --tla-str and --ext-str',
  },
  jsonnet: {
    names: ['jpath', 'tlaStr', 'extStr'],
    hint: 'is for Jsonnet programs only; modules take --param',
  },
};

/** An option that would have no effect is most often meant to be the one that has. */
function refuseForeignOptions(command: CommandUnknownOpts, entry: string): void {
  const { names, hint } = optionsOf[languageOf(entry) === 'module' ? 'jsonnet' : 'module'];
  const given = command.options.find((option) => {
    const name = option.attributeName();
    return names.includes(name) && command.getOptionValueSource(name) === 'cli';
  });
  if (given !== undefined) command.error(`error: option '${given.flags}' ${hint}`);
}

const endingSignals = ['SIGINT', 'SIGTERM'] as const;

/**
 * Runs an action that a signal can end. One that watches has ended well then; any other clears up, and the signal does
 * what it would have done.
 */
async function untilSignal(
  isWatching: boolean,
  action: (signal: AbortSignal) => Promise<number>,
): Promise<number> {
  const stopping = new AbortController();
  let received: NodeJS.Signals | undefined;
  const stop = (signal: NodeJS.Signals): void => {
    received = signal;
    stopping.abort();
  };
  for (const signal of endingSignals) process.on(signal, stop);
  try {
    return await action(stopping.signal);
  } finally {
    for (const signal of endingSignals) process.off(signal, stop);
    if (received !== undefined && !isWatching) process.kill(process.pid, received);
  }
}

const examples = `
Examples:
  couplet render app.ts
  couplet render app.ts --param environment=staging --out manifests
  couplet render app.ts | oc apply -f -
  couplet render app.jsonnet -J lib --tla-str environment=staging
  couplet render app.ts --out manifests --watch

A module exports a manifest, an array or an object of manifests, or as its default a function of them, which is called
with an object of the parameters. A file is called <kind>-<name>.yaml; the namespace and the API group come in only
where they tell two files apart.`;
