import { Readable } from 'node:stream';
import type { Diagnostics } from '../../packages/couplet/src/diagnostic/diagnostics.ts';
import type { SourceDocument } from '../../packages/couplet/src/source/document.ts';
import { parseSource } from '../../packages/couplet/src/source/parse.ts';
import { readEmbedded, readSources } from '../../packages/couplet/src/source/read.ts';

/** The documents of files and folders; of the embedded document, where none is named. */
export async function readDocuments(
  paths: readonly string[],
  diagnostics: Diagnostics,
): Promise<readonly SourceDocument[]> {
  const sources =
    paths.length === 0
      ? readEmbedded(diagnostics)
      : await readSources(paths, diagnostics, { stdin: Readable.from([]) });
  const documents = await Promise.all(sources.map((source) => parseSource(source, diagnostics)));
  return documents.flat();
}
