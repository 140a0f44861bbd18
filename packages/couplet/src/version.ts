import { readFileSync } from 'node:fs';
import { packageRoot } from './package-root.ts';

interface PackageManifest {
  readonly version: string;
}

function isPackageManifest(value: unknown): value is PackageManifest {
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    typeof value.version === 'string'
  );
}

/** The version of this package. */
export const version: string = readVersion();

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('package.json', packageRoot), 'utf8'));
  if (!isPackageManifest(manifest)) throw new Error('package.json has no version');
  return manifest.version;
}
