import { relative, resolve, sep } from 'node:path';

/** A file's path as messages show it: from the folder that the command runs in, where the file is below that. */
export function shownPath(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith(`..${sep}`) ? resolve(path) : fromHere;
}
