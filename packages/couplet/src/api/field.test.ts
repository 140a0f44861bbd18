import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import { readApiFacts } from '../reader/read.ts';
import { openApi } from '../testing/pipeline.ts';
import { parseFieldPath, values } from './field-path.ts';
import type { ApiField } from './field.ts';
import { apiOf } from './from-documents.ts';

const text = { type: 'string' };
const leaf = { $ref: '#/definitions/com.example.tea.v1.Leaf' };

const [pot] = apiOf(
  readApiFacts(
    [
      openApi({
        'com.example.tea.v1.Pot': {
          type: 'object',
          required: ['best'],
          properties: {
            best: { ...leaf, description: 'The best.', maxProperties: 1 },
            leaves: { type: 'array', items: { type: 'array', items: leaf } },
            byName: { type: 'object', additionalProperties: leaf },
            closed: { type: 'object', additionalProperties: false },
            open: { type: 'object', properties: { lid: text }, additionalProperties: true },
            untyped: {},
            old: { ...text, description: 'Deprecated: use best.' },
            tags: { $ref: '#/definitions/com.example.tea.v1.Tags' },
            lost: { $ref: '#/definitions/com.example.tea.v1.Lost' },
          },
          'x-kubernetes-group-version-kind': [
            { group: 'tea.example.com', version: 'v1', kind: 'Pot' },
          ],
        },
        'com.example.tea.v1.Tags': {
          type: 'array',
          items: { $ref: '#/definitions/com.example.tea.v1.Tags' },
        },
        'com.example.tea.v1.Leaf': {
          type: 'object',
          description: 'A leaf.',
          minProperties: 1,
          maxProperties: 1,
          properties: { colour: { ...text, enum: ['green'], pattern: 'e' }, next: leaf },
        },
      }),
    ],
    new Diagnostics(),
  ),
).kinds;

function field(path: string): ApiField | undefined {
  return pot?.field(path);
}

describe('a field', () => {
  it('has what its reference says before what that leads to, and the limits of both', () => {
    const best = field('best');
    expect(best?.description).toBe('The best.');
    expect(best?.limits).toEqual([
      { name: 'Entries', text: 'at most 1' },
      { name: 'Entries', text: '1' },
    ]);
    expect([best?.isRequired, best?.definition]).toEqual([true, 'com.example.tea.v1.Leaf']);
  });

  it.each([
    ['best', 'tea.v1.Leaf'],
    ['leaves', 'array of array of tea.v1.Leaf'],
    ['byName', 'map of tea.v1.Leaf'],
    ['closed', 'object'],
    ['open', 'object with lid'],
    ['untyped', 'any value'],
    ['lost', 'any value'],
    ['best.next.next.next.colour', 'string'],
  ])('%s says its type', (path, type) => {
    expect(field(path)?.type).toBe(type);
  });

  it('is found through lists and maps, with and without their steps', () => {
    const names = ['leaves.colour', 'leaves[].colour', 'leaves[][].colour'];
    expect(names.map((name) => field(name)?.name)).toEqual(Array(3).fill('leaves[][].colour'));
    expect(['byName.green.colour', 'byName.*.colour'].map((name) => field(name)?.name)).toEqual(
      Array(2).fill('byName.*.colour'),
    );
    expect(field('leaves[][].colour')?.enum).toEqual(['green']);
  });

  it.each([
    'closed.any',
    'closed.*',
    'untyped.any',
    'tags.name',
    'best[]',
    'best.*',
    'leaves[][][]',
    '__proto__',
  ])('leads nowhere as %s', (path) => {
    expect(parseFieldPath(path)).toBeDefined();
    expect(field(path)).toBeUndefined();
  });

  it('takes anything beside its properties where it says so', () => {
    expect(field('open.more')?.type).toBe('any value');
    expect(field('open')?.step(values)?.name).toBe('open.*');
    expect(field('open.lid')?.name).toBe('open.lid');
  });

  it('says that it is deprecated', () => {
    expect([field('old')?.isDeprecated, field('best')?.isDeprecated]).toEqual([true, false]);
  });

  it('lists its fields in the order of their names', () => {
    expect(
      field('best')
        ?.fields()
        .map(({ name }) => name),
    ).toEqual(['best.colour', 'best.next']);
    expect(field('leaves')?.fields()).toEqual([]);
  });

  it('goes through a list of itself as often as it is asked to', () => {
    const path = `tags${'[]'.repeat(20_000)}`;
    expect(field(path)?.name).toBe(path);
  });
});
