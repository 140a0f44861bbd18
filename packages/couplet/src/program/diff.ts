import type { Change } from '../compare/change.ts';
import { compareLibraries } from '../compare/compare.ts';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { LoadedLibrary } from '../load/load-library.ts';
import { loadLibrary } from '../load/load-library.ts';
import { unlessFailed } from './error.ts';
import type { SourceChoice } from './sources.ts';
import { readChosen } from './sources.ts';

/** Two APIs to be compared. */
export interface DiffChoice {
  /** The sources of the API as it was. */
  readonly before: SourceChoice;
  /** The sources of the API as it is now. */
  readonly after: SourceChoice;
  /** A pattern for the names of the definitions that are compared; absent for the default choice. */
  readonly prefix?: RegExp | undefined;
  /** True where descriptions that say something else are changes too. */
  readonly withWording?: boolean | undefined;
}

/**
 * Tells what changed from one API to another for those who use its library, in the names of its functions.
 *
 * @throws {CoupletError} where a document has errors
 */
export async function diff(choice: DiffChoice): Promise<readonly Change[]> {
  const diagnostics = new Diagnostics();
  const load = async (side: SourceChoice): Promise<LoadedLibrary> => {
    const sources = await readChosen(side, diagnostics);
    const { featureSet, dialects } = side;
    const options = { featureSet, dialects, prefix: choice.prefix };
    return loadLibrary(sources, options, diagnostics);
  };
  const before = await load(choice.before);
  const after = await load(choice.after);
  const [one, other] = unlessFailed(diagnostics.list(), [before, after] as const);
  return compareLibraries(one, other, { withWording: choice.withWording === true });
}
