import type { JsonObject } from '../../../packages/couplet/src/json/object.ts';
import { isJsonObject, ownValue } from '../../../packages/couplet/src/json/object.ts';
import type { RawResource } from './custom-resources.ts';
import { asDefinition, metadataDefinitions, rawResourcesOf } from './custom-resources.ts';
import { mergeRawResources } from './merged.ts';
import { withTableOfKinds } from './openshift.ts';
import type { RawDefinition, RawDefinitions } from './raw-definitions.ts';
import { listAt, objectAt, textAt } from './raw-definitions.ts';

/**
 * Every definition of OpenAPI v2 documents and of CRDs for the feature set Default, with what it is served as. Where
 * there are both they are made one, as docs/decisions/openshift-merge.md says, with nothing of Couplet's own merge.
 */
export function rawDefinitionsOf(documents: readonly unknown[]): RawDefinitions {
  const definitions = new Map<string, RawDefinition>();
  const manifests: JsonObject[] = [];
  for (const document of documents.filter(isJsonObject)) {
    if (ownValue(document, 'swagger') === undefined) manifests.push(document);
    else for (const definition of ofOpenApi(document)) definitions.set(definition.name, definition);
  }
  const resources = rawResourcesOf(manifests);
  if (definitions.size > 0) return mergeRawResources(withTableOfKinds(definitions), resources);
  return ofResourcesAlone(resources);
}

function ofResourcesAlone(resources: readonly RawResource[]): RawDefinitions {
  const definitions = new Map(metadataDefinitions().map((each) => [each.name, each]));
  for (const resource of resources) {
    const { group, version, kind, schema } = resource;
    const name = [...group.split('.').toReversed(), version, kind].join('.');
    if (schema !== undefined) definitions.set(name, asDefinition(resource, name, schema));
  }
  return definitions;
}

function ofOpenApi(document: JsonObject): readonly RawDefinition[] {
  const definitions = objectAt(document, 'definitions');
  return Object.keys(definitions).map((name) => {
    const schema = objectAt(definitions, name);
    const served = listAt(schema, 'x-kubernetes-group-version-kind').map((entry) => ({
      group: textAt(entry, 'group'),
      version: textAt(entry, 'version'),
      kind: textAt(entry, 'kind'),
    }));
    return { name, schema, served, isClusterScoped: false, isCustomResource: false };
  });
}
