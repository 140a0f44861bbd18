import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { docUtil } from '../../packages/couplet/src/target/jsonnet/doc-util.ts';
import { emitJsonnet } from '../../packages/couplet/src/target/jsonnet/jsonnet.ts';
import type { Library } from '../../packages/couplet/src/library/library.ts';

/** A library on disk. */
export interface GeneratedLibrary {
  readonly label: string;
  /** The folder that programs import it from; no other library lies there. */
  readonly folder: string;
  readonly files: readonly string[];
  readonly isSlim: boolean;
}

/** Writes a library as Jsonnet, with `doc-util` beside it where it needs that. */
export function writeLibrary(library: Library, folder: string, isSlim: boolean): GeneratedLibrary {
  const label = 'tested';
  const options = { label, localName: 'o', repository: 'example.com/o', description: 'A library' };
  const files = [...emitJsonnet(library, { ...options, isSlim, patches: [] })];
  if (!isSlim) files.push(docUtil);
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return { label, folder, isSlim, files: files.map(({ path }) => join(folder, path)) };
}
