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
      const found = groupVersionKindOf(
        ownValue(entry.value, 'group') ?? '',
        ownValue(entry.value, 'version') ?? '',
        ownValue(entry.value, 'kind'),
      );
      if (found !== undefined) return [found];
    }
    entry.wrong('a group, version and kind');
    return [];
  });
}

/** Makes a group, version and kind of three values; `undefined` where one of them is no text. */
export function groupVersionKindOf(
  group: unknown,
  version: unknown,
  kind: unknown,
): GroupVersionKind | undefined {
  const isNamed =
    typeof group === 'string' && typeof version === 'string' && typeof kind === 'string';
  return isNamed ? { group, version, kind } : undefined;
}
