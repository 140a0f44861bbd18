import { existsSync } from 'node:fs';
import type { OpenedSources } from '../../catalog/open.ts';
import { openSources } from '../../catalog/open.ts';
import type { Configuration, LibraryConfiguration } from '../../config/configuration.ts';
import { projectFileName } from '../../config/project.ts';
import { readConfiguration } from '../../config/read-configuration.ts';
import type { Diagnostics } from '../../diagnostic/diagnostics.ts';
import { shorten } from '../../diagnostic/problem.ts';
import { placeInText } from '../../diagnostic/place.ts';
import type { LibraryRequest, UnnamedRequest } from '../../generate/request.ts';
import { parseSourceName } from '../../source/source-name.ts';
import type { GenerateOptions } from './options.ts';
import { openHere } from '../open-here.ts';
import { defaultTargets } from '../../target/targets.ts';
import { configProblems } from '../../config/problems.ts';

/** A plan of what a run of `couplet generate` is to do. */
export interface GenerationPlan {
  readonly requests: readonly UnnamedRequest[];
  /** Absent where no source is kept track of. */
  readonly opened: OpenedSources | undefined;
}

/** The configuration file that a run reads; without any option that names a source it is the project file, if any. */
export function configurationFile({
  config,
  from,
}: Pick<GenerateOptions, 'config' | 'from'>): string | undefined {
  if (config !== undefined || from.length > 0) return config;
  return existsSync(projectFileName) ? projectFileName : undefined;
}

/** Works out what to generate, from the command line and the configuration. What is wrong with it is reported. */
export async function planGeneration(
  options: GenerateOptions,
  env: Readonly<Record<string, string | undefined>>,
  diagnostics: Diagnostics,
): Promise<GenerationPlan> {
  const file = configurationFile(options);
  const configuration =
    file === undefined ? ofOptions(options) : await readConfiguration(file, diagnostics);
  const opened = await openFor(configuration, file, options, env, diagnostics);
  const requests = configuration.libraries.map((library) =>
    requestOf(library, options, opened, diagnostics),
  );
  return { requests, opened };
}

/** Opens the sources that are kept track of, if there are any among those of a configuration. */
async function openFor(
  configuration: Configuration,
  file: string | undefined,
  options: GenerateOptions,
  env: Readonly<Record<string, string | undefined>>,
  diagnostics: Diagnostics,
): Promise<OpenedSources | undefined> {
  const { libraries, locksAddresses } = configuration;
  const isTracked = libraries.some(({ from }) => from.some(isOfCatalog)) || locksAddresses;
  if (diagnostics.hasErrors || !(isTracked || options.frozen === true)) return undefined;
  if (file === undefined) return openHere(options, locksAddresses, env, diagnostics);
  return openSources(options, { ...configuration, file }, env, diagnostics);
}

/** The command line as a configuration of one library. */
function ofOptions({
  from,
  prefix,
  patches,
  extensions,
  ...naming
}: GenerateOptions): Configuration {
  const { label, name, repository, description } = naming;
  const library = { label, localName: name, repository, description, from, prefix, patches };
  return {
    libraries: [{ ...library, extensions }],
    catalog: new Map(),
    locksAddresses: false,
  };
}

function requestOf(
  library: LibraryConfiguration,
  options: GenerateOptions,
  opened: OpenedSources | undefined,
  diagnostics: Diagnostics,
): UnnamedRequest {
  const [first] = library.from;
  const { from, prefix, patches, extensions } = library;
  const { label, localName, repository, description } = library;
  const version =
    label === undefined && first !== undefined && isOfCatalog(first)
      ? opened?.reader.versionOf(first, diagnostics)
      : undefined;
  return {
    naming: { label, version, localName, repository, description },
    from,
    prefix,
    patches,
    extensions,
    featureSet: options.featureSet ?? library.featureSet,
    targets: options.target ?? library.targets ?? defaultTargets,
    targetOptions: options.targetOptions,
    out: options.out,
  };
}

function isOfCatalog(source: string): boolean {
  return parseSourceName(source).kind === 'catalog';
}

/** Reports where two libraries come to one label, as they may where the configuration leaves it to their sources. */
export function reportNamesakes(
  requests: readonly LibraryRequest[],
  file: string | undefined,
  diagnostics: Diagnostics,
): void {
  const labels = new Set<string>();
  for (const { label } of requests) {
    if (labels.has(label.toLowerCase())) {
      const expected = 'a label for each library';
      const found = `${shorten(label)} for two of them`;
      diagnostics.report(
        configProblems['wrong-configuration'],
        { expected, found },
        placeInText(file ?? ''),
      );
    }
    labels.add(label.toLowerCase());
  }
}
