// What the floor writes: a library as one file of bytes, and a list of the files in it.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Packs the files of an output folder into two files in the given folder, and gives that folder. */
export function packLibrary(out, library) {
  mkdirSync(library, { recursive: true });
  const files = [];
  const contents = [];
  let start = 0;
  for (const entry of readdirSync(out, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const bytes = readFileSync(file);
    files.push({ path: relative(out, file), start, end: start + bytes.length });
    contents.push(bytes);
    start += bytes.length;
  }
  writeFileSync(join(library, 'files.json'), JSON.stringify(files));
  writeFileSync(join(library, 'bytes'), Buffer.concat(contents));
  return library;
}
