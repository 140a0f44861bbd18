import { describe, expect, it } from 'vitest';
import { findDeprecation, isDeprecated } from './deprecation.ts';

describe('isDeprecated', () => {
  it.each([
    'Deprecated: use a cup.',
    'deprecated: as of 4.6',
    'Deprecated.',
    'DEPRECATED and gone in 4.6',
    'Brews.\n\n  Deprecated: use a cup\nor a mug.',
    'Brews. Deprecated: use a cup.',
    'Brews Deprecated: use a cup.',
    'Brews.\nDeprecated: use a cup.',
    'Was used to brew. DEPRECATED: not any more',
    'Brews. DEPRECATED',
    'What to brew:\n- green\n- black\n\nDeprecated: use a cup.',
  ])('is what %j says', (description) => {
    expect(isDeprecated({ description })).toBe(true);
  });

  it.each([
    '',
    'Brews.',
    'Deprecated fields are listed here.',
    'deprecatedCount counts.',
    'Whether the pot is deprecated.',
    'It is DEPRECATED to brew twice.',
    'One of them (deprecated) is cold.',
    'What to brew:\n - black\n - white: never seen. Deprecated: use milk.',
    'What to brew: Deprecated: is no tea.',
  ])('is not what %j says', (description) => {
    expect(isDeprecated({ description })).toBe(false);
  });

  it('is what the flag says', () => {
    expect(isDeprecated({ deprecated: true, description: 'Brews.' })).toBe(true);
    expect(isDeprecated({ deprecated: false })).toBe(false);
  });

  it('takes no time for a text that goes on and on', () => {
    const description = `- ${'x deprecated: '.repeat(100_000)}${'\n'.repeat(100_000)}`;
    expect(isDeprecated({ description })).toBe(false);
  }, 1000);
});

describe('findDeprecation', () => {
  it('finds the word with the space in front of it', () => {
    expect(findDeprecation('Brews.\n\nHot. Deprecated: use a cup.')).toEqual({
      start: 12,
      end: 23,
    });
  });
});
