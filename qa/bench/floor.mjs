// The floor for `couplet generate`: a bare Node process that reads and parses the same inputs and writes the
// same bytes to the same files. Arguments: the packed library, the folder to write it to, and the inputs.
import {
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const [library, out, ...inputs] = process.argv.slice(2);
for (const input of inputs) {
  const isFolder = statSync(input).isDirectory();
  const entries = isFolder ? readdirSync(input, { recursive: true, withFileTypes: true }) : [];
  const found = entries.filter((entry) => entry.isFile());
  const names = found.map(({ parentPath, name }) => join(parentPath, name));
  for (const name of isFolder ? names : [input]) await parse(name);
}

async function parse(file) {
  const bytes = readFileSync(file);
  const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString();
  if (text.startsWith('{')) JSON.parse(text);
  else (await import('yaml')).parseAllDocuments(text).map((document) => document.toJS());
}

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
