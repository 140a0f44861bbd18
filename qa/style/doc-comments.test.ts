import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const packages = join(import.meta.dirname, '..', '..', 'packages');

/** Words that begin a question or a clause, and neither a noun nor a verb. */
const questions = /^(?:What|Whether|How|Where|Who|Whose|When|Which|Why)\b/;

/** The doc comments of a program that begin wrongly, with their lines. Comments in generated code are not its own. */
function wrongComments(program: string): readonly string[] {
  const comments = program.matchAll(/^[ \t]*\/\*\*\s*(?:\* )?([^\n]*)/gm);
  return Array.from(comments, ({ index, 0: comment, 1: text = '' }) => {
    const line = program.slice(0, index + comment.length).split('\n').length;
    return questions.test(text) ? `${line}: ${text}` : '';
  }).filter((wrong) => wrong !== '');
}

/** The wrong comments of each folder, with their files. */
function wrongByFolder(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const name of ['couplet', 'runtime']) {
    const source = join(packages, name, 'src');
    for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue;
      const folder = name === 'runtime' ? name : (file.split('/')[0] ?? '');
      const wrong = wrongComments(readFileSync(join(source, file), 'utf8'));
      found.set(folder, [
        ...(found.get(folder) ?? []),
        ...wrong.map((comment) => `${name}/src/${file}:${comment}`),
      ]);
    }
  }
  return found;
}

describe('doc comments begin with a noun or a verb', () => {
  const found = wrongByFolder();

  test.for([...found.keys()])('in %s', (folder) => {
    expect(found.get(folder)).toEqual([]);
  });
});

test('a comment that begins with a question is found by its line, and no other', () => {
  const program = [
    '/** What a pot is. */',
    '/** Whatever a pot holds. */',
    '  /**',
    '   * Whether it is full.',
    '   */',
    '// How it is filled.',
    'const text = `/** Which tea. */`;',
    '/** A pot. What it holds is tea. */',
  ].join('\n');
  expect(wrongComments(program)).toEqual(['1: What a pot is. */', '4: Whether it is full.']);
});
