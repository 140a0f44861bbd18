import type { Group, Library, Version } from '../../library/library.ts';
import type { LibraryNaming } from '../library-naming.ts';
import type { OutputFile } from '../../text/output-file.ts';
import { emitKind } from './kind.ts';
import { fieldName, quote } from './syntax.ts';

export interface JsonnetOptions extends LibraryNaming {
  /** Tells whether the lines that describe the functions are left out. */
  readonly isSlim: boolean;
  /** Names of files in `_custom`, which are added to the generated library. */
  readonly patches: readonly string[];
}

/**
 * The Jsonnet library: `<label>/main.libsonnet` with everything below it. The shape and the bytes are those of
 * the published libraries (`jsonnet-libs/*-libsonnet`), which k8s-gen makes.
 */
export function* emitJsonnet(library: Library, options: JsonnetOptions): Iterable<OutputFile> {
  const file = (path: string, text: string): OutputFile => ({
    path: `${options.label}/${path}`,
    text,
  });
  const patches = options.patches.map((name) => ` + (import ${quote(`_custom/${name}`)})`);
  yield file('main.libsonnet', `(import 'gen.libsonnet')${patches.join('')}\n`);
  yield file('gen.libsonnet', emitRoot(library, options));
  for (const group of library.groups) {
    yield file(`_gen/${group.name}/main.libsonnet`, emitGroup(group, options));
    for (const version of group.versions) {
      const folder = `_gen/${group.name}/${version.name}`;
      yield file(`${folder}/main.libsonnet`, emitVersion(version, options));
      for (const kind of version.kinds) {
        yield file(`${folder}/${kind.key}.libsonnet`, emitKind(kind, !options.isSlim));
      }
    }
  }
}

function emitRoot({ groups }: Library, options: JsonnetOptions): string {
  const { localName, description, label, repository } = options;
  const url = `${repository}/${label}/main.libsonnet`;
  const entries = groups.map(
    ({ name }) => `  ${fieldName(name)}:: (import ${quote(`_gen/${name}/main.libsonnet`)}),`,
  );
  return emitIndex({ name: localName, url, help: description }, entries, options);
}

function emitGroup({ name, versions }: Group, options: JsonnetOptions): string {
  const entries = versions.map(
    (version) =>
      `  ${fieldName(version.name)}: (import ${quote(`${version.name}/main.libsonnet`)}),`,
  );
  return emitIndex({ name, url: '', help: '' }, entries, options);
}

function emitVersion({ name, kinds }: Version, options: JsonnetOptions): string {
  const entries = kinds.map(
    ({ key }) => `  ${fieldName(key)}: (import ${quote(`${key}.libsonnet`)}),`,
  );
  return emitIndex({ name, url: '', help: '' }, entries, options);
}

interface Package {
  readonly name: string;
  readonly url: string;
  readonly help: string;
}

function emitIndex(
  { name, url, help }: Package,
  entries: readonly string[],
  { isSlim }: JsonnetOptions,
): string {
  const header = isSlim
    ? []
    : [
        "  local d = (import 'doc-util/main.libsonnet'),",
        `  '#':: d.pkg(name=${quote(name)}, url=${quote(url)}, help=${quote(help)}),`,
      ];
  return ['{', ...header, ...entries, '}', ''].join('\n');
}
