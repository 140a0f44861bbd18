import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { JsonObject } from '../../packages/couplet/src/json/object.ts';
import { isJsonObject, ownValue } from '../../packages/couplet/src/json/object.ts';
import { sharedPath } from './shared.ts';

/** The CRDs of OpenShift 4.20, beside the repository: in the folders of openshift/api. */
export const crdsPath: string = sharedPath('specs', 'openshift', 'crds-4.20');

const openApiPath = sharedPath('specs', 'openshift', 'openapi-4.20.json.gz');

/** The documents of OpenShift 4.20, beside the repository. */
export const releasePaths: readonly string[] = [openApiPath, crdsPath];

/** The document of a release of Kubernetes, beside the repository. */
export function kubernetesPath(version: string): string {
  return sharedPath('specs', 'kubernetes', `openapi-${version}.json.gz`);
}

/** What the catalog has of a release. */
export interface CatalogEntry {
  /** Where its documents lie in a mirror. */
  readonly folder: string;
  /** SHA-256 by path. */
  readonly files: JsonObject;
}

/** The entry of a release in one of the two files of the catalog, read without Couplet's reader of it. */
export function catalogEntry(file: string, name: string, version: string): CatalogEntry {
  const address = new URL(`../../packages/couplet/catalog/${file}.json`, import.meta.url);
  const catalog: unknown = JSON.parse(readFileSync(address, 'utf8'));
  const entry = at(catalog, name);
  const release = at(at(entry, 'versions'), version);
  const base = String(ownValue(entry, 'base')).replace('https://', '');
  const folder = join(base, String(ownValue(release, 'revision')));
  return { folder, files: at(release, 'files') };
}

/** Makes a folder a mirror that has what `kubernetes@1.35` is, or another version. */
export function mirrorKubernetes(folder: string, version: string): void {
  const entry = catalogEntry('collections', 'kubernetes', version);
  for (const path of Object.keys(entry.files)) {
    write(join(folder, entry.folder, path), gunzipSync(readFileSync(kubernetesPath(version))));
  }
}

/** The CRDs of cert-manager 1.21.1, beside the repository. */
export const certManagerPath: string = sharedPath('specs', 'collections', 'cert-manager-1.21.1');

/** Makes a folder a mirror that has what `cert-manager@1.21.1` is. */
export function mirrorCertManager(folder: string): void {
  const entry = catalogEntry('collections', 'cert-manager', '1.21.1');
  for (const path of Object.keys(entry.files)) {
    const bytes = readFileSync(join(certManagerPath, basename(path)));
    write(join(folder, entry.folder, path), bytes);
  }
}

/** Makes a folder a mirror that has what `openshift@4.20` is: the catalog says where each document lies. */
export function mirrorRelease(folder: string): void {
  const entry = catalogEntry('openshift', 'openshift', '4.20');
  for (const path of Object.keys(entry.files)) {
    const isOpenApi = path === 'openapi/openapi.json';
    const bytes = isOpenApi
      ? gunzipSync(readFileSync(openApiPath))
      : readFileSync(join(crdsPath, path));
    write(join(folder, entry.folder, path), bytes);
  }
}

function write(file: string, bytes: Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}

function at(value: unknown, key: string): JsonObject {
  const found = isJsonObject(value) ? ownValue(value, key) : undefined;
  if (isJsonObject(found)) return found;
  throw new Error(`the catalog has no object ${key}`);
}
