import type { Path } from '../../diagnostic/place.ts';
import type { GroupVersionKind } from '../../api/definition.ts';
import type { JsonObject } from '../../json/object.ts';
import { describe, isJsonObject, ownValue } from '../../json/object.ts';
import type { SchemaContext } from '../schema/context.ts';
import { reportAt } from '../schema/context.ts';
import { readerProblems } from '../problems.ts';

const keyword = 'x-kubernetes-group-version-kind';

/** What a definition says that it is served as. An entry of another form is reported and left out. */
export function readGroupVersionKinds(
  raw: JsonObject,
  path: Path,
  context: SchemaContext,
): readonly GroupVersionKind[] {
  const value = ownValue(raw, keyword);
  if (value === undefined || value === null) return [];
  // Kubernetes writes a list; some generators write the one entry without it.
  const entries: readonly unknown[] = Array.isArray(value) ? value : [value];
  return entries.flatMap((entry, index) => {
    if (isJsonObject(entry)) {
      const group = ownValue(entry, 'group') ?? '';
      const version = ownValue(entry, 'version') ?? '';
      const kind = ownValue(entry, 'kind');
      if (typeof group === 'string' && typeof version === 'string' && typeof kind === 'string') {
        return [{ group, version, kind }];
      }
    }
    const found = describe(entry);
    const expected = 'a group, version and kind';
    reportAt(context, [...path, keyword, index], readerProblems['wrong-type'], { expected, found });
    return [];
  });
}
