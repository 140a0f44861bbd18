import { expect, it } from 'vitest';
import type { Definition } from '../api/definition.ts';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import { placeInText } from '../diagnostic/place.ts';
import type { Member, ObjectField, Shape } from './library.ts';
import { SizeLimits } from './limits.ts';

const definition: Definition = {
  name: 'com.example.tea.v1.Pot',
  schema: { kind: 'any' },
  groupVersionKinds: [],
  scope: undefined,
  origin: { dialect: 'openapi' },
  place: placeInText('tea.json'),
};

function shapeOf(members: readonly Member[]): Shape {
  return { definition: '', path: [], description: '', fields: [], members, gated: new Map() };
}

it('adds up a part once, in however many places it waits', () => {
  let reads = 0;
  const part = {
    ...shapeOf([]),
    get members(): readonly Member[] {
      reads += 1;
      return [];
    },
  };
  const field: ObjectField = {
    kind: 'object',
    property: 'lid',
    key: 'lid',
    argument: 'lid',
    argumentType: 'object',
    description: undefined,
    required: false,
    schema: { kind: 'any' },
    shape: part,
  };
  const members = Array.from({ length: 1000 }, (_, index): Member => {
    return { kind: 'namespace', name: `lid${index}`, field, shape: part, buildsItem: false };
  });
  const diagnostics = new Diagnostics();
  expect(new SizeLimits(diagnostics).allow(shapeOf(members), definition)).toBe(true);
  // It is looked at for what is below it, and then added up.
  expect(reads).toBe(2);
});
