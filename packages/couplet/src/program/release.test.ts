import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { generate } from '../index.ts';
import { put, temporaryFolder } from '../testing/output-folder.ts';
import { teaApi } from '../testing/tea.ts';

it('generate calls a release after its version, and tells what the catalog has to say of it', async () => {
  const folder = temporaryFolder();
  const address = 'raw.githubusercontent.com/kubernetes/kubernetes/v1.27.0';
  put(folder, { [`usb/${address}/api/openapi-spec/swagger.json`]: JSON.stringify(teaApi) });
  const lockFile = join(folder, 'couplet.lock');
  const { label, diagnostics } = await generate({
    from: 'kubernetes@1.27',
    mirror: join(folder, 'usb'),
    cache: join(folder, 'cache'),
    lockFile,
    out: join(folder, 'lib'),
  });
  expect(label).toBe('1.27');
  expect(existsSync(join(folder, 'lib', '1.27', 'main.libsonnet'))).toBe(true);
  expect(diagnostics.map(({ code, source }) => `${source}: ${code}`)).toEqual([
    'kubernetes@1.27: download-trusted',
  ]);
  expect(existsSync(lockFile)).toBe(false);
});
