import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { JsonObject } from '../../packages/couplet/src/json/object.ts';
import { isJsonObject, ownValue } from '../../packages/couplet/src/json/object.ts';
import { sharedPath } from './shared.ts';

const catalogFile = new URL('../../packages/couplet/catalog/openshift.json', import.meta.url);

/** The documents of OpenShift 4.20, beside the repository. */
export const releasePaths: readonly string[] = [
  sharedPath('specs', 'openshift', 'openapi-4.20.json.gz'),
  sharedPath('specs', 'openshift', 'crds-4.20'),
];

const swagger =
  'raw.githubusercontent.com/kubernetes/kubernetes/v1.35.0/api/openapi-spec/swagger.json';

/** The document of Kubernetes 1.35, beside the repository. */
export const kubernetesPath: string = sharedPath('specs', 'kubernetes', 'openapi-1.35.json.gz');

/** Makes a folder a mirror that has what `kubernetes@1.35` is. */
export function mirrorKubernetes(folder: string): void {
  write(join(folder, swagger), gunzipSync(readFileSync(kubernetesPath)));
}

/** Makes a folder a mirror that has what `openshift@4.20` is: the catalog says where each document lies. */
export function mirrorRelease(folder: string): void {
  const [openApi = '', crds = ''] = releasePaths;
  const documents = [
    gunzipSync(readFileSync(openApi)),
    ...readdirSync(crds).map((name) => readFileSync(join(crds, name))),
  ];
  const contents = new Map(documents.map((bytes) => [sha256Of(bytes), bytes]));
  const catalog: unknown = JSON.parse(readFileSync(catalogFile, 'utf8'));
  const openshift = at(catalog, 'openshift');
  const release = at(at(openshift, 'versions'), '4.20');
  const base = String(ownValue(openshift, 'base')).replace('https://', '');
  for (const [path, hash] of Object.entries(at(release, 'files'))) {
    const bytes = contents.get(String(hash));
    if (bytes === undefined) throw new Error(`there is no document for ${path}`);
    write(join(folder, base, String(ownValue(release, 'revision')), path), bytes);
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

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
