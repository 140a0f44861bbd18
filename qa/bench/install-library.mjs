// The TypeScript library of OpenShift 4.20, or of the embedded document where that is missing, as programs have it.
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measure } from './measure.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const couplet = join(root, 'packages/couplet/bin/couplet.js');
const release = join(root, '..', 'shared', 'specs', 'openshift', 'openapi-4.20.json.gz');
const embedded = join(root, 'packages/couplet/embedded/openshift-openapi.json.gz');

/** What the library is made from, and what to call that. */
export const subject = existsSync(release)
  ? { document: release, name: 'OpenShift 4.20' }
  : { document: embedded, name: 'the embedded document' };

/**
 * Generates the library, labelled `x`, for the programs of a folder.
 *
 * @returns {string} the folder of its modules
 */
export function installLibrary(work) {
  const out = join(work, 'lib');
  const options = ['--target', 'typescript', '--label', 'x', '--out', out];
  measure([couplet, 'generate', '--from', subject.document, ...options]);
  linkPackages(work);
  writeFileSync(join(work, 'package.json'), '{ "private": true, "type": "module" }\n');
  return join(out, 'typescript', 'x');
}

/** Puts the runtime and the library in `lib` where the programs of a folder find packages. */
export function linkPackages(work) {
  const packages = join(work, 'node_modules', '@couplet');
  mkdirSync(packages, { recursive: true });
  symlinkSync(join(root, 'packages', 'runtime'), join(packages, 'runtime'));
  symlinkSync(join(work, 'lib', 'typescript'), join(packages, 'openshift'));
}
