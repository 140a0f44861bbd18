import { Api } from './api.ts';
import { builtInNames } from './built-in-names.ts';
import type { Definition, Definitions, GroupVersionKind } from './definition.ts';
import { chooseGroupVersionKind, groupVersionKindKey } from './group-version-kind.ts';
import type { KindNames } from './kind.ts';
import { describesObject, Resolver } from './resolve.ts';
import type { Resource } from './resource.ts';

/** What documents say together. */
export interface ApiFacts {
  readonly definitions: Definitions;
  /** One for each kind that anything is said of. */
  readonly resources: readonly Resource[];
}

/** Makes an API of what documents say. */
export function apiOf({ definitions, resources }: ApiFacts): Api {
  const byKind = new Map(
    resources.map(
      (resource) => [groupVersionKindKey(resource.groupVersionKind), resource] as const,
    ),
  );
  const resourceOf = ({ groupVersionKind }: Pick<KindNames, 'groupVersionKind'>) =>
    byKind.get(groupVersionKindKey(groupVersionKind));
  const resolver = new Resolver(definitions);
  const kinds = [...definitions.values()]
    .filter((definition) => describesObject(definition, resolver))
    .flatMap((definition) => namesOf(definition, (kind) => resourceOf({ groupVersionKind: kind })));
  return new Api({
    kinds,
    definition: (name) => definitions.get(name),
    resource: resourceOf,
  });
}

function namesOf(
  definition: Definition,
  resourceOf: (kind: GroupVersionKind) => Resource | undefined,
): readonly KindNames[] {
  const [, , group = ''] = definition.name.split('.').toReversed();
  const main = chooseGroupVersionKind(definition, group);
  return definition.groupVersionKinds.map((groupVersionKind) => {
    const { kind, group: ofKind } = groupVersionKind;
    const resource = resourceOf(groupVersionKind);
    const builtIn = builtInNames.get(ofKind === '' ? kind : `${kind}.${ofKind}`);
    return {
      groupVersionKind,
      definition: definition.name,
      isMain: groupVersionKind === main,
      plural: resource?.plural ?? builtIn?.plural,
      singular: resource?.singular ?? kind.toLowerCase(),
      shortNames: resource?.shortNames ?? builtIn?.shortNames ?? [],
      categories: resource?.categories ?? builtIn?.categories ?? [],
    };
  });
}
