import { readFileSync } from 'node:fs';
import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import { placeInText } from '../diagnostic/place.ts';
import { packageRoot } from '../package-root.ts';
import { isJsonObject, ownValue } from '../json/object.ts';
import { nearest } from '../text/nearest.ts';
import { parseSourceName } from '../source/source-name.ts';
import { compareVersions } from './versions.ts';
import { catalogProblems } from './problems.ts';

/** One document of a release. */
export interface ReleaseFile {
  readonly url: string;
  /** The hash, where it is known: what is downloaded must have it. */
  readonly sha256: string | undefined;
}

/** One version of something in the catalog, and where its documents are. */
export interface Release {
  readonly version: string;
  /**
   * The commit or tag that the addresses are pinned to, behind its repository where the versions of one name come from
   * several.
   */
  readonly revision: string | undefined;
  /** The minor of Kubernetes that a release of OpenShift is built on, where it is known. */
  readonly kubernetes?: string | undefined;
  readonly files: readonly ReleaseFile[];
}

/** Releases by name (`openshift`) and version (`4.20`). */
export type Catalog = ReadonlyMap<string, ReadonlyMap<string, Release>>;

/** The catalog that comes with this package: facts about public repositories, nothing of their content. */
export function loadCatalog(): Catalog {
  return new Map(
    ['openshift.json', 'collections.json'].flatMap((file) => {
      const text = readFileSync(new URL(`catalog/${file}`, packageRoot), 'utf8');
      return entriesOf(JSON.parse(text)).map(([name, entry]) => [name, releasesOf(entry)]);
    }),
  );
}

/** The catalog with a user's own entries, which come before those of the same name and version. */
export function extendCatalog(catalog: Catalog, own: Catalog): Catalog {
  const extended = new Map(catalog);
  for (const [name, releases] of own) {
    extended.set(name, new Map([...(catalog.get(name) ?? []), ...releases]));
  }
  return extended;
}

/** The release that a source of the catalog names; one that is not there is reported. */
export function findRelease(
  catalog: Catalog,
  source: string,
  diagnostics: Diagnostics,
): Release | undefined {
  const named = parseSourceName(source);
  if (named.kind !== 'catalog') throw new TypeError(`${source} is no name of the catalog`);
  const { name, version } = named;
  const releases = catalog.get(name);
  if (releases === undefined) {
    const suggestion = nearest(name, [...catalog.keys()]);
    diagnostics.report(
      catalogProblems['catalog-name-unknown'],
      { name, suggestion },
      placeInText(source),
    );
    return undefined;
  }
  const versions = [...releases.keys()].sort(compareVersions);
  const release = releases.get(version === 'latest' ? (versions.at(-1) ?? '') : version);
  if (release !== undefined) return release;
  const suggestion = nearest(version, versions);
  diagnostics.report(
    catalogProblems['catalog-version-unknown'],
    { name, version, suggestion, versions },
    placeInText(source),
  );
  return undefined;
}

function releasesOf(entry: unknown): ReadonlyMap<string, Release> {
  if (!isJsonObject(entry)) throw new TypeError('an entry of the catalog is no object');
  const base = textOf(ownValue(entry, 'base'));
  return new Map(
    entriesOf(ownValue(entry, 'versions')).map(([version, release]) => {
      if (!isJsonObject(release)) throw new TypeError('a release of the catalog is no object');
      const revision = textOf(ownValue(release, 'revision'));
      const kubernetes = ownValue(release, 'kubernetes');
      const files = entriesOf(ownValue(release, 'files')).map(([path, sha256]) => ({
        url: `${base}/${revision}/${path}`,
        sha256: sha256 === null ? undefined : textOf(sha256),
      }));
      const facts = kubernetes === undefined ? {} : { kubernetes: textOf(kubernetes) };
      return [version, { version, revision, ...facts, files }];
    }),
  );
}

function entriesOf(value: unknown): readonly [string, unknown][] {
  if (!isJsonObject(value)) throw new TypeError('a part of the catalog is no object');
  return Object.entries(value);
}

function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('a part of the catalog is no text');
  return value;
}
