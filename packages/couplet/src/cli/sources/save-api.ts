import type { Diagnostics } from '../../diagnostic/diagnostics.ts';
import type { OutputFile } from '../../text/output-file.ts';
import { sha256 } from '../../output/sha256.ts';
import type { OutputChanges } from '../../output/write-output.ts';
import { writeOutput } from '../../output/write-output.ts';
import { decode } from '../../source/decode.ts';
import type { RawSource } from '../../source/document.ts';
import { fileNameOf } from '../../cluster/source-name.ts';

/** The owner of saved documents in a folder; no library can be called so. */
const owner = '(cluster)';

/**
 * Saves the documents of a cluster as files of a folder, as they came, so that the folder gives the library that the
 * cluster gives. What was saved there before and is served no more goes. All or nothing: see {@link writeOutput}.
 *
 * @returns what was done, or `undefined` where an error was reported; the folder then is as it was
 */
export function saveApi(
  folder: string,
  documents: readonly RawSource[],
  diagnostics: Diagnostics,
): OutputChanges | undefined {
  const files = documents.flatMap((document): readonly OutputFile[] => {
    const text = decode(document, diagnostics);
    return text === undefined ? [] : [{ path: fileNameOf(document.name), text }];
  });
  if (diagnostics.hasErrors) return undefined;
  const fingerprint = sha256(JSON.stringify(files));
  const request = { folder, owner, files, fingerprint, summarize: () => null, dryRun: false };
  return writeOutput(request, diagnostics);
}
