import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { Definition } from '../api/definition.ts';
import { documentOf } from '../testing/pipeline.ts';
import { nameKinds } from './kind-names.ts';

function definitionOf(name: string): Definition {
  return {
    name,
    schema: { kind: 'any' },
    groupVersionKinds: [],
    origin: { dialect: 'openapi-v2' },
    scope: undefined,
    place: { locator: documentOf({}), path: [] },
  };
}

interface Outcome {
  /** The place of each definition in the library. */
  readonly places: ReadonlyMap<string, string>;
  readonly problems: readonly string[];
}

function nameAll(names: readonly string[]): Outcome {
  const diagnostics = new Diagnostics();
  const named = nameKinds(names.map(definitionOf), diagnostics);
  return {
    places: new Map(
      named.map(({ definition, group, version, key }) => [
        definition.name,
        `${group}.${version}.${key}`,
      ]),
    ),
    problems: diagnostics.list().map(({ code, message }) => `${code}: ${message}`),
  };
}

describe('kinds that want one place', () => {
  it('are told apart by their domain, and reported', () => {
    const { places, problems } = nameAll([
      'com.example.tea.v1.Pot',
      'org.example.shop.tea.v1.Pot',
      'com.example.tea.v1.Cup',
    ]);
    expect([...places]).toEqual([
      ['com.example.tea.v1.Cup', 'tea.v1.cup'],
      ['com.example.tea.v1.Pot', 'tea.v1.pot'],
      ['org.example.shop.tea.v1.Pot', 'tea.v1.pot_tea_shop_example_org'],
    ]);
    expect(problems).toEqual([
      'kind-clash: "org.example.shop.tea.v1.Pot" wants the place of "com.example.tea.v1.Pot" ' +
        'and is generated as "tea.v1.pot_tea_shop_example_org"',
    ]);
  });

  it('are those that differ in case only', () => {
    const { places } = nameAll(['com.example.tea.v1.TeaPot', 'com.example.tea.v1.Teapot']);
    expect([...places.values()]).toEqual(['tea.v1.teaPot', 'tea.v1.teapot_tea_example_com']);
    const groups = nameAll(['com.example.Tea.v1.Pot', 'com.example.tea.v1.Pot']);
    expect(new Set([...groups.places.values()].map((place) => place.toLowerCase())).size).toBe(2);
    expect(groups.places.get('com.example.tea.v1.Pot')).toBe('tea.v1.pot');
  });

  it('leave the plain key to the platform, though other names are shorter', () => {
    const { places } = nameAll([
      'io.config.v1.Image',
      'com.github.openshift.api.config.v1.Image',
      'com.example.config.v1.Image',
    ]);
    expect(places.get('com.github.openshift.api.config.v1.Image')).toBe('config.v1.image');
    expect(places.get('io.config.v1.Image')).toBe('config.v1.image_config_io');
    expect(places.get('com.example.config.v1.Image')).toBe('config.v1.image_config_example_com');
  });

  it('are not lost where somebody gave a kind the name that they would get', () => {
    const { places } = nameAll([
      'a.tea.v1.Pot',
      'a.tea.v1.pot_tea_b',
      'b.tea.v1.Pot',
      'b.tea.v1.pot_tea_b',
    ]);
    expect(new Set(places.values()).size).toBe(4);
  });

  it('do not need three labels to be reported', () => {
    expect(nameAll(['Pot', 'v1.Pot']).problems).toEqual([
      'unnamed-kind: "Pot" does not end in a group, a version and a kind',
      'unnamed-kind: "v1.Pot" does not end in a group, a version and a kind',
    ]);
  });
});

const word = fc.constantFrom('tea', 'shop', 'example', 'org', 'io', 'com');
const kind = fc.constantFrom('Pot', 'POT', 'TeaPot', 'Teapot', 'CUP', 'Cup', 'Main', 'Con');
const domain = fc.oneof(
  fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join('.')),
  fc.constantFrom('com.github.openshift.api.tea', 'io.openshift.tea', 'io.k8s.api.shop'),
);
const ordinaryName = fc
  .tuple(domain, fc.constantFrom('v1', 'v1beta1'), kind)
  .map((parts) => parts.join('.'));
const ordinaryNames = fc.uniqueArray(ordinaryName, { maxLength: 12 });
const anyNames = fc.uniqueArray(
  fc
    .array(fc.oneof(word, fc.string({ maxLength: 4 })), { minLength: 1, maxLength: 6 })
    .map((labels) => labels.join('.')),
  { maxLength: 12 },
);

/** No API serves two kinds of one group whose names differ in case only; these do take each other's names. */
function differInCaseOnly(names: readonly string[]): boolean {
  return new Set(names.map((name) => name.toLowerCase())).size < names.length;
}

function isPlatform(name: string): boolean {
  return name.startsWith('com.github.openshift.api.') || /^io\.(k8s|openshift)\./.test(name);
}

describe('the rule for clashes', () => {
  it('gives every definition a place of its own, also where case is ignored', () => {
    fc.assert(
      fc.property(anyNames, (names) => {
        const { places } = nameAll(names);
        expect(places.size).toBe(names.filter((name) => name.split('.').length > 2).length);
        expect(new Set([...places.values()].map((place) => place.toLowerCase())).size).toBe(
          places.size,
        );
      }),
    );
  });

  it('does not depend on the order of the definitions', () => {
    fc.assert(
      fc.property(anyNames, (names) => {
        expect(nameAll(names.toReversed()).places).toEqual(nameAll(names).places);
      }),
    );
  });

  it('renames, where a definition is added, at most the one whose plain key it takes', () => {
    fc.assert(
      fc.property(ordinaryNames, ordinaryName, (names, added) => {
        fc.pre(!names.includes(added) && !differInCaseOnly([...names, added]));
        const before = nameAll(names).places;
        const after = nameAll([...names, added]).places;
        const renamed = names.filter((name) => after.get(name) !== before.get(name));
        expect(renamed.length).toBeLessThanOrEqual(1);
        for (const name of renamed) {
          expect(after.get(added)?.toLowerCase()).toBe(before.get(name)?.toLowerCase());
        }
      }),
    );
  });

  it('renames nothing of the platform when something else is added', () => {
    fc.assert(
      fc.property(ordinaryNames, ordinaryName, (names, added) => {
        fc.pre(!names.includes(added) && !isPlatform(added));
        const before = nameAll(names).places;
        const after = nameAll([...names, added]).places;
        for (const name of names.filter(isPlatform)) expect(after.get(name)).toBe(before.get(name));
      }),
    );
  });
});
