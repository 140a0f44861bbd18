import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { GeneratedLibrary } from './generated.ts';

/** How the files that lead to the kinds import the files below them. */
const imported = /\(import '([^'\\]+)'\)/g;

/**
 * A library as one Jsonnet text: the files that lead to its kinds, and the given kinds, each of them byte by byte in a
 * variable of its own. Jsonnet 0.18 reads its standard library anew for each file that it imports, which takes thirty
 * times as long as reading a kind. All other kinds, and `doc-util`, are imported still.
 *
 * @param places groups, versions and keys of kinds
 */
export function joinFiles(
  { label, folder }: Pick<GeneratedLibrary, 'label' | 'folder'>,
  places: readonly (readonly string[])[],
): string {
  const wanted = new Set(places.map((place) => kindFile(label, place)));
  const variables: string[] = [];
  const add = (text: string): string => `file${variables.push(text) - 1}`;
  const read = (path: string): string => {
    const text = readFileSync(join(folder, path), 'utf8');
    if (wanted.has(path)) return add(text);
    return add(
      text.replaceAll(imported, (whole, target: string) => {
        if (target.startsWith('doc-util/')) return whole;
        const below = posix.join(posix.dirname(path), target);
        const isRead = wanted.has(below) || /(?:^|\/)(?:main|gen)\.libsonnet$/.test(below);
        return isRead ? `(${read(below)})` : `(import ${JSON.stringify(below)})`;
      }),
    );
  };
  const main = read(`${label}/main.libsonnet`);
  // What a file is followed by stands in a line of its own, for a file may end with a comment.
  const locals = variables.map((text, index) => `file${index} = (\n${text}\n)`);
  return `local\n${locals.join(',\n')};\n${main}\n`;
}

/** Where the file of a kind is, by group, version and key. */
export function kindFile(label: string, place: readonly string[]): string {
  return `${label}/_gen/${place.join('/')}.libsonnet`;
}
