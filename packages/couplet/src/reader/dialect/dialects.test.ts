import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dialects } from './dialects.ts';

const folder = import.meta.dirname;

/** The modules that a module takes something from. */
function importsOf(path: string): readonly string[] {
  const text = readFileSync(path, 'utf8');
  return Array.from(text.matchAll(/ from '([^']+)';$/gm), ([, name = '']) => name);
}

describe('the table of dialects', () => {
  it('has each name once', () => {
    const names = dialects.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(
      expect.arrayContaining(['openapi-v2', 'crd', 'olm-bundle', 'helm-chart']),
    );
  });

  it.each(['olm', 'helm'])('has %s with nothing but what every author of a dialect has', (name) => {
    const files = readdirSync(join(folder, name)).filter((file) => !file.endsWith('.test.ts'));
    const own = new Set(files.map((file) => `./${file}`));
    const taken = files.flatMap((file) => importsOf(join(folder, name, file)));
    expect(taken).toContain('../dialect.ts');
    expect(taken.filter((each) => each !== '../dialect.ts' && !own.has(each))).toEqual([]);
  });
});
