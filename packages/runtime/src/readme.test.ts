import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'esbuild';
import { build } from 'esbuild';
import { expect, it, vi } from 'vitest';

const packageDirectory = path.dirname(import.meta.dirname);
const readme = readFileSync(path.join(packageDirectory, 'README.md'), 'utf8');

function example(language: string): string {
  const block = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'ms').exec(readme)?.[1];
  if (block === undefined) throw new Error(`the README has no ${language} example`);
  return block;
}

/** Lets the example import the README's generated module, and this package by its name. */
const imports: Plugin = {
  name: 'imports',
  setup(builder) {
    const resolveDir = packageDirectory;
    builder.onResolve({ filter: /^@couplet\/runtime/ }, ({ path: name }) => {
      const source = name.replace('@couplet/runtime', 'src');
      return { path: path.join(packageDirectory, source, 'index.ts') };
    });
    builder.onResolve({ filter: /^\.\/tea\/v1\.js$/ }, () => ({
      path: 'tea',
      namespace: 'readme',
    }));
    builder.onLoad({ filter: /^tea$/, namespace: 'readme' }, () => ({
      contents: example('js'),
      resolveDir,
    }));
  },
};

it('shows an example that prints what the README says', async () => {
  const { outputFiles } = await build({
    stdin: { contents: example('ts'), loader: 'ts', resolveDir: packageDirectory },
    plugins: [imports],
    bundle: true,
    format: 'esm',
    write: false,
  });
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  await import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`);
  expect(log.mock.calls).toEqual([[example('yaml')]]);
  log.mockRestore();
});
