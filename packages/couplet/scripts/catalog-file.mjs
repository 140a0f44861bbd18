// What both scripts that make the catalog need: lists of revisions in, a file of the catalog out.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
// Of the build, which `npm ci` makes.
import { compareVersions } from '../dist/catalog/versions.js';

/** Reads the list that the command names, and says where the file of the catalog is: in its place, or where asked for. */
export function readArguments(name) {
  const [revisions, target = fileURLToPath(new URL(`../catalog/${name}`, import.meta.url))] =
    process.argv.slice(2);
  if (revisions === undefined) throw new Error('give the file with the revisions');
  return { revisions: JSON.parse(readFileSync(revisions, 'utf8')), target };
}

/**
 * Writes entries into a file of the catalog. What the file has and the entries lack stays, so that a name that was in
 * the catalog once goes on to work. Versions are in their order, whatever the order of the list.
 */
export function writeEntries(target, entries) {
  const before = existsSync(target) ? JSON.parse(readFileSync(target, 'utf8')) : {};
  const catalog = { ...entries, ...before };
  for (const [name, { base, versions }] of Object.entries(entries)) {
    const former = before[name] ?? { base, versions: {} };
    const kept = Object.keys(former.versions).filter((version) => !(version in versions));
    if (former.base !== base && kept.length > 0) {
      throw new Error(`${name} has another base, where ${kept.join(', ')} are not`);
    }
    const all = Object.entries({ ...former.versions, ...versions });
    all.sort(([left], [right]) => compareVersions(left, right));
    catalog[name] = { base, versions: Object.fromEntries(all) };
  }
  writeFileSync(target, `${JSON.stringify(catalog, undefined, 2)}\n`);
}
