import type { Readable } from 'node:stream';
import type { Diagnostic } from '../diagnostic/diagnostics.ts';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { Statistics } from '../library/statistics.ts';
import { countLibrary } from '../library/statistics.ts';
import { upToDate } from '../output/up-to-date.ts';
import type { OutputChanges } from '../output/write-output.ts';
import { writeOutput } from '../output/write-output.ts';
import type { RemoteReader } from '../source/read.ts';
import { readEmbedded, readSources } from '../source/read.ts';
import type { RawSource } from '../source/document.ts';
import { readAdditions } from './additions.ts';
import { emitTargets } from './emit.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Input } from '../load/inputs.ts';
import type { Dialect } from '../reader/dialect/dialect.ts';
import { openInputs } from '../load/inputs.ts';
import { loadInputs } from '../load/load-library.ts';
import type { LibraryRequest, UnnamedRequest } from './request.ts';
import { nameLibrary } from './request.ts';
import { targets } from '../target/targets.ts';
import { settingOf } from './setting.ts';
import { parseSummary, summaryAsJson } from './summary.ts';

/** A result of generating one library. */
export interface LibraryResult {
  readonly label: string;
  readonly out: string;
  /** Absent where the inputs had errors: then nothing was generated. */
  readonly statistics: Statistics | undefined;
  /** Absent where nothing was generated, or nothing could be written. */
  readonly changes: OutputChanges | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** The surroundings of a run, as far as it takes something from them. */
export interface Surroundings {
  readonly stdin: Readable;
  /** Is told what is being done, one short phrase at a time. */
  readonly onStep: (step: string) => void;
  /** True where the output folder is only compared with what would be written. */
  readonly isDryRun: boolean;
  /** Reads the sources that are kept track of. */
  readonly remote?: RemoteReader | undefined;
  /** Dialects that are asked before those that Couplet has. */
  readonly dialects?: readonly Dialect[] | undefined;
}

/** A library whose sources were read, as far as it takes to name it. */
export interface OpenedLibrary {
  readonly request: LibraryRequest;
  readonly sources: readonly RawSource[];
  readonly inputs: readonly Input[];
  readonly diagnostics: Diagnostics;
}

/** Reads the sources of a library and names it. What is wrong is told with what generating it comes to. */
export async function openLibrary(
  { naming, ...unnamed }: UnnamedRequest,
  surroundings: Surroundings,
): Promise<OpenedLibrary> {
  const diagnostics = new Diagnostics();
  const { from } = unnamed;
  surroundings.onStep(`${nameLibrary(naming, from).label}: reading the sources`);
  const sources =
    from.length === 0
      ? readEmbedded(diagnostics)
      : await readSources(from, diagnostics, surroundings);
  const inputs = await openInputs(sources, diagnostics, surroundings.dialects);
  const request = { ...unnamed, ...nameLibrary(naming, from, inputs[0]?.label) };
  return { request, sources, inputs, diagnostics };
}

/**
 * Generates one library. A run whose inputs and options are those of the last one, over files that nobody touched,
 * does nothing but check that. Inputs with errors leave the output folder as it is.
 */
export async function generateLibrary(
  { request, sources, inputs, diagnostics }: OpenedLibrary,
  surroundings: Surroundings,
): Promise<LibraryResult> {
  const { label, out } = request;
  const setting = settingOf(request, readAdditions(request, diagnostics));
  const files = request.targets.flatMap(({ fixedFiles }) => fixedFiles?.(setting) ?? []);
  const fingerprint = fingerprintOf(request, sources, files);
  const isRepeatable = isOurs(request, surroundings);
  const mayRepeat = isRepeatable && !diagnostics.hasErrors;
  const last = mayRepeat ? repeatLast(request, fingerprint) : undefined;
  if (last !== undefined) return last;

  surroundings.onStep(`${label}: reading the schemas`);
  const { dialects } = surroundings;
  const loaded = await loadInputs(inputs, { ...request, dialects }, diagnostics);
  if (diagnostics.hasErrors) {
    const list = diagnostics.list();
    return { label, out, statistics: undefined, changes: undefined, diagnostics: list };
  }
  surroundings.onStep(`${label}: writing the library`);
  const emitted = await emitTargets(request.targets, loaded, setting);
  const statistics = countLibrary(loaded.library);
  const changes = writeOutput(
    {
      folder: out,
      owner: label,
      files: concatenate(emitted, files),
      fingerprint: isRepeatable ? fingerprint : notRepeatable,
      summarize: () => summaryAsJson({ statistics, diagnostics: diagnostics.list() }),
      dryRun: surroundings.isDryRun,
    },
    diagnostics,
  );
  return { label, out, statistics, changes, diagnostics: diagnostics.list() };
}

/** The fingerprint of a run that no other is taken for: it equals none. */
const notRepeatable = '';

/** Tells whether nobody else's targets and dialects are asked, which may give something else each time. */
function isOurs(request: LibraryRequest, { dialects = [] }: Surroundings): boolean {
  return dialects.length === 0 && request.targets.every((target) => targets.includes(target));
}

/** The result of the last run, if this one would do the same over again. */
function repeatLast(
  { out, label }: LibraryRequest,
  fingerprint: string,
): LibraryResult | undefined {
  const record = upToDate(out, label, fingerprint);
  const summary = parseSummary(record?.summary);
  if (record === undefined || summary === undefined) return undefined;
  const unchanged = [...record.files.keys()];
  return { label, out, ...summary, changes: { created: [], changed: [], unchanged, removed: [] } };
}

function* concatenate<Item>(first: Iterable<Item>, second: Iterable<Item>): Iterable<Item> {
  yield* first;
  yield* second;
}
