import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../../diagnostic/diagnostics.ts';
import {
  brew,
  customResource,
  definitionIn,
  fieldIn,
  merge,
  objectIn,
  objectMeta,
  objectWith,
  prefix,
  reference,
} from '../../testing/openshift.ts';
import { documentOf, openApi } from '../../testing/pipeline.ts';
import { readDefinitions } from '../read.ts';

const text = { type: 'string' };

describe('a kind with a definition and a CRD', () => {
  const spec = {
    type: 'object',
    required: ['leaves'],
    description: 'Another text.',
    properties: {
      leaves: {
        type: 'string',
        enum: ['black', 'green'],
        default: 'black',
        description: 'Another text.',
      },
      size: { type: 'integer', maximum: 9 },
    },
    'x-kubernetes-validations': [{ rule: 'self.size > 0' }],
  };
  const outcome = merge(brew, customResource({ spec }));

  it('is the definition, served as the CRD says', () => {
    expect(outcome.codes).toEqual([]);
    expect(definitionIn(outcome, 'config.v1.Brew')).toMatchObject({
      groupVersionKinds: [{ group: 'config.openshift.io', version: 'v1', kind: 'Brew' }],
      scope: 'Cluster',
    });
    expect([...outcome.definitions.keys()].filter((name) => name.endsWith('Brew'))).toHaveLength(1);
  });

  it('keeps its texts, references and parts', () => {
    expect(fieldIn(outcome, 'config.v1.Brew', 'spec')).toMatchObject({
      kind: 'reference',
      target: `${prefix}config.v1.BrewSpec`,
      description: 'What to brew.',
    });
    expect(definitionIn(outcome, 'config.v1.BrewSpec').schema.description).toBe(
      'Says what to brew.',
    );
  });

  it('has all other facts from the CRD, also in its parts', () => {
    expect([...objectIn(outcome, 'config.v1.Brew').required]).toEqual(['spec']);
    expect([...objectIn(outcome, 'config.v1.BrewSpec').required]).toEqual(['leaves']);
    expect(fieldIn(outcome, 'config.v1.BrewSpec', 'leaves')).toEqual({
      kind: 'string',
      type: 'string',
      description: 'Leaves to use.',
      enum: ['black', 'green'],
      default: 'black',
    });
    expect(fieldIn(outcome, 'config.v1.BrewSpec', 'size')).toMatchObject({ maximum: 9 });
    expect(definitionIn(outcome, 'config.v1.BrewSpec').schema.validations).toEqual([
      { rule: 'self.size > 0' },
    ]);
    // What stands with the definition does not stand beside the reference again.
    expect(fieldIn(outcome, 'config.v1.Brew', 'spec')?.validations).toBeUndefined();
  });
});

describe('a part that several kinds share', () => {
  const shared = {
    'config.v1.Lid': { type: 'object', properties: { colour: text, knob: text } },
    'config.v1.Brew': objectWith(reference('config.v1.Lid')),
    'config.v1.Cup': objectWith(reference('config.v1.Lid')),
  };
  const lid = (facts: object, colour: object): unknown => ({
    type: 'object',
    ...facts,
    properties: { colour: { type: 'string', ...colour }, knob: text },
  });
  const rules = (...texts: readonly string[]): object => ({
    'x-kubernetes-validations': texts.map((rule) => ({ rule })),
  });
  const outcome = merge(
    shared,
    customResource({
      spec: lid(
        { required: ['colour', 'knob'], minProperties: 1, maxProperties: 4, ...rules('a', 'b') },
        { pattern: '^a', maxLength: 3 },
      ),
    }),
    customResource({
      kind: 'Cup',
      spec: lid(
        { required: ['colour'], minProperties: 1, maxProperties: 5, ...rules('b', 'c') },
        { pattern: '^b', maxLength: 3 },
      ),
    }),
  );

  it('has the facts in which all agree', () => {
    expect(fieldIn(outcome, 'config.v1.Lid', 'colour')).toEqual({
      kind: 'string',
      type: 'string',
      maxLength: 3,
    });
    expect([...objectIn(outcome, 'config.v1.Lid').required]).toEqual(['colour']);
    expect(definitionIn(outcome, 'config.v1.Lid').schema.minProperties).toBe(1);
    expect(definitionIn(outcome, 'config.v1.Lid').schema.maxProperties).toBeUndefined();
    expect(definitionIn(outcome, 'config.v1.Lid').schema.validations).toEqual([{ rule: 'b' }]);
  });

  it('has what is particular to a place beside the reference', () => {
    expect(fieldIn(outcome, 'config.v1.Brew', 'spec')).toEqual({
      kind: 'reference',
      target: `${prefix}config.v1.Lid`,
      maxProperties: 4,
      validations: [{ rule: 'a' }, { rule: 'b' }],
    });
    expect(fieldIn(outcome, 'config.v1.Cup', 'spec')).toMatchObject({ maxProperties: 5 });
  });
});

