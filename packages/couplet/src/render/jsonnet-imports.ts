import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, resolve } from 'node:path';
import type { RenderRequest } from './request.ts';

/**
 * An import, which takes nothing but a literal for the file's name. One in a comment looks the same; to watch a file
 * too many does no harm.
 */
const anyImport = /\b(import|importstr|importbin)\s*@?(?:'([^'\n]+)'|"([^"\n]+)")/g;

/**
 * The files that a Jsonnet program is made of: itself and all that it imports, looked for where `jsonnet` looks for
 * them. What is not found is left out: `jsonnet` will say so.
 */
export function findJsonnetImports(
  { entry, libraryPaths }: RenderRequest,
  env: Readonly<Record<string, string | undefined>>,
): ReadonlySet<string> {
  const fromEnvironment = (env['JSONNET_PATH'] ?? '')
    .split(delimiter)
    .filter((path) => path !== '');
  // The last one given is searched first.
  const libraries = [...libraryPaths.toReversed(), ...fromEnvironment];
  const programs = new Set([resolve(entry)]);
  const texts = new Set<string>();
  // A set can grow while it is walked.
  for (const program of programs) {
    for (const { isProgram, name } of importsOf(program)) {
      const folders = [dirname(program), ...libraries];
      const found = folders.map((folder) => resolve(folder, name)).find((path) => existsSync(path));
      if (found !== undefined) (isProgram ? programs : texts).add(found);
    }
  }
  return new Set([...programs, ...texts]);
}

interface Import {
  readonly isProgram: boolean;
  readonly name: string;
}

function importsOf(program: string): readonly Import[] {
  return Array.from(read(program).matchAll(anyImport), ([, keyword, single, double]) => ({
    isProgram: keyword === 'import',
    name: single ?? double ?? '',
  }));
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
