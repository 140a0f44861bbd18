import { Readable } from 'node:stream';
import type { Diagnostic } from '../diagnostic/diagnostics.ts';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import { generateLibrary, openLibrary } from '../generate/generate.ts';
import type { UnnamedRequest } from '../generate/request.ts';
import { isLabel, labelRule } from '../generate/request.ts';
import type { Statistics } from '../library/statistics.ts';
import type { OutputChanges } from '../output/write-output.ts';
import type { TargetOptionValues } from '../target/option.ts';
import type { Target } from '../target/target.ts';
import { defaultTargets } from '../target/targets.ts';
import { unlessFailed } from './error.ts';
import type { SourceChoice } from './sources.ts';
import { namesOf, openCatalog } from './sources.ts';
import { checkTargetOptions } from './target-options.ts';

/** A library to be generated. */
export interface GenerateChoice extends SourceChoice {
  /** The folder for the files. */
  readonly out: string;
  /** The targets that are generated, out of `targets` or of one's own; Jsonnet and its pages if nothing is given. */
  readonly targets?: readonly Target[] | undefined;
  /** The values of the targets' options, by their names: `{ slim: true }`. */
  readonly options?: TargetOptionValues | undefined;
  /** A pattern for the names of the definitions that get a place in the library; absent for the default choice. */
  readonly prefix?: RegExp | undefined;
  /** The library's folder in the output; called after the first source if it is not given. */
  readonly label?: string | undefined;
  /** The name by which programs call the library; `o` if it is not given. */
  readonly localName?: string | undefined;
  /** The repository in which the library is published: `github.com/example/tea-libsonnet`. */
  readonly repository?: string | undefined;
  /** One line for the library's page; made of the label if it is not given. */
  readonly description?: string | undefined;
  /** A folder of `.libsonnet` files that are added to the library. */
  readonly patches?: string | undefined;
  /** A folder that is copied beside the library. */
  readonly extensions?: string | undefined;
  /** True where the output is only compared with what would be written. */
  readonly isDryRun?: boolean | undefined;
}

/** The result of generating a library. */
export interface Generated {
  /** The library's folder in the output. */
  readonly label: string;
  readonly statistics: Statistics;
  readonly changes: OutputChanges;
  /** The findings on the way that are no errors. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Generates a library: brings its files in a folder to what the sources say, all or nothing.
 *
 * @throws {CoupletError} where an input has errors, or the folder cannot be written; then nothing was changed
 * @throws {RangeError} where the label cannot be a folder, or an option of the targets has a value that it does not take
 */
export async function generate(choice: GenerateChoice): Promise<Generated> {
  const request = requestOf(choice);
  checkTargetOptions(request.targetOptions, request.targets);
  const diagnostics = new Diagnostics();
  const remote = openCatalog(choice, diagnostics);
  if (diagnostics.hasErrors) unlessFailed(diagnostics.list(), undefined);
  const surroundings = {
    stdin: Readable.from([]),
    onStep: () => undefined,
    isDryRun: choice.isDryRun === true,
    remote,
    dialects: choice.dialects,
  };
  const opened = await openLibrary(request, surroundings);
  checkLabel(opened.request.label, opened.request.targets);
  const result = await generateLibrary(opened, surroundings);
  // What the catalog has to tell of the sources is of the run, and not in the result of a library.
  const found = [...diagnostics.list(), ...result.diagnostics];
  const statistics = unlessFailed(found, result.statistics);
  const changes = unlessFailed(found, result.changes);
  return { label: result.label, statistics, changes, diagnostics: found };
}

function requestOf(choice: GenerateChoice): UnnamedRequest {
  const { label, localName, repository, description } = choice;
  return {
    naming: { label, localName, repository, description },
    from: namesOf(choice),
    prefix: choice.prefix,
    featureSet: choice.featureSet,
    targets: choice.targets ?? defaultTargets,
    targetOptions: choice.options ?? {},
    out: choice.out,
    patches: choice.patches,
    extensions: choice.extensions,
  };
}

/** @throws {RangeError} where a label cannot be the folder of a library beside those of the targets */
function checkLabel(label: string, chosen: readonly Target[]): void {
  if (!isLabel(label)) throw new RangeError(`a label has ${labelRule}`);
  const taken = chosen.find(({ folders }) => folders.includes(label.toLowerCase()));
  if (taken === undefined) return;
  throw new RangeError(`the label ${label} is the name of a folder of the target ${taken.name}`);
}
