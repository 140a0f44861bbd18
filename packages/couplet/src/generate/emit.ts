import type { LoadedLibrary } from '../load/load-library.ts';
import type { Target, TargetSetting, TargetSubject } from '../target/target.ts';
import type { OutputFile } from '../text/output-file.ts';
import type { TypeLibrary } from '../types/types.ts';
import { version } from '../version.ts';

/** Makes the files of a library's targets. They are made one by one as they are taken, so that few are held at a time. */
export async function emitTargets(
  targets: readonly Target[],
  loaded: LoadedLibrary,
  setting: TargetSetting,
): Promise<Iterable<OutputFile>> {
  const { api, library } = loaded;
  const subject: TargetSubject = { ...setting, api, library, types: typesOf(loaded), version };
  const emitted: Iterable<OutputFile>[] = [];
  for (const target of targets) emitted.push(await target.emit(subject));
  return inTurn(emitted);
}

function typesOf({ api, library, definitions }: LoadedLibrary): () => Promise<TypeLibrary> {
  let types: TypeLibrary | undefined;
  return async () => {
    const { buildTypes } = await import('../types/build.ts');
    types ??= buildTypes(library, definitions, api.resolver);
    return types;
  };
}

function* inTurn(emitted: readonly Iterable<OutputFile>[]): Iterable<OutputFile> {
  for (const files of emitted) yield* files;
}
