import type { GroupVersionKind } from '../../api/definition.ts';
import { groupVersionKindKey } from '../../api/group-version-kind.ts';
import type { Resource } from '../../api/resource.ts';
import { compareNames } from '../../text/compare-names.ts';

/**
 * Makes one resource for each group, version and kind of what several sources say, in the order of their names. Of each
 * fact the first source that has it is believed.
 *
 * @param sources what the sources say, the most reliable one first
 */
export function mergeResources(sources: readonly (readonly Resource[])[]): readonly Resource[] {
  const merged = new Map<string, Resource>();
  for (const resources of sources) {
    for (const [key, resource] of preferredResources(resources)) {
      const known = merged.get(key);
      merged.set(key, known === undefined ? resource : { ...resource, ...known });
    }
  }
  return [...merged.values()].sort(compareResources);
}

/**
 * The resources of one source by kind. One kind can be served in two places, as OpenShift's Template is under `templates`
 * and `processedtemplates`: the place where more can be done with it counts, of equals the first by name.
 */
function preferredResources(resources: readonly Resource[]): ReadonlyMap<string, Resource> {
  const preferred = new Map<string, Resource>();
  for (const resource of resources) {
    const key = groupVersionKindKey(resource.groupVersionKind);
    const known = preferred.get(key);
    if (known === undefined || isPreferred(resource, known)) preferred.set(key, resource);
  }
  return preferred;
}

function isPreferred(resource: Resource, known: Resource): boolean {
  const more = (resource.verbs?.length ?? 0) - (known.verbs?.length ?? 0);
  return more > 0 || (more === 0 && compareNames(resource.plural ?? '', known.plural ?? '') < 0);
}

function compareResources(left: Resource, right: Resource): number {
  const parts: readonly (keyof GroupVersionKind)[] = ['group', 'version', 'kind'];
  for (const part of parts) {
    const order = compareNames(left.groupVersionKind[part], right.groupVersionKind[part]);
    if (order !== 0) return order;
  }
  return 0;
}
