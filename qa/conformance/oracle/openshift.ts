import { apiGroups } from '../../../packages/couplet/src/reader/openshift/api-groups.ts';
import type { RawDefinition, RawDefinitions } from './raw-definitions.ts';
import { objectAt } from './raw-definitions.ts';
import { propertiesOf } from './schemas.ts';

const prefix = 'com.github.openshift.api.';
const groups = new Map(apiGroups.map((group) => [group.package, group]));
const packages = new Map(apiGroups.map((group) => [group.name, group.package]));

/** Whether a definition is OpenShift's own, by its name. */
export function isOpenShift(name: string): boolean {
  return name.startsWith(prefix);
}

/** What OpenShift's OpenAPI document calls a kind of one of its API groups. */
export function openShiftName(group: string, version: string, kind: string): string {
  const packageName = packages.get(group);
  if (packageName === undefined) throw new Error(`the table lacks ${group}`);
  return `${prefix}${packageName}.${version}.${kind}`;
}

/**
 * The definitions, with what the table of OpenShift's API groups says of them, where their document says that of none:
 * OpenShift's has not done so since 4.12. All kinds of the releases that are tested with are in the table, which is
 * compared with CRDs and paths elsewhere, so that the reader's guess at newer kinds is not repeated here.
 */
export function withTableOfKinds(definitions: RawDefinitions): RawDefinitions {
  if ([...definitions.values()].some(({ served }) => served.length > 0)) return definitions;
  return new Map([...definitions].map(([name, definition]) => [name, asInTable(definition)]));
}

function asInTable(definition: RawDefinition): RawDefinition {
  if (!isOpenShift(definition.name)) return definition;
  const [packageName = '', version = '', kind = ''] = definition.name.split('.').slice(-3);
  const group = groups.get(packageName);
  const scope = group?.scopes.get(kind);
  if (group === undefined || scope === undefined || !saysWhatItIs(definition)) return definition;
  const served = [{ group: group.name, version, kind }];
  return { ...definition, served, isClusterScoped: scope === 'Cluster' };
}

/** A part may be called like a kind of another version. */
function saysWhatItIs({ schema }: RawDefinition): boolean {
  const names = propertiesOf(schema);
  const metadata = objectAt(schema, 'properties', 'metadata');
  return (
    names.includes('apiVersion') &&
    names.includes('kind') &&
    !String(metadata['$ref']).endsWith('.ListMeta')
  );
}
