import { describe, expect, it } from 'vitest';
import type { Resource, ResourceFacts } from '../../api/resource.ts';
import { placeInText } from '../../diagnostic/place.ts';
import { mergeResources } from './resources.ts';

function resource(kind: string, facts: ResourceFacts, group = 'tea.example.com'): Resource {
  return {
    ...facts,
    groupVersionKind: { group, version: 'v1', kind },
    origin: { dialect: 'crd', document: 'pots.yaml' },
    place: placeInText('pots.yaml'),
  };
}

/** What is left of resources, without where it comes from. */
function merge(...sources: readonly (readonly Resource[])[]): readonly object[] {
  return mergeResources(sources).map((each) => ({
    ...each,
    groupVersionKind: undefined,
    origin: undefined,
    place: undefined,
    name: nameOf(each),
  }));
}

function nameOf({ groupVersionKind: { group, kind } }: Resource): string {
  return `${group}/${kind}`;
}

describe('mergeResources', () => {
  it('believes the first source that has a fact', () => {
    expect(
      merge(
        [resource('Pot', { plural: 'pots', hasStatus: false })],
        [resource('Pot', { plural: 'kettles', hasStatus: true, verbs: ['get'] })],
        [resource('Pot', { verbs: ['list'], scope: 'Cluster' })],
      ),
    ).toEqual([
      {
        name: 'tea.example.com/Pot',
        plural: 'pots',
        hasStatus: false,
        verbs: ['get'],
        scope: 'Cluster',
      },
    ]);
  });

  it('takes the place with more verbs, of equals the first by name', () => {
    const verbs = ['get', 'list'];
    expect(
      merge([
        resource('Pot', { plural: 'warmpots', verbs }),
        resource('Pot', { plural: 'pots', verbs }),
        resource('Pot', { plural: 'brewedpots', verbs: ['create'] }),
      ]),
    ).toEqual([{ name: 'tea.example.com/Pot', plural: 'pots', verbs }]);
  });

  it('orders by group and kind, whatever the order of the sources', () => {
    const pot = resource('Pot', {});
    const cup = resource('Cup', {});
    const jug = resource('Jug', {}, 'milk.example.com');
    const ordered = ['milk.example.com/Jug', 'tea.example.com/Cup', 'tea.example.com/Pot'];
    const names = (...sources: readonly (readonly Resource[])[]) =>
      mergeResources(sources).map(nameOf);
    expect(names([pot, cup], [jug])).toEqual(ordered);
    expect(names([jug], [cup, pot])).toEqual(ordered);
  });
});
