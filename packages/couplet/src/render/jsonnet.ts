import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import { placeInText } from '../diagnostic/place.ts';
import { findJsonnetImports } from './jsonnet-imports.ts';
import { collectManifests } from './manifests.ts';
import type { Rendering, RenderRequest, Surroundings } from './request.ts';
import { renderProblems } from './problems.ts';

/**
 * Runs a Jsonnet program with the `jsonnet` on the PATH, and collects the manifests that it gives. What `jsonnet` has
 * to say goes to standard error as it is.
 */
export async function renderJsonnet(
  request: RenderRequest,
  surroundings: Surroundings,
): Promise<Rendering> {
  const diagnostics = new Diagnostics();
  const findFiles = (): ReadonlySet<string> => findJsonnetImports(request, surroundings.env);
  const printed = await runJsonnet(request, surroundings, diagnostics);
  const value = printed === undefined ? undefined : parse(printed, request, diagnostics);
  if (value === undefined) return { manifests: [], diagnostics: diagnostics.list(), findFiles };
  const { locator } = placeInText(request.entry);
  const manifests = collectManifests(value, { path: [], locator, diagnostics });
  return { manifests, diagnostics: diagnostics.list(), findFiles };
}

/** Gives what it prints, or `undefined` where it fails. */
async function runJsonnet(
  { entry, libraryPaths, topLevelArguments, externalVariables }: RenderRequest,
  { env, stderr, signal }: Surroundings,
  diagnostics: Diagnostics,
): Promise<string | undefined> {
  const args = [
    ...libraryPaths.flatMap((folder) => ['-J', folder]),
    ...topLevelArguments.flatMap((argument) => ['--tla-str', argument]),
    ...externalVariables.flatMap((variable) => ['--ext-str', variable]),
    '--',
    entry,
  ];
  const jsonnet = spawn('jsonnet', args, { env, signal, stdio: ['ignore', 'pipe', 'pipe'] });
  jsonnet.stderr.pipe(stderr, { end: false });
  const ended = new Promise<number | Error | null>((end) => {
    jsonnet.on('error', end);
    jsonnet.on('close', end);
  });
  const [printed, result] = await Promise.all([text(jsonnet.stdout), ended]);
  if (result === 0) return printed;
  if (!(result instanceof Error)) {
    diagnostics.report(renderProblems['jsonnet-failed'], {}, placeInText(entry));
  } else if ('code' in result && result.code === 'ENOENT') {
    diagnostics.report(renderProblems['jsonnet-missing'], {}, placeInText(entry));
  } else {
    const parameters = { reason: result.message };
    diagnostics.report(renderProblems['jsonnet-unstartable'], parameters, placeInText(entry));
  }
  return undefined;
}

function parse(printed: string, { entry }: RenderRequest, diagnostics: Diagnostics): unknown {
  try {
    return JSON.parse(printed);
  } catch {
    diagnostics.report(renderProblems['jsonnet-without-json'], {}, placeInText(entry));
    return undefined;
  }
}
