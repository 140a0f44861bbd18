import { emitJsonnet } from '../target/jsonnet/jsonnet.ts';
import { emitMarkdown } from '../target/markdown/markdown.ts';
import type { OutputFile } from '../text/output-file.ts';
import { version } from '../version.ts';
import type { LoadedLibrary } from '../load/load-library.ts';
import type { LibraryRequest } from './request.ts';

/** Makes the files of a library's targets. They are made one by one as they are taken, so that few are held at a time. */
export async function emitLibrary(
  loaded: LoadedLibrary,
  request: LibraryRequest,
  patches: readonly string[],
): Promise<Iterable<OutputFile>> {
  const emitters: Iterable<OutputFile>[] = [];
  if (request.targets.has('jsonnet')) {
    emitters.push(emitJsonnet(loaded.library, { ...request, patches }));
  }
  if (request.targets.has('markdown')) emitters.push(emitMarkdown(loaded.library, request));
  if (request.targets.has('typescript')) {
    emitters.push(await emitTypes(loaded, request));
  }
  return inTurn(emitters);
}

/** Loaded on demand: who generates Jsonnet only should not wait for it. */
async function emitTypes(
  { library, definitions, resolver }: LoadedLibrary,
  { label, packageName }: LibraryRequest,
): Promise<Iterable<OutputFile>> {
  const { buildTypes } = await import('../types/build.ts');
  const { emitTypeScript } = await import('../target/typescript/typescript.ts');
  const types = buildTypes(library, definitions, resolver);
  // The runtime is of one release with the generator.
  const options = { label, packageName, packageVersion: version, runtimeRange: `^${version}` };
  return emitTypeScript(types, options);
}

function* inTurn(emitters: readonly Iterable<OutputFile>[]): Iterable<OutputFile> {
  for (const files of emitters) yield* files;
}
