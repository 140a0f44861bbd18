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
import { readArguments, writeEntries } from './catalog-file.mjs';

/**
 * The minor of Kubernetes that a release of OpenShift is built on: 1.(N + 13) for 4.N from 4.3 on, and 1.36 for 5.0 and
 * 5.1. docs/decisions/catalog.md has the sources. Of a release that is not here it is not known, and left out.
 */
const kubernetesMinors = {
  ...Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`4.${n + 3}`, `1.${n + 16}`])),
  '5.0': '1.36',
  5.1: '1.36',
};

const { revisions, target } = readArguments('openshift.json');

function releaseOf(version, { commit, openapi, crds }) {
  const files = [...(openapi === undefined ? [] : [openapi]), ...crds];
  return {
    revision: commit,
    kubernetes: kubernetesMinors[version],
    files: Object.fromEntries(files.map(({ path, sha256 }) => [path, sha256])),
  };
}

const versions = Object.fromEntries(
  Object.entries(revisions.releases).map(([version, release]) => [
    version,
    releaseOf(version, release),
  ]),
);
const base = 'https://raw.githubusercontent.com/openshift/api';
writeEntries(target, { openshift: { base, versions } });
