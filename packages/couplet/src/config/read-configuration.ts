import { basename } from 'node:path';
import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import { isJsonObject } from '../json/object.ts';
import type { SourceDocument } from '../source/document.ts';
import { parseSource } from '../source/parse.ts';
import { readSources } from '../source/read.ts';
import type { Configuration } from './configuration.ts';
import { readK8sGenConfiguration } from './k8s-gen.ts';
import { projectFileName, readProject } from './project.ts';
import { configProblems } from './problems.ts';

/** Reads a configuration file, Couplet's or k8s-gen's; what is wrong with it is reported. */
export async function readConfiguration(
  file: string,
  diagnostics: Diagnostics,
): Promise<Configuration> {
  // A configuration is a file: nothing is read from standard input.
  const sources = await readSources([file], diagnostics, { stdin: noInput() });
  const documents: SourceDocument[] = [];
  for (const source of sources) {
    for (const document of await parseSource(source, diagnostics)) documents.push(document);
  }
  const [document, other] = documents;
  if (other !== undefined) {
    const several = { expected: 'one configuration', found: 'a second one' };
    diagnostics.report(configProblems['wrong-configuration'], several, {
      locator: other,
      path: [],
    });
  } else if (document !== undefined) {
    if (isProject(document)) return readProject(document, diagnostics);
    return { ...nothing, libraries: readK8sGenConfiguration(document, diagnostics) };
  }
  return nothing;
}

const nothing: Configuration = { libraries: [], catalog: new Map(), locksAddresses: false };

/** Told by its name, or by its content where it has another. */
function isProject({ source, value }: SourceDocument): boolean {
  const hasLibraries = isJsonObject(value) && Object.hasOwn(value, 'libraries');
  return hasLibraries || basename(source) === projectFileName;
}

async function* noInput(): AsyncIterable<Uint8Array> {}
