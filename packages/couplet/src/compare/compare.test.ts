import { describe, expect, it } from 'vitest';
import { changeLines, compareCustomResources, compareDefinitions } from '../testing/comparison.ts';
import type { RawDefinitions } from '../testing/comparison.ts';
import { customResource } from '../testing/openshift.ts';

const text = { type: 'string' };

function served(kind: string, version = 'v1'): object {
  return {
    'x-kubernetes-group-version-kind': [{ group: 'tea.example.com', version, kind }],
  };
}

/** A kind with a part; both in OpenShift's package, so that there are definitions without a place. */
function api(spec: RawDefinitions, more: RawDefinitions = {}): RawDefinitions {
  return {
    'com.github.openshift.api.tea.v1.Pot': {
      properties: { spec: { $ref: '#/definitions/com.github.openshift.api.tea.v1.PotSpec' } },
      ...served('Pot'),
    },
    'com.github.openshift.api.tea.v1.PotSpec': { properties: { lid: text }, ...spec },
    ...more,
  };
}

function compare(before: RawDefinitions, after: RawDefinitions): readonly string[] {
  return changeLines(compareDefinitions(before, after));
}

/** What changed where the part has other fields, but in the kind that has the part. */
function compareFields(before: RawDefinitions, after: RawDefinitions): readonly string[] {
  const [old, own] = [before, after].map((properties) =>
    api({ properties: { z: text, ...properties } }),
  );
  return compare(old ?? {}, own ?? {}).map((line) =>
    line.replaceAll(/, tea\.v1\.pot\.spec\S*?(?=:|$)/g, ''),
  );
}

const spec = 'tea.v1.potSpec';

describe('a kind', () => {
  const cup = {
    'com.github.openshift.api.tea.v1.Cup': { properties: { size: text }, ...served('Cup') },
  };
  const leaf = { 'com.github.openshift.api.tea.v1.Leaf': { properties: { size: text } } };

  it('is added or removed, and told from a part', () => {
    expect(compare(api({}), api({}, { ...cup, ...leaf }))).toEqual([
      'kind-added tea.v1.cup',
      'part-added tea.v1.leaf',
    ]);
    expect(compare(api({}, { ...cup, ...leaf }), api({}))).toEqual([
      'kind-removed tea.v1.cup',
      'part-removed tea.v1.leaf',
    ]);
  });

  it('is found in another version when it is removed', () => {
    const [v1] = Object.values(cup);
    const old = {
      'com.github.openshift.api.tea.v1alpha1.Cup': { ...v1, ...served('Cup', 'v1alpha1') },
    };
    expect(compare(api({}, { ...cup, ...old }), api({}, cup))).toEqual([
      'kind-removed tea.v1alpha1.cup: see tea.v1.cup',
    ]);
    // Its constructor sets another version, as it has to.
    expect(compare(api({}, old), api({}, cup))).toEqual([
      'kind-moved tea.v1.cup: tea.v1alpha1.cup → tea.v1.cup',
    ]);
  });

  it('may be served no longer, or anew', () => {
    const part = { 'com.github.openshift.api.tea.v1.Cup': { properties: { size: text } } };
    expect(compare(api({}, cup), api({}, part))).toEqual(['function-removed tea.v1.cup.new']);
    expect(compare(api({}, part), api({}, cup))).toEqual(['function-added tea.v1.cup.new']);
  });

  it('has a constructor that may set something else', () => {
    const metadata = { properties: { name: text } };
    const named = {
      'com.github.openshift.api.tea.v1.Cup': {
        properties: { size: text, metadata },
        ...served('Cup', 'v2'),
      },
    };
    expect(compare(api({}, cup), api({}, named))).toEqual([
      'function-changed tea.v1.cup.new: new(), apiVersion tea.example.com/v1 → new(name), apiVersion tea.example.com/v2',
      'function-added tea.v1.cup.metadata',
    ]);
  });
});

describe('a version of a CRD', () => {
  const withVersion = (version: Readonly<Record<string, unknown>>): readonly unknown[] => [
    customResource({ group: 'tea.example.com', version }),
  ];

  it('is deprecated, or no longer', () => {
    const [old, own] = [withVersion({}), withVersion({ deprecated: true })];
    expect(changeLines(compareCustomResources(old, own))).toEqual(['deprecated tea.v1.brew']);
    expect(changeLines(compareCustomResources(own, old))).toEqual([
      'no-longer-deprecated tea.v1.brew',
    ]);
  });

  it('is served no longer, or anew', () => {
    const [old, own] = [withVersion({ served: true }), withVersion({ served: false })];
    expect(changeLines(compareCustomResources(old, own))).toEqual([
      'function-removed tea.v1.brew.new: no API serves it',
      'function-added tea.v1.brew.withKind',
    ]);
    expect(changeLines(compareCustomResources(own, old))).toEqual([
      'function-removed tea.v1.brew.withKind',
      'function-added tea.v1.brew.new',
    ]);
  });
});

