import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import { placeInText } from '../diagnostic/place.ts';
import { languageOf } from './entry.ts';
import { renderJsonnet } from './jsonnet.ts';
import { renderModule } from './module.ts';
import type { Rendering, RenderRequest, Surroundings } from './request.ts';
import { sourceProblems } from '../source/problems.ts';

/** Runs a module or a Jsonnet program, and collects the manifests that it gives. Problems are in the result. */
export async function render(
  request: RenderRequest,
  surroundings: Surroundings,
): Promise<Rendering> {
  const { entry } = request;
  if (existsSync(entry)) {
    return languageOf(entry) === 'jsonnet'
      ? renderJsonnet(request, surroundings)
      : renderModule(request, surroundings);
  }
  const diagnostics = new Diagnostics();
  diagnostics.report(sourceProblems['file-not-found'], {}, placeInText(entry));
  const findFiles = (): ReadonlySet<string> => new Set([resolve(entry)]);
  return { manifests: [], diagnostics: diagnostics.list(), findFiles };
}
