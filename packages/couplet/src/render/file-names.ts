import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { Locator } from '../diagnostic/place.ts';
import { formatPath } from '../diagnostic/place.ts';
import { hash } from '../text/hash.ts';
import { safeName } from '../text/safe-name.ts';
import type { Json } from '../json/json.ts';
import type { FoundManifest } from './manifests.ts';
import { renderProblems } from './problems.ts';

/**
 * The parts that a file can be named after, in the order in which it is called for; all but the first only where
 * needed.
 */
type Detail = 'namespace' | 'group' | 'identity';

/** The parts that tell one object in a cluster from all others, and how much of it the name of its file has. */
interface Naming extends Readonly<Record<Detail, string>> {
  readonly found: FoundManifest;
  readonly kind: string;
  readonly name: string;
  readonly shown: Set<Detail>;
}

/**
 * The names of the manifests' files, in their order, without the ending: `<kind>-<name>` in lower case, and where there
 * is no name `<kind>`. Where several would share one, they all get their namespace in front of the name, if the
 * namespaces differ; those that still share one get their API group behind the kind; and last, where names differ in
 * nothing but case, a hash. Two manifests for one and the same object cannot both have a file: that is reported.
 */
export function nameFiles(
  manifests: readonly FoundManifest[],
  locator: Locator,
  diagnostics: Diagnostics,
): readonly string[] {
  const namings = manifests.map((found) => describe(found));
  for (const detail of ['namespace', 'group', 'identity'] as const) {
    for (const sharing of findSharing(namings)) {
      const isTelling = new Set(sharing.map((naming) => naming[detail])).size > 1;
      if (isTelling) for (const { shown } of sharing) shown.add(detail);
    }
  }
  for (const [first, ...others] of findSharing(namings)) {
    if (first === undefined) continue;
    const parameters = { path: spell(first), other: formatPath(first.found.path) };
    for (const { found } of others) {
      diagnostics.report(renderProblems['file-shared'], parameters, { locator, path: found.path });
    }
  }
  return namings.map((naming) => spell(naming));
}

function describe(found: FoundManifest): Naming {
  const { apiVersion, kind, metadata } = found.manifest;
  const name = textAt(metadata, 'name') || textAt(metadata, 'generateName').replace(/-$/, '');
  const namespace = textAt(metadata, 'namespace');
  const group = apiVersion.includes('/') ? apiVersion.replace(/\/.*/s, '') : '';
  const identity = hash(JSON.stringify([group, kind, namespace, name]));
  return { found, kind, name, namespace, group, identity, shown: new Set() };
}

function textAt(fields: Json | undefined, key: string): string {
  if (fields === undefined || !isObject(fields) || !Object.hasOwn(fields, key)) return '';
  const value = fields[key];
  return typeof value === 'string' ? value : '';
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function spell({ kind, name, namespace, group, identity, shown }: Naming): string {
  const parts = [
    shown.has('group') && group !== '' ? `${kind}.${group}` : kind,
    shown.has('namespace') ? namespace : '',
    name,
    shown.has('identity') ? identity : '',
  ];
  const stem = parts.filter((part) => part !== '').join('-');
  return safeName(stem.toLowerCase());
}

/** Those that have one name, for each name that several have. */
function findSharing(namings: readonly Naming[]): readonly (readonly Naming[])[] {
  const byName = new Map<string, Naming[]>();
  for (const naming of namings) {
    const name = spell(naming);
    const sharing = byName.get(name);
    if (sharing === undefined) byName.set(name, [naming]);
    else sharing.push(naming);
  }
  return [...byName.values()].filter((sharing) => sharing.length > 1);
}
