import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bundle } from '../testing/bundle.ts';
import { teapot } from '../testing/tea-v1.js';
import { compose } from './compose.ts';

describe('the package in a bundle', () => {
  it('takes less than 4 KB, compressed, and holds only its own modules', async () => {
    const { text, modules } = await bundle('src/index.ts');
    expect(gzipSync(text, { level: 9 }).length).toBeLessThan(4096);
    expect(modules.filter((module) => !/^src\/[a-z]+\.ts$/.test(module))).toEqual([]);
  });

  it('prints without any other package', async () => {
    const { modules } = await bundle('src/yaml/index.ts');
    expect(modules.filter((module) => !/^src\/(yaml\/)?[a-z]+\.ts$/.test(module))).toEqual([]);
  });

  it('is understood by a second copy in the same program', async () => {
    const { text } = await bundle('src/index.ts');
    const copy: { compose: typeof compose } = await import(
      `data:text/javascript,${encodeURIComponent(text)}`
    );
    expect(copy.compose).not.toBe(compose);
    const patch = copy.compose(teapot.spec.withLid('Open'), teapot.spec.withServings(4));
    expect(compose<object>({ spec: { default: 'water' } }, patch)).toEqual({
      spec: { default: 'water', lid: 'Open', servings: 4 },
    });
  });
});
