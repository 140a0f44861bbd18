import { apiOf } from '../api/from-documents.ts';
import type { Diagnostic } from '../diagnostic/diagnostics.ts';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import { emitTargets } from '../generate/emit.ts';
import { buildLibrary } from '../library/build.ts';
import { readApiFacts } from '../reader/read.ts';
import type { SourceDocument } from '../source/document.ts';
import type { TargetOptionValues } from '../target/option.ts';
import { jsonSchemaTarget } from '../target/json-schema/target.ts';

/** What the target gives: texts by the names of their files. */
export interface Schemas {
  readonly files: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** The JSON Schemas of documents, as `couplet generate --target json-schema` writes them. */
export async function schemasOf(
  documents: readonly SourceDocument[],
  options: TargetOptionValues = {},
): Promise<Schemas> {
  const diagnostics = new Diagnostics();
  const facts = readApiFacts(documents, diagnostics, {});
  const { definitions } = facts;
  const api = apiOf(facts);
  const { resolver } = api;
  const library = buildLibrary(definitions, undefined, diagnostics, resolver);
  const loaded = { api, library, definitions, resolver };
  const files = await emitTargets([jsonSchemaTarget], loaded, {
    naming: { label: 'tested', localName: 'o', repository: '', description: '' },
    options,
    patches: [],
    additions: [],
    existing: () => undefined,
  });
  const folder = 'json-schema/tested/';
  const texts = new Map(Array.from(files, ({ path, text }) => [path.slice(folder.length), text]));
  return { files: texts, diagnostics: diagnostics.list() };
}

/** The file that kubeconform looks up for an object. */
export function fileFor(apiVersion: string, kind: string): string {
  const [group = '', version = group] = apiVersion.split('/');
  return `${kind.toLowerCase()}-${group}-${version}.json`;
}
