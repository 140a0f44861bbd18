import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { Cursor } from '../json/cursor.ts';
import type { SourceDocument } from '../source/document.ts';
import type { LibraryConfiguration } from './configuration.ts';
import { configProblems } from './problems.ts';
import {
  configurationCursor,
  Labels,
  pathAt,
  patternAt,
  reportUnknownKeys,
  resolvePath,
} from './values.ts';

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
  const root = configurationCursor(document, diagnostics).asObject('an object with specs');
  if (root === undefined) return [];
  reportUnknownKeys(root, rootKeys);
  const repository = root.text('repository');
  const specs = root.at('specs').asList('a list of libraries') ?? [];
  const labels = new Labels();
  return specs.flatMap((spec) => readLibrary(spec, repository, labels));
}

function readLibrary(
  spec: Cursor,
  repository: string | undefined,
  labels: Labels,
): readonly LibraryConfiguration[] {
  if (spec.asObject() === undefined) return [];
  reportUnknownKeys(spec, specKeys);
  const label = spec.text('output');
  if (label !== undefined && !labels.take(label, spec.at('output'))) return [];
  const from = readSources(spec);
  if (label === undefined || from.length === 0) {
    const missing = label === undefined ? 'output' : 'openapi or crds';
    spec.report(configProblems['incomplete-configuration'], { missing });
    return [];
  }
  return [
    {
      label,
      from,
      prefix: patternAt(spec, 'prefix'),
      patches: pathAt(spec, 'patchDir'),
      extensions: pathAt(spec, 'extensionDir'),
      localName: spec.text('localName'),
      description: spec.text('description'),
      repository: spec.text('repository') ?? repository,
    },
  ];
}

function readSources(spec: Cursor): readonly string[] {
  if (spec.at('crds').isAbsent) {
    const openapi = pathAt(spec, 'openapi');
    return openapi === undefined ? [] : [openapi];
  }
  return spec.list('crds', 'a list of files or addresses').flatMap((crd) => {
    if (typeof crd.value === 'string') return [resolvePath(crd, crd.value)];
    crd.wrong('a file or an address');
    return [];
  });
}
