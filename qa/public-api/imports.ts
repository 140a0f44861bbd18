import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const clause =
  /\b(?:import|export)\s+(?:type\s+)?(\{[^}]*\}|\*(?: as \w+)?|\w+(?:,\s*\{[^}]*\})?)\s+from\s+'([^']+)'/g;
const wholeModule = /\bimport(?:\(\s*|\s+)'([^']+)'/g;
const declared = /^export (?:async )?(?:function|const|class|interface|type) (\w+)/gm;

/** The names that a module exports. */
export function exportsOf(text: string): ReadonlySet<string> {
  const passedOn = [...text.matchAll(clause)].flatMap(([, names = '']) => namesIn(names));
  const own = [...text.matchAll(declared)].map(([, name = '']) => name);
  return new Set([...passedOn, ...own]);
}

/**
 * Finds what the modules of a folder take from elsewhere and is not public: whatever is of Node or npm is not. Tests are
 * left out.
 *
 * @returns a line for each: the file, the name or `*`, and the module
 * @throws errors of the file system where there is no such folder
 */
export function privateImports(folder: string, known: ReadonlySet<string>): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .sort()
    .flatMap((path) => {
      const file = join(folder, path);
      return importsOf(readFileSync(file, 'utf8'))
        .filter(({ from }) => leaves(folder, file, from))
        .flatMap(({ names, from }) => names.map((name) => ({ name, from })))
        .filter(({ name, from }) => isForeign(from) || !known.has(name))
        .map(({ name, from }) => `${path}: ${name} of ${from}`);
    });
}

interface Import {
  readonly names: readonly string[];
  readonly from: string;
}

function importsOf(text: string): readonly Import[] {
  const named = [...text.matchAll(clause)].map(([, names = '', from = '']) => {
    return { names: names.startsWith('{') ? namesIn(names) : ['*'], from };
  });
  const whole = [...text.matchAll(wholeModule)].map(([, from = '']) => ({ names: ['*'], from }));
  return [...named, ...whole];
}

/** The names in braces, as the module that has them calls them. */
function namesIn(braces: string): readonly string[] {
  return braces
    .replaceAll(/[{}]/g, '')
    .split(',')
    .map((part) =>
      part
        .trim()
        .replace(/^type /, '')
        .replace(/ as .*/, ''),
    )
    .filter((name) => name !== '');
}

/** Whether a module is of Node or npm. */
function isForeign(from: string): boolean {
  return !from.startsWith('.');
}

function leaves(folder: string, file: string, from: string): boolean {
  return isForeign(from) || relative(folder, join(dirname(file), from)).startsWith('..');
}
