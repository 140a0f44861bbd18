import type { Writable } from 'node:stream';
import { toJson, toYaml } from '@couplet/runtime/yaml';
import type { Diagnostics } from '../../diagnostic/diagnostics.ts';
import { placeInText } from '../../diagnostic/place.ts';
import type { OutputFile } from '../../text/output-file.ts';
import { writeOutput } from '../../output/write-output.ts';
import { nameFiles } from '../../render/file-names.ts';
import type { FoundManifest } from '../../render/manifests.ts';
import { count } from '../../text/count.ts';
import { renderProblems } from '../../render/problems.ts';

/** Takes manifests to where they are wanted, and gives a summary of that for people. */
export type Delivery = (
  manifests: readonly FoundManifest[],
  diagnostics: Diagnostics,
) => Promise<string>;

/** A form in which manifests are spelled. */
export type Format = 'yaml' | 'json';

const printers = { yaml: toYaml, json: toJson };

/** The owner of rendered files in an output folder; no library can be called so. */
const owner = '(render)';

/**
 * Prints the manifests as one stream of documents. Given the same ones again, it prints nothing; given others, the
 * stream goes on. Errors are in the answer to each write; that they do not end the process is seen to by the command.
 */
export function printTo(stdout: Writable, format: Format): Delivery {
  let last: string | undefined;
  return async (manifests, diagnostics) => {
    const text = printers[format](manifests.map(({ manifest }) => manifest));
    if (text === last) return '';
    const start = last === undefined || format === 'json' ? '' : '---\n';
    last = text;
    const error = await write(stdout, start + text);
    // Who reads no further has enough.
    if (error !== undefined && !('code' in error && error.code === 'EPIPE')) {
      diagnostics.report(renderProblems['standard-output-broken'], { reason: error.message });
    }
    return '';
  };
}

function write(stream: Writable, text: string): Promise<Error | undefined> {
  return new Promise((answer) => {
    stream.write(text, (error) => answer(error ?? undefined));
  });
}

/** Makes a folder hold a file for each manifest; those of an earlier run that are not wanted any more are removed. */
export function writeTo(folder: string, format: Format, entry: string): Delivery {
  return async (manifests, diagnostics) => {
    const names = nameFiles(manifests, placeInText(entry).locator, diagnostics);
    if (diagnostics.hasErrors) return '';
    const files = manifests.map(({ manifest }, index): OutputFile => {
      return { path: `${names[index] ?? ''}.${format}`, text: printers[format](manifest) };
    });
    const changes = writeOutput(
      { folder, owner, files, fingerprint: '', summarize: () => null, dryRun: false },
      diagnostics,
    );
    if (changes === undefined) return '';
    const { created, changed, unchanged, removed } = changes;
    const written = created.length + changed.length;
    return `${count(written, 'file')} written, ${unchanged.length} unchanged, ${removed.length} removed in ${folder}\n`;
  };
}
