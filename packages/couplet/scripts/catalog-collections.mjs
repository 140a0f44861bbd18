// Makes catalog/collections.json, the part of the catalog that is Kubernetes' and that of collections of CRDs, out of a
// list of revisions of their repositories:
//
//   node packages/couplet/scripts/catalog-collections.mjs revisions.json
//
// The list has, for each version, the repository, the commit and the files with their SHA-256; a collection has one
// repository, Kubernetes one for each version:
//
//   { "kubernetes": { "1.36": { "repository": "…/…", "commit": "…", "files": { "path": { "sha256": "…" } } } },
//     "tea": { "repository": "…/…", "versions": { "1.2.0": { "commit": "…", "files": { "path": { "sha256": "…" } } } } } }
//
// What the file has and the list lacks stays: Kubernetes before 1.28 is kept by hand, without hashes.
import { readArguments, writeEntries } from './catalog-file.mjs';

const host = 'https://raw.githubusercontent.com';

const { revisions, target } = readArguments('collections.json');

function releasesOf(versions, revisionOf) {
  return Object.fromEntries(
    Object.entries(versions).map(([version, release]) => {
      const files = Object.entries(release.files).map(([path, { sha256 }]) => [path, sha256]);
      return [version, { revision: revisionOf(release), files: Object.fromEntries(files) }];
    }),
  );
}

const { kubernetes, ...collections } = revisions;
const entries = {
  // Its documents come from several repositories, so each version says which one is meant.
  kubernetes: {
    base: host,
    versions: releasesOf(kubernetes, ({ repository, commit }) => `${repository}/${commit}`),
  },
};
for (const [name, { repository, versions }] of Object.entries(collections)) {
  const base = `${host}/${repository}`;
  entries[name] = { base, versions: releasesOf(versions, ({ commit }) => commit) };
}
writeEntries(target, entries);
