import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GeneratedLibrary } from './generated.ts';
import { kindFile } from './joined.ts';

/**
 * The SHA-256 of all that decides what calls of a kind give: the bytes of its file and of `doc-util`, the lines by which
 * the library leads to it, and what is asked of it. Absent where the library does not lead to such a file.
 */
export function fingerprintOf(
  { label, folder, isSlim }: GeneratedLibrary,
  place: readonly string[],
  asked: unknown,
): string | undefined {
  const [group = '', version = '', key = ''] = place;
  const read = (path: string): string => {
    const file = join(folder, path);
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  };
  const ways = [
    lineFor(read(`${label}/gen.libsonnet`), `_gen/${group}/main.libsonnet`),
    lineFor(read(`${label}/_gen/${group}/main.libsonnet`), `${version}/main.libsonnet`),
    lineFor(read(`${label}/_gen/${group}/${version}/main.libsonnet`), `${key}.libsonnet`),
  ];
  if (ways.includes(undefined)) return undefined;
  const texts = [
    read(`${label}/main.libsonnet`),
    ...ways,
    read(kindFile(label, place)),
    isSlim ? 'slim' : read('doc-util/main.libsonnet'),
    place,
    asked,
  ];
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex');
}

/** The only line that imports the file. */
function lineFor(text: string, target: string): string | undefined {
  const [line, ...others] = text
    .split('\n')
    .filter((each) => each.includes(`(import '${target}')`));
  return others.length === 0 ? line : undefined;
}
