import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { GeneratedLibrary } from './generated.ts';

/** A line that only documents: no function's name begins with `#`, and `d` is what these lines call. */
const documentation = /^\s*(?:['"]#|local d = \(import 'doc-util\/main\.libsonnet'\),$)/;

/** A file of a library without the lines that only document. */
export function withoutDocumentation(text: string): string {
  return text
    .split('\n')
    .filter((line) => !documentation.test(line))
    .join('\n');
}

/**
 * The files of a slim library that are not, byte by byte, those of the documented one without the lines that only
 * document.
 */
export function differencesFromSlim(
  documented: GeneratedLibrary,
  slim: GeneratedLibrary,
): readonly string[] {
  const paths = slim.files.map((file) => relative(slim.folder, file));
  const others = documented.files
    .map((file) => relative(documented.folder, file))
    .filter((path) => !path.startsWith('doc-util') && !existsSync(join(slim.folder, path)));
  const different = paths.filter((path) => {
    const file = join(documented.folder, path);
    const expected = existsSync(file)
      ? withoutDocumentation(readFileSync(file, 'utf8'))
      : undefined;
    return readFileSync(join(slim.folder, path), 'utf8') !== expected;
  });
  return [...different, ...others];
}
