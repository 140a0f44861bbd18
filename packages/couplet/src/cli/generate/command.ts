import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { Command, Option } from '@commander-js/extra-typings';
import { loadCatalog } from '../../catalog/catalog.ts';
import { clusterName, parseSourceName } from '../../source/source-name.ts';
import { clusterOption, contextOption, kubeconfigOption } from '../cluster-source.ts';
import { cacheOption, frozenOption, mirrorOption } from '../download-options.ts';
import type { GenerateOptions } from './options.ts';
import { runGenerate } from './run.ts';
import { configurationFile } from './plan.ts';
import { addTargetOptions, targetHelp, targetOptionsOf } from './target-options.ts';
import { parseLabel, parseText, parsePattern, parseTargets } from '../option-values.ts';
import type { Streams } from '../streams.ts';
import type { Target } from '../../target/target.ts';
import { defaultTargets, targets } from '../../target/targets.ts';

/** `couplet generate`. */
export function generateCommand(
  streams: Streams,
  exit: (code: number) => void,
): CommandUnknownOpts {
  const command = commandWithLibraryOptions()
    .option(...frozenOption)
    .option(...cacheOption)
    .option(...mirrorOption)
    .option('--dry-run', 'only tell what would change')
    .option('--json', 'print the result as JSON, to standard output')
    .addHelpText('after', `${targetHelp()}${examples}`)
    .usage('[options] [openshift@4.20 …]')
    .allowExcessArguments()
    .action(async (given) => {
      const named = [...namesAmong(command), ...given.from];
      const from = given.cluster === true ? [clusterName] : named;
      const isTargetGiven = command.getOptionValueSource('target') === 'cli';
      const options = {
        ...given,
        from,
        target: isTargetGiven ? given.target : undefined,
        targetOptions: targetOptionsOf(command),
      };
      refuseBesideConfiguration(command, options);
      exit(await runGenerate(options, streams));
    });
  return command;
}

/** The command with what chooses its sources. */
function commandWithSourceOptions() {
  return new Command('generate')
    .description('generate a library from an OpenAPI document or from CRDs')
    .addOption(
      new Option(
        '-f, --from <source>',
        'a file, a folder, an archive, a URL, a name such as openshift@4.20, or - for standard input; repeatable',
      )
        .argParser(collect)
        .default([], 'the embedded OpenShift document'),
    )
    .addOption(clusterOption().conflicts(['from', 'config', 'frozen', 'cache', 'mirror']))
    .addOption(contextOption)
    .addOption(kubeconfigOption)
    .addOption(
      new Option(
        '-c, --config <file>',
        'generate all libraries of a couplet.yaml or a k8s-gen config.yml',
      )
        .argParser(parseText)
        .conflicts(setByConfiguration),
    );
}

/** The command with what chooses what is generated, too. */
function commandWithTargetOptions() {
  return commandWithSourceOptions()
    .addOption(
      new Option('-t, --target <targets>', `what to generate, with commas: ${namesOf(targets)}`)
        .argParser(parseTargets)
        .default(defaultTargets, namesOf(defaultTargets)),
    )
    .option('-o, --out <folder>', 'the folder for the files', parseText, 'lib')
    .option(
      '--prefix <pattern>',
      'only the definitions whose names match a regular expression',
      parsePattern,
    )
    .option(
      '--label <name>',
      "the library's folder in the output (default: after the source, or as it calls itself)",
      parseLabel,
    )
    .option(
      '--feature-set <name>',
      'the kinds and fields of a feature set of OpenShift (default: Default)',
      parseText,
    );
}

/** The command with all that makes up a library. */
function commandWithLibraryOptions() {
  const command = commandWithTargetOptions()
    .option('--name <name>', 'what programs call the library (default: o)')
    .option('--repository <path>', 'where the library is published, for its documentation')
    .option('--description <text>', 'what the library is, for its documentation')
    .option('--patches <folder>', 'add the .libsonnet files of a folder to the library', parseText)
    .option('--extensions <folder>', 'copy the files of a folder into the library', parseText);
  addTargetOptions(command);
  return command;
}

/**
 * Options that the entries of a configuration give for their libraries: they cannot be said for all of them at once.
 */
const setByConfiguration = [
  'from',
  'prefix',
  'label',
  'name',
  'repository',
  'description',
  'patches',
  'extensions',
];

/** The sources of the catalog that are named; they are read before those of `--from`. */
function namesAmong(command: CommandUnknownOpts): readonly string[] {
  const [name] = command.args;
  if (name !== undefined && command.getOptionValueSource('config') === 'cli') {
    command.error(
      `error: ${JSON.stringify(name)} cannot be used with option '-c, --config <file>'`,
    );
  }
  if (name !== undefined && command.getOptionValue('cluster') === true) {
    command.error(`error: ${JSON.stringify(name)} cannot be used with option '--cluster'`);
  }
  const stray = command.args.find((word) => parseSourceName(word).kind !== 'catalog');
  if (stray !== undefined) refuseWord(command, stray);
  return command.args;
}

/** A word that belongs to no option: most often the shell has made several file names out of one with a star. */
function refuseWord(command: CommandUnknownOpts, word: string): never {
  const name = word.replace(/@$/, '');
  const hint = loadCatalog().has(name)
    ? `Name a version too: ${name}@latest, or one that couplet sources lists.`
    : 'Each source needs its own --from; all files of a folder are read with --from and the folder.';
  command.error(`error: ${JSON.stringify(word)} belongs to no option. ${hint}`);
}

/** A project file in the current folder is used by itself; what it says cannot be said beside it. */
function refuseBesideConfiguration(command: CommandUnknownOpts, options: GenerateOptions): void {
  if (options.config !== undefined) return;
  const file = configurationFile(options);
  const given = setByConfiguration.find((name) => command.getOptionValueSource(name) === 'cli');
  if (file === undefined || given === undefined) return;
  command.error(
    `error: option '--${given}' cannot be used with ${file}, which says it for each library. ` +
      'Change it there, or name a source with --from.',
  );
}

function namesOf(some: readonly Target[]): string {
  return some.map(({ name }) => name).join();
}

function collect(value: string, previous: readonly string[]): string[] {
  return [...previous, parseText(value)];
}

const examples = `
Examples:
  couplet generate
  couplet generate openshift@4.20
  couplet generate openshift@4.20 kubernetes@1.33 --label platform
  couplet generate kubernetes@1.35 --target jsonnet,typescript --frozen
  couplet generate --from openapi.json.gz --prefix '^com\\.github\\.openshift\\.' --label 4.20
  couplet generate --from crds/ --label my-operator --target jsonnet --slim
  curl -s https://example.com/openapi/v2 | couplet generate --from - --label cluster
  couplet generate --cluster --context production
  couplet generate --config config.yml --dry-run`;
