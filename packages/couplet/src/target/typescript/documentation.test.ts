import { describe, expect, it } from 'vitest';
import type { Described } from '../../types/types.ts';
import type { Schema, SchemaFacts } from '../../schema/schema.ts';
import { documentationOf } from './documentation.ts';

function documented(facts: SchemaFacts): ReturnType<typeof documentationOf> {
  const own: Schema = { ...facts, kind: 'string' };
  return documentationOf({ own, resolved: own, type: { kind: 'string' }, item: undefined });
}

describe('what a description says of deprecation', () => {
  it.each([
    ['Deprecated: use a cup.', '', 'use a cup.'],
    ['DEPRECATED - This pot leaks.', '', 'This pot leaks.'],
    ['DEPRECATED.', '', ''],
    ['deprecated: as of 4.6', '', 'as of 4.6'],
    ['Brews.\n\nDeprecated: use a cup\nor a mug.\n\nHot.', 'Brews.\n\nHot.', 'use a cup or a mug.'],
    ['Deprecated fields are listed here.', 'Deprecated fields are listed here.', undefined],
    ['deprecatedCount counts.', 'deprecatedCount counts.', undefined],
    ['Brews. Deprecated: use a cup.', 'Brews.', 'use a cup.'],
  ])('%j', (description, text, deprecated) => {
    expect(documented({ description })).toEqual({ lines: text.split('\n'), deprecated });
  });

  it('is believed to the schema, too', () => {
    expect(documented({ description: 'Brews.', deprecated: true })).toEqual({
      lines: ['Brews.'],
      deprecated: '',
    });
  });

  it('is what an API server warns of, where the description does not say why', () => {
    const warned = { deprecated: true, deprecationWarning: 'use\na cup' };
    expect(documented(warned).deprecated).toBe('use a cup');
    expect(documented({ ...warned, description: 'Deprecated: use a mug.' }).deprecated).toBe(
      'use a mug.',
    );
  });
});

describe('what a schema says besides its type', () => {
  it.each<[SchemaFacts, string]>([
    [{ default: 'Green' }, 'Default: `"Green"`.'],
    [{ default: { a: 1 } }, 'Default: `{"a":1}`.'],
    [{ default: '' }, ''],
    [{ default: {} }, ''],
    [{ default: 'x'.repeat(200) }, ''],
    [{ format: 'date-time' }, 'Format: date-time.'],
    [{ minimum: 0, maximum: 5 }, 'Range: 0 to 5.'],
    [{ minimum: 1 }, 'Range: at least 1.'],
    [{ maximum: 9 }, 'Range: at most 9.'],
    [
      { minimum: 0, exclusiveMinimum: true, maximum: 5, exclusiveMaximum: true },
      'Range: above 0, below 5.',
    ],
    [{ minimum: 0, maximum: 5, exclusiveMaximum: true }, 'Range: at least 0, below 5.'],
    [{ maximum: 5, minimum: 1, exclusiveMinimum: true }, 'Range: above 1, at most 5.'],
    [{ multipleOf: 5 }, 'Multiple of: 5.'],
    [{ minLength: 3, maxLength: 3 }, 'Length: 3.'],
    [{ minItems: 1, maxItems: 8 }, 'Items: 1 to 8.'],
    [{ minProperties: 1 }, 'Entries: at least 1.'],
    [{ pattern: '^a+$' }, 'Pattern: `^a+$`.'],
    [{ default: 5, format: 'int32' }, 'Default: `5`. Format: int32.'],
  ])('%j', (facts, notes) => {
    expect(documented(facts).lines).toEqual([notes]);
  });

  it('follows a line, or stands behind several', () => {
    expect(documented({ description: 'Leaves.', maxLength: 5 }).lines).toEqual([
      'Leaves. Length: at most 5.',
    ]);
    expect(documented({ description: 'Leaves.\nGreen.', maxLength: 5 }).lines).toEqual([
      'Leaves.',
      'Green.',
      '',
      'Length: at most 5.',
    ]);
  });
});

describe('what a reference says', () => {
  const resolved: Schema = { kind: 'string', description: 'A quantity.', format: 'quantity' };
  const describedBy = (facts: SchemaFacts): Described => {
    const own: Schema = { ...facts, kind: 'reference', target: 'io.tea.v1.Quantity' };
    return { own, resolved, type: { kind: 'string' }, item: undefined };
  };

  it('is its own description, or else the definition’s', () => {
    expect(documentationOf(describedBy({ description: 'How much.' })).lines).toEqual([
      'How much. Format: quantity.',
    ]);
    expect(documentationOf(describedBy({ default: '5Gi' })).lines).toEqual([
      'A quantity. Format: quantity. Default: `"5Gi"`.',
    ]);
  });

  it('is that the definition is deprecated', () => {
    const { own, type, item } = describedBy({ description: 'How much.' });
    const deprecated = { own, resolved: { ...resolved, deprecated: true }, type, item };
    expect(documentationOf(deprecated).deprecated).toBe('');
  });
});
