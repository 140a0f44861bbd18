import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { sommelier } from '../testing/meta-v1.js';
import { leaf, shelf, table, tasting, teapot } from '../testing/tea-v1.js';
import { compose } from './compose.ts';
import { definition } from './functions.ts';

describe('a patch', () => {
  it('is plain data: what the Jsonnet object would be printed as', () => {
    expect(teapot.spec.leaf.origin.withCountry('Nepal')).toStrictEqual({
      spec: { leaf: { origin: { country: 'Nepal' } } },
    });
    expect(teapot.metadata.withLabelsMixin({ tea: 'assam' })).toStrictEqual({
      metadata: { labels: { tea: 'assam' } },
    });
  });

  it('equals plain data for Node as well', () => {
    const patch = teapot.metadata.withLabelsMixin({ tea: 'assam' });
    expect(isDeepStrictEqual(patch, { metadata: { labels: { tea: 'assam' } } })).toBe(true);
  });

  it('wraps a single item of a list', () => {
    const addition = teapot.spec.additions.withName('sugar');
    expect(teapot.spec.withAdditions(addition)).toStrictEqual({
      spec: { additions: [{ name: 'sugar' }] },
    });
    expect(teapot.spec.withAdditionsMixin([addition])).toStrictEqual({
      spec: { additions: [{ name: 'sugar' }] },
    });
  });

  it('does not change with the argument that it was made from, nor the argument with it', () => {
    const labels = { tea: 'assam' };
    const kettles = ['first'];
    const patches = [teapot.metadata.withLabels(labels), teapot.spec.withKettles(kettles)] as const;
    labels.tea = 'mint';
    kettles.push('second');
    expect(compose(...patches)).toStrictEqual({
      metadata: { labels: { tea: 'assam' } },
      spec: { kettles: ['first'] },
    });
  });

  it('is refused for an argument that contains itself', () => {
    const endless: { [key: string]: string } = {};
    Reflect.set(endless, 'self', endless);
    expect(() => teapot.metadata.withLabels(endless)).toThrow(/^metadata\.labels\.self\.self/);
  });
});

describe('new', () => {
  it('sets apiVersion, kind and the name, which is added to metadata that is there', () => {
    const manifest = compose(teapot.metadata.withNamespace('kitchen'), teapot.new('brown'));
    expect(manifest).toStrictEqual({
      metadata: { namespace: 'kitchen', name: 'brown' },
      apiVersion: 'tea.example.com/v1',
      kind: 'Teapot',
    });
  });

  it('tells Tanka where a kind belongs to no namespace', () => {
    expect(shelf.new('upper')).toStrictEqual({
      apiVersion: 'tea.example.com/v1',
      kind: 'ShelfBoard',
      metadata: { name: 'upper', annotations: { 'tanka.dev/namespaced': 'false' } },
    });
  });

  it('takes no name for a kind without metadata', () => {
    expect(tasting.new()).toStrictEqual({ apiVersion: 'tea.example.com/v1', kind: 'Tasting' });
  });
});

describe('the functions', () => {
  it('leave apiVersion and kind out of the root only', () => {
    expect(Object.keys(teapot)).toEqual(['metadata', 'spec', 'new']);
    expect(Object.keys(leaf)).toEqual(['withKind', 'origin', 'withWeight']);
    expect(Object.keys(teapot.spec.leaf)).toContain('withApiVersion');
  });

  it('have the names and properties that the table says', () => {
    const { spec } = teapot;
    expect(spec.withCidr('10.0.0.0/8')).toStrictEqual({ spec: { CIDR: '10.0.0.0/8' } });
    expect(spec.with$Ref('#')).toStrictEqual({ spec: { $ref: '#' } });
    expect(spec.withImport('x')).toStrictEqual({ spec: { import: 'x' } });
    expect(spec.withDefault('x')).toStrictEqual({ spec: { default: 'x' } });
    expect(spec['x-steep'].withKind('x')).toStrictEqual({ spec: { 'x-steep': { kind: 'x' } } });
    expect(spec['withA > B: C*']({})).toStrictEqual({ spec: { 'a > b: c*': {} } });
    expect(spec.constructor.withKind('x')).toEqual({ spec: { constructor: { kind: 'x' } } });
    expect(JSON.stringify(spec.__proto__.withKind('x'))).toBe(
      '{"spec":{"__proto__":{"kind":"x"}}}',
    );
  });

  it('are made once, on first use', () => {
    const functions = definition(table, 'TeapotSpec');
    const before = Object.getOwnPropertyDescriptor(functions, 'blend');
    const { blend } = functions;
    expect(before).toHaveProperty('get');
    expect(functions['blend']).toBe(blend);
    expect(Object.getOwnPropertyDescriptor(functions, 'blend')).toHaveProperty('value', blend);
  });

  it('may come from modules that import each other', () => {
    expect(sommelier.favourite.origin.withCountry('Nepal')).toStrictEqual({
      favourite: { origin: { country: 'Nepal' } },
    });
  });

  it('may lead back to where they stand', () => {
    const rows = { Schema: 'not>Schema oneOf*Schema title' };
    let functions: unknown = definition({ rows }, 'Schema');
    for (let depth = 0; depth < 100; depth++) functions = Reflect.get(Object(functions), 'not');
    expect(Object.keys(Object(functions))).toEqual([
      'not',
      'withOneOf',
      'withOneOfMixin',
      'oneOf',
      'withTitle',
    ]);
  });
});
