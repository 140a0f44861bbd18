import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { RenderRequest } from '../render/request.ts';
import { render } from '../render/render.ts';
import type { Files } from './output-folder.ts';
import { put, temporaryFolder } from './output-folder.ts';

/** The result of rendering a program, with paths from its folder. */
export interface Rendered {
  readonly manifests: readonly unknown[];
  /** `file:line:column: path: message`, as far as there is a place and a path, in the order of the reports. */
  readonly problems: readonly string[];
  /** The text that the program printed. */
  readonly printed: string;
  /** The files that it is made of, sorted. */
  readonly files: readonly string[];
}

/** Options of a run, besides the files. */
export interface RenderChoices extends Partial<RenderRequest> {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal;
}

/** Puts files into a folder of their own, and renders one of them. */
export async function renderFiles(files: Files, choices: RenderChoices = {}): Promise<Rendered> {
  const folder = temporaryFolder();
  put(folder, files);
  const { env = process.env, signal = new AbortController().signal, ...request } = choices;
  const stderr = new PassThrough();
  const printed = text(stderr);
  const entry = join(folder, request.entry ?? Object.keys(files)[0] ?? '');
  const none = { parameters: {}, libraryPaths: [], topLevelArguments: [], externalVariables: [] };
  const result = await render({ ...none, ...request, entry }, { env, signal, stderr });
  stderr.end();
  const tidy = (path: string): string => path.replaceAll(`${folder}/`, '');
  const problems = result.diagnostics.map(({ source, position, path, message }) => {
    const place = position === undefined ? '' : `:${position.line}:${position.column}`;
    return tidy(
      [`${source ?? ''}${place}`, path, message].filter((part) => part !== '').join(': '),
    );
  });
  return {
    manifests: result.manifests.map(({ manifest }) => manifest),
    problems,
    printed: tidy(await printed),
    files: [...result.findFiles()].map((file) => tidy(file)).sort(),
  };
}
