import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { Argument, Command, Option } from '@commander-js/extra-typings';
import { clusterName, parseSourceName } from '../../source/source-name.ts';
import { clusterOption, contextOption, kubeconfigOption } from '../cluster-source.ts';
import { cacheOption, frozenOption, mirrorOption } from '../download-options.ts';
import { runDiff } from './run.ts';
import { parseText, parsePattern } from '../option-values.ts';
import type { Streams } from '../streams.ts';

/** `couplet diff`. */
export function diffCommand(streams: Streams, exit: (code: number) => void): CommandUnknownOpts {
  const command = new Command('diff')
    .description('tell what changed from one API document to another for those who use the library')
    .addArgument(new Argument('<before>', source).argParser(parseText))
    .addArgument(
      new Argument('[after]', 'the same, for what comes after; or --cluster').argParser(parseText),
    )
    .addOption(
      new Option(
        '--from <source>',
        'read as one library with <before>, such as its CRDs; repeatable',
      ).argParser(collect),
    )
    .addOption(
      new Option('--to <source>', 'read as one library with <after>; repeatable').argParser(
        collect,
      ),
    )
    .addOption(clusterOption().conflicts('frozen'))
    .addOption(contextOption)
    .addOption(kubeconfigOption)
    .option(
      '--prefix <pattern>',
      'only the definitions whose names match a regular expression',
      parsePattern,
    )
    .option(
      '--feature-set <name>',
      'the kinds and fields of a feature set of OpenShift (default: Default)',
      parseText,
    )
    .addOption(
      new Option('--format <format>', 'how to print the changes')
        .choices(['text', 'markdown', 'json'] as const)
        .default('text' as const),
    )
    .option('--wording', 'take descriptions that say something else for changes too')
    .option(...frozenOption)
    .option(...cacheOption)
    .option(...mirrorOption)
    .addHelpText('after', examples)
    .action(async (first, second, options) => {
      const before = [first, ...(options.from ?? [])];
      const after = [afterOf(command, second), ...(options.to ?? [])];
      if ([before, after].every((names) => names.some(isStandardInput))) {
        command.error('error: standard input (-) can be read once, on one of the two sides.');
      }
      exit(await runDiff({ ...options, before, after }, streams));
    });
  return command;
}

function isStandardInput(name: string): boolean {
  return parseSourceName(name).kind === 'stdin';
}

/** The source that comes after: what is named, or a cluster. */
function afterOf(command: CommandUnknownOpts, named: string | undefined): string {
  const isCluster = command.getOptionValue('cluster') === true;
  if (named === undefined) {
    return isCluster ? clusterName : command.error("error: missing required argument 'after'");
  }
  if (isCluster) {
    command.error(`error: ${JSON.stringify(named)} cannot be used with option '--cluster'`);
  }
  return named;
}

const source =
  'a file, a folder, an archive, a URL, a name such as openshift@4.20, or - for standard input';

function collect(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, parseText(value)];
}

const examples = `
Examples:
  couplet diff openshift@4.16 openshift@4.20
  couplet diff openapi-4.16.json.gz openapi-4.20.json.gz
  couplet diff openapi-4.16.json.gz openapi-4.20.json.gz --from crds-4.16/ --to crds-4.20/
  couplet diff old-crds/ new-crds/ --format markdown > changes.md
  couplet diff kubernetes@1.33 --cluster

Exit codes: 0 nothing breaks, 1 errors in an input, 2 wrong use, 3 something breaks.`;
