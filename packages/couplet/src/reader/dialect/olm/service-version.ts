import type { Diagnostics, SourceDocument } from '../dialect.ts';
import { textAt, valueAt } from '../dialect.ts';
import { olmProblems } from './problems.ts';

const apiGroup = 'operators.coreos.com/';

/** Tells whether a document is a ClusterServiceVersion: what describes a version of an operator. */
export function isServiceVersion({ value }: SourceDocument): boolean {
  const isOfGroup = textAt(value, 'apiVersion')?.startsWith(apiGroup) === true;
  return isOfGroup && textAt(value, 'kind') === 'ClusterServiceVersion';
}

/** `tea-operator.v1.2.3`, by convention; the package is called by what stands before the version. */
const versionedName = /^(.+?)\.v?(\d.*)$/;

/** The version of an operator: what it says or else what its name ends with. */
export function versionOf(serviceVersion: SourceDocument | undefined): string | undefined {
  const name = textAt(serviceVersion?.value, 'metadata', 'name') ?? '';
  return textAt(serviceVersion?.value, 'spec', 'version') ?? versionedName.exec(name)?.[2];
}

/** The package that an operator's name tells. */
export function packageNameOf(serviceVersion: SourceDocument | undefined): string | undefined {
  const name = textAt(serviceVersion?.value, 'metadata', 'name');
  return name === undefined ? undefined : (versionedName.exec(name)?.[1] ?? name);
}

/** Reports each version of a custom resource that an operator says it owns and that no definition has. */
export function reportLacking(
  serviceVersion: SourceDocument,
  definitions: readonly SourceDocument[],
  diagnostics: Diagnostics,
): void {
  const owned = valueAt(serviceVersion.value, 'spec', 'customresourcedefinitions', 'owned');
  if (!Array.isArray(owned)) return;
  const versions = new Set(definitions.flatMap(versionsOf));
  for (const [index, entry] of owned.entries()) {
    const name = textAt(entry, 'name');
    const version = textAt(entry, 'version');
    if (name === undefined || version === undefined) continue;
    if (versions.has(keyOf(name, version))) continue;
    diagnostics.report(
      olmProblems['bundle-lacks-crd'],
      { name, version },
      {
        locator: serviceVersion,
        path: ['spec', 'customresourcedefinitions', 'owned', index],
      },
    );
  }
}

function versionsOf({ value }: SourceDocument): readonly string[] {
  const name = textAt(value, 'metadata', 'name') ?? '';
  const listed = valueAt(value, 'spec', 'versions');
  const names = Array.isArray(listed) ? listed.map((version) => textAt(version, 'name')) : [];
  // What v1beta1 says where there is one version only.
  names.push(textAt(value, 'spec', 'version'));
  return names.flatMap((version) => (version === undefined ? [] : [keyOf(name, version)]));
}

function keyOf(name: string, version: string): string {
  return JSON.stringify([name, version]);
}
