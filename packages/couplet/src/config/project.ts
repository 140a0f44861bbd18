import type { Catalog, Release } from '../catalog/catalog.ts';
import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import { shorten } from '../diagnostic/problem.ts';
import type { Path } from '../diagnostic/place.ts';
import type { Target } from '../generate/request.ts';
import { targets } from '../generate/request.ts';
import type { JsonObject } from '../json/object.ts';
import { isJsonObject, ownValue } from '../json/object.ts';
import { isWebAddress } from '../net/address.ts';
import { parseSourceName } from '../source/source-name.ts';
import type { SourceDocument } from '../source/document.ts';
import type { Configuration, LibraryConfiguration } from './configuration.ts';
import { ConfigurationReader } from './configuration-reader.ts';
import { configProblems } from './problems.ts';

/** What the project file is called. */
export const projectFileName = 'couplet.yaml';

/** The keys of a project file; `schema/couplet.schema.json` tells editors the same. */
export const projectKeys: readonly string[] = ['libraries', 'catalog'];

/** The keys of each of its libraries. */
export const libraryKeys: readonly string[] = [
  'sources',
  'label',
  'targets',
  'featureSet',
  'prefix',
  'patches',
  'extensions',
  'name',
  'repository',
  'description',
];

/**
 * Reads a project file, `couplet.yaml`. Paths in it are relative to the file. Keys that it does not have are reported.
 */
export function readProject(document: SourceDocument, diagnostics: Diagnostics): Configuration {
  const reader = new ConfigurationReader(document, diagnostics);
  const { value } = document;
  if (!isJsonObject(value)) {
    reader.wrongType([], 'an object with libraries', value);
    return { libraries: [], catalog: new Map(), locksAddresses: true };
  }
  reader.unknownKeys(value, [], projectKeys);
  const libraries = ownValue(value, 'libraries');
  if (!Array.isArray(libraries)) reader.wrongType(['libraries'], 'a list of libraries', libraries);
  return {
    libraries: listOf(libraries).flatMap((library, index) =>
      readLibrary(library, ['libraries', index], reader),
    ),
    catalog: readCatalog(ownValue(value, 'catalog'), reader),
    locksAddresses: true,
  };
}

function readLibrary(
  library: unknown,
  path: Path,
  reader: ConfigurationReader,
): LibraryConfiguration[] {
  if (!isJsonObject(library)) {
    reader.wrongType(path, 'an object', library);
    return [];
  }
  reader.unknownKeys(library, path, libraryKeys);
  const label = reader.text(library, path, 'label');
  if (label !== undefined && !reader.takeLabel(label, [...path, 'label'])) return [];
  const from = readSources(ownValue(library, 'sources'), [...path, 'sources'], reader);
  if (from.length === 0) {
    reader.report(configProblems['incomplete-configuration'], { missing: 'sources' }, path);
    return [];
  }
  return [
    {
      label,
      from,
      targets: readTargets(library, path, reader),
      featureSet: reader.text(library, path, 'featureSet'),
      prefix: reader.pattern(library, path, 'prefix'),
      patches: reader.path(reader.text(library, path, 'patches')),
      extensions: reader.path(reader.text(library, path, 'extensions')),
      localName: reader.text(library, path, 'name'),
      repository: reader.text(library, path, 'repository'),
      description: reader.text(library, path, 'description'),
    },
  ];
}

function readSources(sources: unknown, path: Path, reader: ConfigurationReader): readonly string[] {
  if (sources === undefined || sources === null) return [];
  if (!Array.isArray(sources)) reader.wrongType(path, 'a list of sources', sources);
  return listOf(sources).flatMap((source, index) => {
    const named = typeof source === 'string' ? parseSourceName(source) : undefined;
    if (typeof source !== 'string' || source === '' || named?.kind === 'stdin') {
      const expected = 'a file, a folder, an address or a name such as openshift@4.20';
      reader.wrongType([...path, index], expected, source);
      return [];
    }
    return [named?.kind === 'catalog' ? source : (reader.path(source) ?? source)];
  });
}

function readTargets(
  library: JsonObject,
  path: Path,
  reader: ConfigurationReader,
): ReadonlySet<Target> | undefined {
  const value = ownValue(library, 'targets');
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) reader.wrongType([...path, 'targets'], 'a list of targets', value);
  const chosen = listOf(value).flatMap((word, index) => {
    const target = targets.find((known) => known === word);
    if (target === undefined) {
      reader.wrongType([...path, 'targets', index], `one of ${targets.join(', ')}`, word);
      return [];
    }
    return [target];
  });
  return new Set(chosen);
}

/** The user's own entries: names, their versions, and the addresses of each version's documents. */
function readCatalog(value: unknown, reader: ConfigurationReader): Catalog {
  return new Map(
    entriesOf(value, ['catalog'], reader).map(([name, versions]) => {
      const releases = entriesOf(versions, ['catalog', name], reader).flatMap(
        ([version, addresses]) => readRelease(name, version, addresses, reader),
      );
      return [name, new Map(releases.map((release) => [release.version, release]))];
    }),
  );
}

function readRelease(
  name: string,
  version: string,
  addresses: unknown,
  reader: ConfigurationReader,
): readonly Release[] {
  const path = ['catalog', name, version];
  if (parseSourceName(`${name}@${version}`).kind !== 'catalog' || version === 'latest') {
    const expected = 'a name of small letters, digits and hyphens, and a version other than latest';
    reader.report(
      configProblems['wrong-configuration'],
      { expected, found: shorten(`${name}@${version}`) },
      path,
    );
    return [];
  }
  if (!Array.isArray(addresses) || addresses.length === 0) {
    reader.wrongType(path, 'a list of addresses', addresses);
    return [];
  }
  const files = addresses.flatMap((address: unknown, index) => {
    if (typeof address === 'string' && isWebAddress(address)) {
      return [{ url: address, sha256: undefined }];
    }
    reader.wrongType([...path, index], 'an http or https address without a password', address);
    return [];
  });
  return [{ version, revision: undefined, files }];
}

function entriesOf(
  value: unknown,
  path: Path,
  reader: ConfigurationReader,
): readonly [string, unknown][] {
  if (value === undefined || value === null) return [];
  if (isJsonObject(value)) return Object.entries(value);
  reader.wrongType(path, 'an object', value);
  return [];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
