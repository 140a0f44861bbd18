import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { OutputChanges, OutputRequest } from '../output/write-output.ts';
import { writeOutput } from '../output/write-output.ts';

/** Texts of files by path. */
export type Files = Readonly<Record<string, string>>;

/** A new folder in the system's folder for temporary files, removed after the test. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'couplet-test-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Puts files into a folder, as a user would. */
export function put(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/**
 * All that is in a folder: the texts of files, the targets of links after `->`, empty directories with `/` at the end.
 * Couplet's manifest is left out, nothing else.
 */
export function contentsOf(folder: string): Files {
  const contents: Record<string, string> = {};
  collect(folder, '', contents);
  delete contents['.couplet.json'];
  return contents;
}

function collect(folder: string, directory: string, contents: Record<string, string>): void {
  for (const name of readdirSync(join(folder, directory)).sort()) {
    const path = directory === '' ? name : `${directory}/${name}`;
    const stats = lstatSync(join(folder, path));
    if (stats.isDirectory()) {
      const before = Object.keys(contents).length;
      collect(folder, path, contents);
      if (Object.keys(contents).length === before) contents[`${path}/`] = '';
    } else if (stats.isSymbolicLink()) contents[path] = `-> ${readlinkSync(join(folder, path))}`;
    else contents[path] = stats.isFile() ? readFileSync(join(folder, path), 'utf8') : 'special';
  }
}

/** A result of a run. */
export interface Outcome {
  readonly changes: OutputChanges | undefined;
  /** `code: message`, in the order of the reports. */
  readonly problems: readonly string[];
}

/** Writes files as the library `4.5`, unless told otherwise. */
export function write(folder: string, files: Files, options: Partial<OutputRequest> = {}): Outcome {
  const diagnostics = new Diagnostics();
  const changes = writeOutput(
    {
      folder,
      owner: '4.5',
      files: Object.entries(files).map(([path, text]) => ({ path, text })),
      fingerprint: 'fingerprint',
      summarize: () => ({ kinds: 1 }),
      dryRun: false,
      ...options,
    },
    diagnostics,
  );
  return { changes, problems: problemsOf(diagnostics, folder) };
}

/** The problems that were reported, with the folder's path left out. */
export function problemsOf(diagnostics: Diagnostics, folder: string): readonly string[] {
  return diagnostics
    .list()
    .map(({ code, message }) =>
      `${code}: ${message}`.replaceAll(`${folder}/`, '').replaceAll(folder, '<folder>'),
    );
}
