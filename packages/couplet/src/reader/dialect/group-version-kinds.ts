import type { GroupVersionKind } from '../../api/definition.ts';
import type { Cursor } from '../../json/cursor.ts';
import { isJsonObject, ownValue } from '../../json/object.ts';

const keyword = 'x-kubernetes-group-version-kind';

/** Reads what a definition says that it is served as. An entry of another form is reported and left out. */
export function readGroupVersionKinds(definition: Cursor): readonly GroupVersionKind[] {
  const cursor = definition.at(keyword);
  if (cursor.isAbsent) return [];
  // Kubernetes writes a list; some generators write the one entry without it.
  const entries = Array.isArray(cursor.value) ? definition.list(keyword) : [cursor];
  return entries.flatMap((entry) => {
    if (isJsonObject(entry.value)) {
      const group = ownValue(entry.value, 'group') ?? '';
      const version = ownValue(entry.value, 'version') ?? '';
      const kind = ownValue(entry.value, 'kind');
      if (typeof group === 'string' && typeof version === 'string' && typeof kind === 'string') {
        return [{ group, version, kind }];
      }
    }
    entry.wrong('a group, version and kind');
    return [];
  });
}
