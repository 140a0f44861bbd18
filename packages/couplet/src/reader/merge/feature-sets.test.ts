import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../../diagnostic/diagnostics.ts';
import type { Definitions } from '../../api/definition.ts';
import type { ObjectSchema, Schema } from '../../schema/schema.ts';
import { documentOf } from '../../testing/pipeline.ts';
import { readDefinitions } from '../read.ts';

interface Variant {
  readonly featureSet?: string;
  readonly profiles?: readonly string[];
  readonly kind?: string;
  readonly schema?: unknown;
}

function crd({
  featureSet,
  profiles = [],
  kind = 'Pot',
  schema = { type: 'object' },
}: Variant): unknown {
  const annotations = Object.fromEntries([
    ...(featureSet === undefined ? [] : [['release.openshift.io/feature-set', featureSet]]),
    ...profiles.map((profile) => [`include.release.openshift.io/${profile}`, 'true']),
  ]);
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { annotations },
    spec: {
      group: 'tea.example.com',
      names: { kind },
      scope: 'Namespaced',
      versions: [{ name: 'v1', schema: { openAPIV3Schema: schema } }],
    },
  };
}

interface Outcome {
  readonly definitions: Definitions;
  readonly problems: readonly string[];
}

function read(variants: readonly Variant[], featureSet?: string): Outcome {
  const diagnostics = new Diagnostics();
  const documents = variants.map((variant) => documentOf(crd(variant)));
  const definitions = readDefinitions(documents, diagnostics, { featureSet });
  return {
    definitions,
    problems: diagnostics.list().map(({ code, message }) => `${code}: ${message}`),
  };
}

function potOf({ definitions }: Outcome): ObjectSchema {
  const schema = definitions.get('com.example.tea.v1.Pot')?.schema;
  if (schema?.kind !== 'object') throw new Error('there is no pot');
  return schema;
}

function describing(description: string): unknown {
  return { type: 'object', description };
}

const variants = [
  { featureSet: 'Default', schema: describing('default') },
  { featureSet: 'TechPreviewNoUpgrade,DevPreviewNoUpgrade', schema: describing('preview') },
];

describe('feature sets', () => {
  it('choose one of the variants of a CRD, Default by default', () => {
    expect(potOf(read(variants)).description).toBe('default');
    expect(potOf(read(variants, 'Default')).description).toBe('default');
    expect(potOf(read(variants, 'TechPreviewNoUpgrade')).description).toBe('preview');
    expect(potOf(read(variants, 'DevPreviewNoUpgrade')).description).toBe('preview');
    expect(read(variants, 'DevPreviewNoUpgrade').problems).toEqual([]);
  });

  it('all have a CRD that names none', () => {
    const all = [{ schema: describing('all') }, { kind: 'Cup', featureSet: 'Other' }];
    expect(potOf(read(all, 'Other')).description).toBe('all');
    expect(potOf(read([{ featureSet: '', schema: describing('all') }])).description).toBe('all');
  });

  it('leave out a kind that only others have, and say so', () => {
    const { definitions, problems } = read([{ featureSet: 'Other' }, { kind: 'Cup' }]);
    expect(definitions.has('com.example.tea.v1.Pot')).toBe(false);
    expect(definitions.has('com.example.tea.v1.Cup')).toBe(true);
    expect(problems).toEqual([
      'other-feature-sets: "com.example.tea.v1.Pot" is left out: it is in "Other", not in "Default"',
    ]);
  });

  it('that no CRD is for are an error', () => {
    expect(read(variants, 'TechPreview').problems).toContain(
      'unknown-feature-set: no custom resource definition is for the feature set "TechPreview", ' +
        'but for "Default", "DevPreviewNoUpgrade", "TechPreviewNoUpgrade"',
    );
    expect(read([{ kind: 'Cup' }], 'TechPreview').problems).toEqual([]);
  });
});

describe('cluster profiles', () => {
  const hosted = { profiles: ['ibm-cloud-managed'], schema: describing('hosted') };
  const own = { profiles: ['self-managed-high-availability'], schema: describing('own') };

  it('choose the variant for clusters that run their own control plane', () => {
    const outcome = read([hosted, own]);
    expect(potOf(outcome).description).toBe('own');
    expect(outcome.problems).toEqual([]);
    expect(potOf(read([hosted])).description).toBe('hosted');
  });

  it('do not hide that two CRDs contradict each other', () => {
    const outcome = read([own, { schema: describing('any') }]);
    expect(potOf(outcome).description).toBe('own');
    expect(outcome.problems).toEqual([
      'duplicate-definition: "com.example.tea.v1.Pot" is defined a second time',
    ]);
    expect(read([own, own]).problems).toEqual([]);
  });
});

describe('fields that not every feature set has', () => {
  const text = { type: 'string' };
  const withFields = (fields: object): unknown => ({
    type: 'object',
    properties: {
      spec: {
        type: 'object',
        properties: {
          lids: { type: 'array', items: { type: 'object', properties: fields } },
          cups: { type: 'object', additionalProperties: { type: 'object', properties: fields } },
        },
      },
    },
  });
  const both = [
    { featureSet: 'Default', schema: withFields({ colour: text }) },
    { featureSet: 'Tech', schema: withFields({ colour: text, size: text }) },
    { featureSet: 'Dev', schema: withFields({ colour: text, size: text, weight: text }) },
  ];

  function fieldsBelow(schema: Schema): readonly ObjectSchema[] {
    const spec = schema.kind === 'object' ? schema.properties.get('spec') : undefined;
    if (spec?.kind !== 'object') throw new Error('there is no spec');
    const lids = spec.properties.get('lids');
    const cups = spec.properties.get('cups');
    const below = [
      lids?.kind === 'array' ? lids.items : undefined,
      cups?.kind === 'object' ? cups.additional : undefined,
    ];
    return below.filter(
      (each): each is ObjectSchema => typeof each === 'object' && each.kind === 'object',
    );
  }

  it.each([
    ['Default', ['colour']],
    ['Tech', ['colour', 'size']],
    ['Dev', ['colour', 'size', 'weight']],
  ])('are marked with those that have them, also when %s is read', (featureSet, names) => {
    const below = fieldsBelow(potOf(read(both, featureSet)));
    expect(below.length).toBe(2);
    for (const { properties, gated } of below) {
      expect([...properties.keys()]).toEqual(names);
      expect(gated).toEqual(
        new Map([
          ['size', ['Dev', 'Tech']],
          ['weight', ['Dev']],
        ]),
      );
    }
  });

  it('are not marked where every set has them', () => {
    const same = both.map(({ featureSet }) => ({
      featureSet,
      schema: withFields({ colour: text }),
    }));
    for (const { gated } of fieldsBelow(potOf(read(same)))) expect(gated).toBeUndefined();
  });
});
