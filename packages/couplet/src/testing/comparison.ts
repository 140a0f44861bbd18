import type { Change } from '../compare/change.ts';
import { compareLibraries } from '../compare/compare.ts';
import type { ComparedLibrary } from '../compare/compare.ts';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import { buildLibrary } from '../library/build.ts';
import { readDefinitions } from '../reader/read.ts';
import { documentOf, openApi } from './pipeline.ts';

/** Definitions of an OpenAPI document, by name. */
export type RawDefinitions = Readonly<Record<string, unknown>>;

function load(definitions: RawDefinitions, customResources: readonly unknown[]): ComparedLibrary {
  const diagnostics = new Diagnostics();
  const documents = [openApi(definitions), ...customResources.map((each) => documentOf(each))];
  const all = readDefinitions(documents, diagnostics);
  return { definitions: all, library: buildLibrary(all, undefined, diagnostics) };
}

/** Finds what changed from the library of some definitions to that of others. */
export function compareDefinitions(
  before: RawDefinitions,
  after: RawDefinitions,
  withWording = false,
): readonly Change[] {
  return compareLibraries(load(before, []), load(after, []), { withWording });
}

/** Finds what changed from the library of some CRDs to that of others. */
export function compareCustomResources(
  before: readonly unknown[],
  after: readonly unknown[],
): readonly Change[] {
  return compareLibraries(load({}, before), load({}, after), { withWording: false });
}

/** Changes with all there is to them, a line each: `retyped tea.v1.pot.withLid: string → integer`. */
export function changeLines(changes: readonly Change[]): readonly string[] {
  return changes.map(({ kind, places, before, after }) => {
    const how = [before, after].filter((text) => text !== undefined).join(' → ');
    return `${kind} ${places.join(', ')}${how === '' ? '' : `: ${how}`}`;
  });
}
