// Puts the modules that the command loads into one file: loading them one by one takes as long as parsing a document.
// Only our own modules are bundled; dependencies stay what a user's npm installed. The file is a CommonJS module, which
// Node loads a quarter faster than the same as an ES module, and with five megabytes less: it takes in no other way
// what is required, and only when it is. Modules that are imported on demand still run on demand.
import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const dist = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist');

await build({
  entryPoints: [join(dist, 'cli', 'main.js')],
  outfile: join(dist, 'couplet.cjs'),
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20.19',
  packages: 'external',
  // CommonJS has no import.meta; our modules ask it for nothing but their own address.
  define: { 'import.meta.url': 'moduleUrl' },
  banner: { js: "const moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
});

// Files of an earlier build have other names.
for (const name of readdirSync(dist)) if (name.endsWith('.mjs')) rmSync(join(dist, name));

// The same for programs that import the package, as ES modules: what is loaded on demand lies in files of its own.
await build({
  entryPoints: [join(dist, 'index.js')],
  outdir: dist,
  outExtension: { '.js': '.mjs' },
  chunkNames: 'chunk-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  packages: 'external',
});
