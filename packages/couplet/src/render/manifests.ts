import type { Json } from '../json/json.ts';
import type { Path } from '../diagnostic/place.ts';
import type { Data, Fields, Origin } from './copy-data.ts';
import { copyData, describeValue } from './copy-data.ts';
import { renderProblems } from './problems.ts';
import { sourceProblems } from '../source/problems.ts';

/** An object for the API server, apiVersion and kind first, then its fields by name, at every level. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly [field: string]: Json;
}

/** A manifest, and where in the export it stands. */
export interface FoundManifest {
  readonly manifest: Manifest;
  readonly path: Path;
}

/** The fields that make an object a manifest, or an attempt at one; all others are objects of manifests. */
const manifestFields = ['apiVersion', 'kind', 'metadata', 'spec'];

/**
 * All manifests of an export, which is one, or arrays and objects of such, nested freely, in their order. Lists as
 * `oc get -o yaml` prints them are taken for their items. Everything that is no manifest is reported with its path.
 *
 * @returns the manifests; if errors were reported, those that are left
 */
export function collectManifests(exported: unknown, origin: Origin): readonly FoundManifest[] {
  const data = copyData(exported, origin);
  const found: FoundManifest[] = [];
  collect(data, origin, found);
  return found;
}

function collect(data: Data, origin: Origin, found: FoundManifest[]): void {
  if (data === undefined) return;
  if (isArray(data)) {
    for (const [index, item] of data.entries()) collect(item, below(origin, index), found);
  } else if (!isFields(data)) {
    const { path, locator, diagnostics } = origin;
    diagnostics.report(
      renderProblems['not-a-manifest'],
      { found: describeValue(data) },
      { locator, path },
    );
  } else if (manifestFields.some((field) => Object.hasOwn(data, field))) {
    collectManifest(data, origin, found);
  } else {
    for (const [key, value] of Object.entries(data)) collect(value, below(origin, key), found);
  }
}

function collectManifest(fields: Fields, origin: Origin, found: FoundManifest[]): void {
  const { path, locator, diagnostics } = origin;
  if (!isNamed(fields, origin)) return;
  const { kind, items } = fields;
  if (kind.endsWith('List') && isArray(items)) {
    for (const [index, item] of items.entries()) {
      collect(item, below(below(origin, 'items'), index), found);
    }
  } else if (kind === 'List') {
    diagnostics.report(sourceProblems['list-without-items'], {}, { locator, path });
  } else found.push({ manifest: sortFields(fields), path });
}

/** The two fields that tell the API server what an object is. */
interface Names {
  readonly apiVersion: string;
  readonly kind: string;
}

function isNamed(fields: Fields, { path, locator, diagnostics }: Origin): fields is Fields & Names {
  const names = ['apiVersion', 'kind'];
  const missing = names.filter((name) => !Object.hasOwn(fields, name));
  if (missing.length > 0) {
    const parameters = { missing: missing.join(' and no ') };
    diagnostics.report(renderProblems['manifest-incomplete'], parameters, { locator, path });
  }
  for (const name of names) {
    const value = fields[name];
    // Undefined is what is missing, or was reported when it was read.
    if (value === undefined || (typeof value === 'string' && value !== '')) continue;
    const parameters = { field: name, found: describeValue(value) };
    diagnostics.report(renderProblems['manifest-misnamed'], parameters, {
      locator,
      path: [...path, name],
    });
  }
  return names.every((name) => typeof fields[name] === 'string' && fields[name] !== '');
}

/** Gives the same bytes in whichever order a program sets the fields: Jsonnet sorts them too. */
function sortFields({ apiVersion, kind, ...rest }: Fields & Names): Manifest {
  return { apiVersion, kind, ...sortEntries(rest) };
}

function sortEntries(fields: Fields): { readonly [key: string]: Json } {
  const keys = Object.keys(fields).sort();
  return Object.fromEntries(keys.map((key) => [key, sortData(fields[key])]));
}

function sortData(data: Data): Json {
  // Where something was left out, it was reported, and nothing is printed.
  if (data === undefined) return null;
  if (isArray(data)) return data.map((item) => sortData(item));
  return isFields(data) ? sortEntries(data) : data;
}

function below(origin: Origin, key: string | number): Origin {
  return { ...origin, path: [...origin.path, key] };
}

function isFields(data: Data): data is Fields {
  return typeof data === 'object' && data !== null && !isArray(data);
}

function isArray(data: Data): data is readonly Data[] {
  return Array.isArray(data);
}
