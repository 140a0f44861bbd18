import { Api } from './api.ts';
import { builtInNames } from './built-in-names.ts';
import type { Definition } from './definition.ts';
import { chooseGroupVersionKind, groupVersionKindKey } from './group-version-kind.ts';
import type { KindNames } from './kind.ts';
import { describesObject, Resolver } from './resolve.ts';
import type { ApiFacts, Resource } from './resource.ts';

/** Makes an API of what documents say. */
export function apiOf(facts: ApiFacts): Api {
  const resolver = new Resolver(facts.definitions);
  let resources: ReadonlyMap<string, Resource> | undefined;
  return new Api(
    {
      kinds: () => kindNamesOf(facts, resolver),
      definition: (name) => facts.definitions.get(name),
      resource: ({ groupVersionKind }) => {
        resources ??= resourcesByKind(facts);
        return resources.get(groupVersionKindKey(groupVersionKind));
      },
    },
    resolver,
  );
}

/** The kinds that documents define, in the order of their definitions. */
export function kindNamesOf(facts: ApiFacts, resolver: Resolver): readonly KindNames[] {
  const resources = resourcesByKind(facts);
  return [...facts.definitions.values()]
    .filter((definition) => describesObject(definition, resolver))
    .flatMap((definition) => namesOf(definition, resources));
}

function resourcesByKind({ resources }: ApiFacts): ReadonlyMap<string, Resource> {
  return new Map(
    resources.map((resource) => [groupVersionKindKey(resource.groupVersionKind), resource]),
  );
}

function namesOf(
  definition: Definition,
  resources: ReadonlyMap<string, Resource>,
): readonly KindNames[] {
  const main = chooseGroupVersionKind(definition);
  return definition.groupVersionKinds.map((groupVersionKind) => {
    const { kind, group: ofKind } = groupVersionKind;
    const resource = resources.get(groupVersionKindKey(groupVersionKind));
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
