// Makes catalog/openshift.json, the part of the catalog that is OpenShift's, out of a list of revisions of openshift/api:
//
//   node packages/couplet/scripts/catalog-openshift.mjs revisions.json
//
// The list has, for each release, the commit of its branch and the path and SHA-256 of its OpenAPI document (from 4.12 on)
// and of its custom resource definitions:
//
//   { "releases": { "4.20": { "commit": "…", "openapi": { "path": "…", "sha256": "…" }, "crds": [{ "path": "…", "sha256": "…" }] } } }
//
// Such facts are all that comes into this repository; the documents themselves are downloaded by those who use them.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [revisions, target = fileURLToPath(new URL('../catalog/openshift.json', import.meta.url))] =
  process.argv.slice(2);
if (revisions === undefined) throw new Error('give the file with the revisions');

const { releases } = JSON.parse(readFileSync(revisions, 'utf8'));

function release({ commit, openapi, crds }) {
  const files = [...(openapi === undefined ? [] : [openapi]), ...crds];
  return {
    revision: commit,
    files: Object.fromEntries(files.map(({ path, sha256 }) => [path, sha256])),
  };
}

const catalog = {
  openshift: {
    base: 'https://raw.githubusercontent.com/openshift/api',
    versions: Object.fromEntries(
      Object.entries(releases).map(([version, revision]) => [version, release(revision)]),
    ),
  },
};
writeFileSync(target, `${JSON.stringify(catalog, undefined, 2)}\n`);
