import type { Diagnostic } from '../diagnostic/diagnostics.ts';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import { buildLibrary } from '../library/build.ts';
import type { Kind, Library, Member } from '../library/library.ts';
import { readDefinitions } from '../reader/read.ts';
import type { SourceDocument } from '../source/document.ts';

/** A document that came from nowhere, for tests. */
export function documentOf(value: unknown, source = 'test.json'): SourceDocument {
  return { source, value, locate: (paths) => paths.map(() => undefined) };
}

/** An OpenAPI v2 document with the given definitions. */
export function openApi(definitions: Readonly<Record<string, unknown>>): SourceDocument {
  return documentOf({ swagger: '2.0', definitions });
}

/** Reads documents and builds their library, as `couplet generate` does. */
export function libraryOf(
  documents: readonly SourceDocument[],
  prefix?: RegExp,
): { readonly library: Library; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics = new Diagnostics();
  const library = buildLibrary(readDefinitions(documents, diagnostics), prefix, diagnostics);
  return { library, diagnostics: diagnostics.list() };
}

/** The kinds of a library, by `group.version.key`. */
export function kindsOf(library: Library): ReadonlyMap<string, Kind> {
  return new Map(
    library.groups.flatMap((group) =>
      group.versions.flatMap((version) =>
        version.kinds.map((kind) => [`${group.name}.${version.name}.${kind.key}`, kind] as const),
      ),
    ),
  );
}

/** The names of members with those below them: `spec.withHost`. */
export function memberNames(members: readonly Member[]): readonly string[] {
  return members.flatMap((member) => {
    if (member.kind !== 'namespace') return [member.name];
    return memberNames(member.shape.members).map((name) => `${member.name}.${name}`);
  });
}
