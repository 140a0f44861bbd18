// The floor for `couplet generate`: a bare Node process that reads and parses the same input and writes the
// same bytes to the same files. Arguments: the input, the list of files to write, the folder to write them to.
import { mkdirSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const [input, library, out] = process.argv.slice(2);
const bytes = readFileSync(input);
JSON.parse((bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString());

// All files' bytes stand in one file behind each other. They are read one by one into the same memory: a generator does
// not have all of them at a time either.
const files = JSON.parse(readFileSync(join(library, 'files.json'), 'utf8'));
const content = openSync(join(library, 'bytes'));
const memory = Buffer.allocUnsafe(Math.max(...files.map(({ start, end }) => end - start)));
const folders = new Set();
for (const { path, start, end } of files) {
  const file = join(out, path);
  const folder = dirname(file);
  if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
  folders.add(folder);
  const length = readSync(content, memory, 0, end - start, start);
  writeFileSync(file, memory.subarray(0, length));
}
