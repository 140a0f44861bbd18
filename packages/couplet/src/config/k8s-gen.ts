import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { Path } from '../diagnostic/place.ts';
import { isJsonObject, ownValue } from '../json/object.ts';
import type { JsonObject } from '../json/object.ts';
import type { SourceDocument } from '../source/document.ts';
import type { LibraryConfiguration } from './configuration.ts';
import { ConfigurationReader } from './configuration-reader.ts';
import { configProblems } from './problems.ts';

const rootKeys = ['repository', 'specs'];
const specKeys = [
  'output',
  'openapi',
  'crds',
  'prefix',
  'patchDir',
  'extensionDir',
  'localName',
  'description',
  'repository',
];

/**
 * Reads k8s-gen's `config.yml` as it is (`jsonnet-libs/k8s`, pkg/config). Paths in it are relative to the file.
 * Where an entry has CRDs its `openapi` is not read: k8s-gen has a cluster turn the CRDs into that document.
 * Keys that k8s-gen does not know are reported.
 */
export function readK8sGenConfiguration(
  document: SourceDocument,
  diagnostics: Diagnostics,
): readonly LibraryConfiguration[] {
  const reader = new ConfigurationReader(document, diagnostics);
  const { value } = document;
  if (!isJsonObject(value)) {
    reader.wrongType([], 'an object with specs', value);
    return [];
  }
  reader.unknownKeys(value, [], rootKeys);
  const repository = reader.text(value, [], 'repository');
  const specs = ownValue(value, 'specs');
  if (!Array.isArray(specs)) {
    reader.wrongType(['specs'], 'a list of libraries', specs);
    return [];
  }
  return specs.flatMap((spec, index) => readLibrary(spec, ['specs', index], repository, reader));
}

function readLibrary(
  spec: unknown,
  path: Path,
  repository: string | undefined,
  reader: ConfigurationReader,
): LibraryConfiguration[] {
  if (!isJsonObject(spec)) {
    reader.wrongType(path, 'an object', spec);
    return [];
  }
  reader.unknownKeys(spec, path, specKeys);
  const label = reader.text(spec, path, 'output');
  if (label !== undefined && !reader.takeLabel(label, [...path, 'output'])) return [];
  const from = readSources(spec, path, reader);
  if (label === undefined || from.length === 0) {
    const missing = label === undefined ? 'output' : 'openapi or crds';
    reader.report(configProblems['incomplete-configuration'], { missing }, path);
    return [];
  }
  return [
    {
      label,
      from,
      prefix: reader.pattern(spec, path, 'prefix'),
      patches: reader.path(reader.text(spec, path, 'patchDir')),
      extensions: reader.path(reader.text(spec, path, 'extensionDir')),
      localName: reader.text(spec, path, 'localName'),
      description: reader.text(spec, path, 'description'),
      repository: reader.text(spec, path, 'repository') ?? repository,
    },
  ];
}

function readSources(spec: JsonObject, path: Path, reader: ConfigurationReader): readonly string[] {
  const crds = ownValue(spec, 'crds');
  if (crds === undefined || crds === null) {
    const openapi = reader.path(reader.text(spec, path, 'openapi'));
    return openapi === undefined ? [] : [openapi];
  }
  if (!Array.isArray(crds)) {
    reader.wrongType([...path, 'crds'], 'a list of files or addresses', crds);
    return [];
  }
  return crds.flatMap((crd: unknown, index) => {
    if (typeof crd === 'string') return [reader.path(crd) ?? crd];
    reader.wrongType([...path, 'crds', index], 'a file or an address', crd);
    return [];
  });
}
