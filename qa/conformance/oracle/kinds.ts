import type { GroupVersionKind } from '../../../packages/couplet/src/api/definition.ts';
import { keyOf } from './names.ts';
import type { RawDefinition, RawDefinitions } from './raw-definitions.ts';
import { objectAt } from './raw-definitions.ts';
import { formOf, References, targetOf, targetsIn } from './schemas.ts';

/** A kind of the library: where it stands in it, and what it is made from. */
export interface OracleKind {
  /** Group, version and key. */
  readonly place: readonly [string, string, string];
  readonly definition: RawDefinition;
  readonly served: GroupVersionKind | undefined;
}

/** The kinds that a library has, by section 1 of the format: OpenShift's own, or all that is served and referred to. */
export function kindsOf(definitions: RawDefinitions): readonly OracleKind[] {
  const references = new References(definitions);
  const ownNames = [...definitions.keys()].filter((name) =>
    name.startsWith('com.github.openshift.api.'),
  );
  const names = ownNames.length > 0 ? ownNames : servedAndReferred(definitions);
  return [...names].flatMap((name): readonly OracleKind[] => {
    const definition = definitions.get(name);
    if (definition === undefined || isList(definition)) return [];
    const form = formOf(references.find(definition.schema, name).schema);
    if (form !== 'object' && form !== 'map') return [];
    const [group = '', version = '', kind = ''] = name.split('.').slice(-3);
    return [
      { place: [group, version, keyOf(kind)], definition, served: served(definition, group) },
    ];
  });
}

function servedAndReferred(definitions: RawDefinitions): Iterable<string> {
  const names = new Set<string>();
  const open = [...definitions.values()].filter(
    ({ served: list, isCustomResource }) => list.length > 0 || isCustomResource,
  );
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (names.has(next.name)) continue;
    names.add(next.name);
    for (const target of targetsIn(next.schema)) {
      const definition = definitions.get(target);
      if (definition !== undefined) open.push(definition);
    }
  }
  return names;
}

function isList({ schema }: RawDefinition): boolean {
  const metadata = targetOf(objectAt(schema, 'properties', 'metadata'));
  return metadata?.split('.').at(-1) === 'ListMeta';
}

/** The most specific of those that are listed; of equals the group's own, then the first by name. */
function served({ served: list }: RawDefinition, group: string): GroupVersionKind | undefined {
  const scores = list.map((entry) => {
    const score = [entry.group !== '', entry.version !== '', entry.group.split('.')[0] === group];
    return { entry, score: score.map(Number).join(''), name: `${entry.group}/${entry.version}` };
  });
  scores.sort((left, right) => {
    if (left.score !== right.score) return left.score < right.score ? 1 : -1;
    return left.name < right.name ? -1 : 1;
  });
  return scores[0]?.entry;
}
