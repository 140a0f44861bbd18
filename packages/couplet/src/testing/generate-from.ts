import { join } from 'node:path';
import { packedFiles, tgzOf, zipOf } from './archives.ts';
import { runCommand, tidy } from './command.ts';
import { contentsOf, put, temporaryFolder } from './output-folder.ts';

/** Contents of files by path. */
export type PackageFiles = Readonly<Record<string, string | Uint8Array>>;

/** Generates from sources in a new folder. Gives its own kinds by label, and what was reported, without its advice. */
export async function generateFrom(
  files: PackageFiles,
  ...from: readonly string[]
): Promise<{ code: number; kinds: readonly string[]; problems: readonly string[] }> {
  const folder = temporaryFolder();
  put(folder, files);
  const sources = from.flatMap((name) => ['--from', join(folder, name)]);
  const args = ['generate', ...sources, '--out', `${folder}/lib`, '--target', 'jsonnet'];
  const { code, stderr } = await runCommand(args);
  const kinds = Object.keys(contentsOf(folder)).flatMap((path) => {
    const match = /^lib\/(.+)\/_gen\/(tea\/.+)\.libsonnet$/.exec(path);
    return match === null || path.endsWith('/main.libsonnet') ? [] : [`${match[1]}: ${match[2]}`];
  });
  const problems = tidy(stderr, folder)
    .split('\n')
    .filter((line) => /: (?:error|warning|note): /.test(line));
  return { code, kinds, problems };
}

/** The same files in a folder. */
export function inFolder(folder: string, files: PackageFiles): PackageFiles {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]),
  );
}

/** The same files as a folder, as archives, and as an archive of one folder. */
export function formsOf(files: PackageFiles): readonly (readonly [string, PackageFiles])[] {
  return [
    ['source', inFolder('source', files)],
    ['source.tgz', { 'source.tgz': tgzOf(packedFiles(files)) }],
    ['source.zip', { 'source.zip': zipOf(packedFiles(files)) }],
    ['inner.tgz', { 'inner.tgz': tgzOf(packedFiles(files, 'tea/')) }],
    ['inner', inFolder('inner/tea', files)],
    ['named.yaml', { 'named.yaml': zipOf(packedFiles(files, './')) }],
  ];
}