describe('structures', () => {
  it('are followed through lists and maps', () => {
    const definitions = {
      'config.v1.Brew': objectWith({
        type: 'object',
        properties: {
          lids: { type: 'array', items: reference('config.v1.Lid') },
          cups: { type: 'object', additionalProperties: reference('config.v1.Cup') },
        },
      }),
      'config.v1.Lid': { type: 'object', properties: { colour: text } },
      'config.v1.Cup': { type: 'object', properties: { size: text } },
    };
    const item = (name: string): unknown => ({
      type: 'object',
      properties: { [name]: { type: 'string', maxLength: 7 } },
    });
    const spec = {
      type: 'object',
      properties: {
        lids: { type: 'array', maxItems: 3, items: item('colour') },
        cups: { type: 'object', additionalProperties: item('size') },
      },
    };
    const outcome = merge(definitions, customResource({ spec }));
    expect(fieldIn(outcome, 'config.v1.Lid', 'colour')?.maxLength).toBe(7);
    expect(fieldIn(outcome, 'config.v1.Cup', 'size')?.maxLength).toBe(7);
    const own = fieldIn(outcome, 'config.v1.Brew', 'spec');
    expect(own?.kind === 'object' && own.properties.get('lids')?.maxItems).toBe(3);
  });

  it('stay where a CRD has another type, and where it says nothing', () => {
    const spec = { type: 'object', properties: { leaves: { type: 'integer', maximum: 3 } } };
    const outcome = merge(brew, customResource({ spec }));
    expect(fieldIn(outcome, 'config.v1.BrewSpec', 'leaves')).toMatchObject({
      kind: 'string',
      default: '',
    });
    expect(fieldIn(outcome, 'config.v1.BrewSpec', 'leaves')?.maximum).toBeUndefined();
    expect(fieldIn(outcome, 'config.v1.BrewSpec', 'size')).toEqual({
      kind: 'integer',
      type: 'integer',
    });
  });

  it('get what only CRDs have, and what a reference leads to that is not defined', () => {
    const definitions = {
      'config.v1.Brew': objectWith({
        type: 'object',
        properties: { lid: reference('config.v1.Nothing') },
      }),
    };
    const lid = { type: 'object', properties: { colour: text } };
    const outcome = merge(
      definitions,
      customResource({ spec: { type: 'object', properties: { lid, cup: text } } }),
    );
    const own = fieldIn(outcome, 'config.v1.Brew', 'spec');
    if (own?.kind !== 'object') throw new Error('the spec is no object');
    expect(own.properties.get('cup')).toEqual({ kind: 'string', type: 'string' });
    expect(own.properties.get('lid')?.kind).toBe('object');
    expect(outcome.codes).toEqual([]);
  });

  it('of Kubernetes stay as they are, and CRDs say beside the reference what they say', () => {
    const time = 'io.k8s.apimachinery.pkg.apis.meta.v1.Time';
    const definitions = openApi({
      [`${prefix}config.v1.Brew`]: objectWith({ $ref: `#/definitions/${time}` }),
      [time]: { type: 'string' },
      ...objectMeta,
    });
    const all = readDefinitions(
      [definitions, documentOf(customResource({ spec: { type: 'string', maxLength: 9 } }))],
      new Diagnostics(),
    );
    expect(all.get(time)?.schema).toEqual({ kind: 'string', type: 'string' });
    const schema = all.get(`${prefix}config.v1.Brew`)?.schema;
    expect(schema?.kind === 'object' && schema.properties.get('spec')).toEqual({
      kind: 'reference',
      target: time,
      maxLength: 9,
    });
  });

  it('that lead back to themselves end where the CRD ends', () => {
    const definitions = {
      'config.v1.Brew': objectWith(reference('config.v1.Lid')),
      'config.v1.Lid': {
        type: 'object',
        properties: { lid: reference('config.v1.Lid'), size: { type: 'integer' } },
      },
    };
    const size = { type: 'integer', minimum: 1 };
    const below = { type: 'object', properties: { size } };
    const outcome = merge(
      definitions,
      customResource({ spec: { type: 'object', properties: { lid: below, size } } }),
    );
    expect(fieldIn(outcome, 'config.v1.Lid', 'size')).toMatchObject({ minimum: 1 });
    expect(fieldIn(outcome, 'config.v1.Lid', 'lid')?.kind).toBe('reference');
  });
});