describe('a function', () => {
  it('is one change in all places that have it', () => {
    expect(compare(api({}), api({ properties: { lid: text, size: text } }))).toEqual([
      'function-added tea.v1.potSpec.withSize, tea.v1.pot.spec.withSize',
    ]);
  });

  it('of a list and of a map comes with the one that adds', () => {
    expect(compareFields({}, { leaves: { type: 'array', items: text } })).toEqual([
      `function-added ${spec}.withLeaves`,
      `function-added ${spec}.withLeavesMixin`,
    ]);
    expect(compareFields({ leaves: { type: 'array', items: text } }, { leaves: text })).toEqual([
      `function-removed ${spec}.withLeavesMixin`,
      `retyped ${spec}.withLeaves: array of string → string`,
    ]);
  });

  it('gives way to a namespace where an object gets fields', () => {
    const inner = { properties: { black: text } };
    expect(compareFields({ tea: { type: 'object' } }, { tea: inner })).toEqual([
      `function-removed ${spec}.withTea`,
      `function-removed ${spec}.withTeaMixin`,
      `function-added ${spec}.tea`,
    ]);
  });

  it('sets another field, or builds an item of it, under the same name', () => {
    expect(compareFields({ CIDR: text }, { cidr: text })).toEqual([
      `function-changed ${spec}.withCidr: sets CIDR → sets cidr`,
    ]);
    const inner = { properties: { black: text } };
    expect(compareFields({ tea: { type: 'array', items: inner } }, { tea: inner })).toEqual([
      `function-removed ${spec}.withTea`,
      `function-removed ${spec}.withTeaMixin`,
      `function-changed ${spec}.tea: builds an item of tea → sets tea`,
    ]);
  });

  it('with an odd name is quoted', () => {
    expect(compareFields({}, { 'a b': text })).toEqual([
      `function-added ${spec}["withA B"], tea.v1.pot.spec["withA B"]`,
    ]);
  });
});

describe('a field', () => {
  it('becomes required, or is no longer', () => {
    const required = api({ required: ['lid'] });
    const places = 'tea.v1.potSpec.withLid, tea.v1.pot.spec.withLid';
    expect(compare(api({}), required)).toEqual([`newly-required ${places}`]);
    expect(compare(required, api({}))).toEqual([`no-longer-required ${places}`]);
  });

  it('may be new and required at once', () => {
    const more = api({ properties: { lid: text, size: text }, required: ['size'] });
    expect(compare(api({}), more)).toEqual([
      'newly-required tea.v1.potSpec.withSize, tea.v1.pot.spec.withSize',
      'function-added tea.v1.potSpec.withSize, tea.v1.pot.spec.withSize',
    ]);
  });

  it('is deprecated, or no longer', () => {
    const old = { lid: { ...text, description: 'Covers.' } };
    const own = { lid: { ...text, description: 'Covers. Deprecated: use a cosy.' } };
    expect(compareFields(old, own)).toEqual([`deprecated ${spec}.withLid`]);
    expect(compareFields(own, old)).toEqual([`no-longer-deprecated ${spec}.withLid`]);
    expect(compareFields({ lid: text }, { lid: { ...text, deprecated: true } })).toHaveLength(1);
  });

  it('is reworded only where that is asked for', () => {
    const [old, own] = ['Covers.', 'Keeps it warm.'].map((description) => api({ description }));
    expect(compare(old ?? {}, own ?? {})).toEqual([]);
    expect(changeLines(compareDefinitions(old ?? {}, own ?? {}, true))).toEqual([
      'reworded tea.v1.pot.spec: Covers. → Keeps it warm.',
      'reworded tea.v1.potSpec: Covers. → Keeps it warm.',
    ]);
  });
});

describe('a namespace', () => {
  it('that is gone is not told again for what is in it', () => {
    const deep = { properties: { deeper: { properties: { black: text } } }, required: ['deeper'] };
    expect(compareFields({ tea: deep }, {})).toEqual([`function-removed ${spec}.tea`]);
    expect(compareFields({}, { tea: deep })).toEqual([`function-added ${spec}.tea`]);
  });
});

it('changes nothing where definitions are ordered and named in another way', () => {
  const before = api({});
  const names = JSON.stringify(before).replaceAll('PotSpec', 'Specification');
  const renamed: RawDefinitions = Object.fromEntries(
    Object.entries(JSON.parse(names)).toReversed(),
  );
  // The part has another place; the kind that has it is the same.
  expect(compare(before, renamed)).toEqual([
    'part-removed tea.v1.potSpec',
    'part-added tea.v1.specification',
  ]);
});
