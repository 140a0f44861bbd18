import { describe, expect, it } from 'vitest';
import type { Schema } from '../../schema/schema.ts';
import { addingComment, memberComment, topComment } from './comment.ts';
import type { Described } from '../../types/types.ts';

function described(facts: Partial<Schema>): Described {
  const own: Schema = { ...facts, kind: 'string' };
  return { own, resolved: own, type: { kind: 'string' }, item: undefined };
}

describe('the comment on a member', () => {
  it('is a line or a block, and nothing where nothing is said', () => {
    expect(memberComment(described({}))).toBe('');
    expect(memberComment(described({ description: 'Brews.' }))).toBe('  /** Brews. */\n');
    expect(memberComment(described({ description: 'Brews.\r\n\r\n  Slowly. \n' }))).toBe(
      ['  /**', '   * Brews.', '   *', '   *   Slowly.', '   */', ''].join('\n'),
    );
    expect(topComment(described({ description: 'Brews.' }))).toBe('/** Brews. */\n');
    expect(topComment(undefined)).toBe('');
  });

  it('says of a function that adds what it does', () => {
    const schema = described({ description: 'Leaves.\nGreen ones.', deprecated: true });
    expect(addingComment(schema)).toBe(
      [
        '  /**',
        '   * Adds to what is there. Leaves.',
        '   * Green ones.',
        '   *',
        '   * @deprecated',
        '   */',
        '',
      ].join('\n'),
    );
    expect(addingComment(described({}))).toBe('  /** Adds to what is there. */\n');
  });

  it('strikes through what is deprecated', () => {
    expect(memberComment(described({ deprecated: true }))).toBe('  /** @deprecated */\n');
    expect(memberComment(described({ description: 'Deprecated: use a cup.' }))).toBe(
      '  /** @deprecated use a cup. */\n',
    );
  });

  it.each([
    ['Ends */ here', String.raw`Ends *\/ here`],
    ['@deprecated not at all', String.raw`\@deprecated not at all`],
    ['see @param and {@link x} and a@b.c', String.raw`see \@param and {\@link x} and a@b.c`],
    ['at 5 @ noon', 'at 5 @ noon'],
    ['\u0000bell\u0007\u2028x', 'bell  x'],
  ])('makes %j harmless', (description, expected) => {
    expect(memberComment(described({ description }))).toBe(`  /** ${expected} */\n`);
  });
});
