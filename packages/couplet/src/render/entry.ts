import { extname } from 'node:path';

type Language = 'module' | 'jsonnet';

const languages: ReadonlyMap<string, Language> = new Map([
  ['.ts', 'module'],
  ['.mts', 'module'],
  ['.js', 'module'],
  ['.mjs', 'module'],
  ['.jsonnet', 'jsonnet'],
  ['.libsonnet', 'jsonnet'],
]);

/** The endings of the files that can be rendered. */
export const entryEndings: readonly string[] = [...languages.keys()];

/** Tells what a file is, as its ending says; `undefined` where it cannot be rendered. */
export function languageOf(entry: string): Language | undefined {
  return languages.get(extname(entry));
}
