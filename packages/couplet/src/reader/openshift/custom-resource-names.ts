import type { Definitions, GroupVersionKind } from '../../api/definition.ts';
import { apiGroups } from './api-groups.ts';
import type { OpenShiftName } from '../../api/openshift-names.ts';
import { openShiftName, parseOpenShiftName } from '../../api/openshift-names.ts';

const packages = new Map(apiGroups.map((group) => [group.name, group.package]));
const knownPackages: ReadonlySet<string> = new Set(packages.values());

/**
 * Gives a function that tells what the kinds of CRDs are called among OpenShift's definitions; `undefined` for groups
 * that are none of OpenShift's, and where there are no such definitions. An API group that is newer than the table is
 * taken for the package that is called like its first word, or for the only one that defines the same kind and version,
 * if that one is not in the table either.
 */
export function customResourceNames(
  definitions: Definitions,
): (kind: GroupVersionKind) => string | undefined {
  const own = [...definitions.keys()].flatMap((name) => parseOpenShiftName(name) ?? []);
  if (own.length === 0) return () => undefined;
  const newPackages = packagesByKind(own.filter((name) => !knownPackages.has(name.package)));
  return ({ group, version, kind }) => {
    const candidates = newPackages.get(`${version}.${kind}`) ?? [];
    const packageName = packages.get(group) ?? guessPackage(group, candidates);
    if (packageName === undefined) return undefined;
    return openShiftName({ package: packageName, version, kind });
  };
}

function packagesByKind(names: readonly OpenShiftName[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { package: packageName, version, kind } of names) {
    const key = `${version}.${kind}`;
    const known = found.get(key) ?? [];
    found.set(key, known);
    known.push(packageName);
  }
  return found;
}

function guessPackage(group: string, candidates: readonly string[]): string | undefined {
  if (!group.endsWith('.openshift.io')) return undefined;
  const [firstWord = ''] = group.split('.');
  if (candidates.includes(firstWord)) return firstWord;
  return candidates.length === 1 ? candidates[0] : undefined;
}
