import type { Catalog, Release } from '../catalog/catalog.ts';
import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import { shorten } from '../diagnostic/problem.ts';
import type { Cursor } from '../json/cursor.ts';
import { isWebAddress } from '../net/address.ts';
import { parseSourceName } from '../source/source-name.ts';
import type { SourceDocument } from '../source/document.ts';
import type { Target } from '../target/target.ts';
import { targets } from '../target/targets.ts';
import type { Configuration, LibraryConfiguration } from './configuration.ts';
import { configProblems } from './problems.ts';
import {
  configurationCursor,
  Labels,
  pathAt,
  patternAt,
  reportUnknownKeys,
  resolvePath,
} from './values.ts';

/** The name of the project file. */
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
  const root = configurationCursor(document, diagnostics).asObject('an object with libraries');
  if (root === undefined) return { libraries: [], catalog: new Map(), locksAddresses: true };
  reportUnknownKeys(root, projectKeys);
  const libraries = root.at('libraries').asList('a list of libraries') ?? [];
  const labels = new Labels();
  return {
    libraries: libraries.flatMap((library) => readLibrary(library, labels)),
    catalog: readCatalog(root),
    locksAddresses: true,
  };
}

function readLibrary(library: Cursor, labels: Labels): readonly LibraryConfiguration[] {
  if (library.asObject() === undefined) return [];
  reportUnknownKeys(library, libraryKeys);
  const label = library.text('label');
  if (label !== undefined && !labels.take(label, library.at('label'))) return [];
  const from = readSources(library);
  if (from.length === 0) {
    library.report(configProblems['incomplete-configuration'], { missing: 'sources' });
    return [];
  }
  return [
    {
      label,
      from,
      targets: readTargets(library),
      featureSet: library.text('featureSet'),
      prefix: patternAt(library, 'prefix'),
      patches: pathAt(library, 'patches'),
      extensions: pathAt(library, 'extensions'),
      localName: library.text('name'),
      repository: library.text('repository'),
      description: library.text('description'),
    },
  ];
}

function readSources(library: Cursor): readonly string[] {
  return library.list('sources', 'a list of sources').flatMap((cursor) => {
    const { value } = cursor;
    const named = typeof value === 'string' ? parseSourceName(value) : undefined;
    if (typeof value !== 'string' || value === '' || named?.kind === 'stdin') {
      cursor.wrong('a file, a folder, an address or a name such as openshift@4.20');
      return [];
    }
    return [named?.kind === 'catalog' ? value : resolvePath(cursor, value)];
  });
}

function readTargets(library: Cursor): readonly Target[] | undefined {
  if (library.at('targets').isAbsent) return undefined;
  const words = library.at('targets').asList('a list of targets');
  if (words === undefined) return undefined;
  if (words.length === 0) {
    library.report(configProblems['incomplete-configuration'], { missing: 'targets' });
  }
  const names = targets.map(({ name }) => name);
  for (const word of words) {
    if (!names.some((name) => name === word.value)) word.wrong(`one of ${names.join(', ')}`);
  }
  const chosen = new Set(words.map(({ value }) => value));
  return targets.filter(({ name }) => chosen.has(name));
}

/** The user's own entries: names, their versions, and the addresses of each version's documents. */
function readCatalog(root: Cursor): Catalog {
  return new Map(
    root.members('catalog').map(([name, versions]) => {
      const members = versions.isAbsent ? [] : (versions.asMembers() ?? []);
      const releases = members.flatMap(([version, addresses]) =>
        readRelease(name, version, addresses),
      );
      return [name, new Map(releases.map((release) => [release.version, release]))];
    }),
  );
}

function readRelease(name: string, version: string, addresses: Cursor): readonly Release[] {
  if (parseSourceName(`${name}@${version}`).kind !== 'catalog' || version === 'latest') {
    const expected = 'a name of small letters, digits and hyphens, and a version other than latest';
    const found = shorten(`${name}@${version}`);
    addresses.report(configProblems['wrong-configuration'], { expected, found });
    return [];
  }
  const list = addresses.asList('a list of addresses');
  if (list === undefined) return [];
  if (list.length === 0) {
    addresses.wrong('a list of addresses');
    return [];
  }
  const files = list.flatMap((address) => {
    if (typeof address.value === 'string' && isWebAddress(address.value)) {
      return [{ url: address.value, sha256: undefined }];
    }
    address.wrong('an http or https address without a password');
    return [];
  });
  return [{ version, revision: undefined, files }];
}
