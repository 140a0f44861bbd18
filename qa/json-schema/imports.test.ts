import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../packages/couplet/src/target/json-schema');

/** What a target from outside would import. */
const publicModules =
  /^(\.\.\/\.\.\/(api|schema|text)\/[\w-]+\.ts|\.\.\/(target|option)\.ts|\.\/[\w-]+\.ts)$/;

it('is made with what any target has', () => {
  const sources = readdirSync(folder).filter((name) => !name.endsWith('.test.ts'));
  const imports = sources.flatMap((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    return [...text.matchAll(/(?:from|import\() ?'([^']*)'/g)].map(([, module = '']) => module);
  });
  expect(imports.length).toBeGreaterThan(20);
  expect(imports.filter((module) => !publicModules.test(module))).toEqual([]);
});
