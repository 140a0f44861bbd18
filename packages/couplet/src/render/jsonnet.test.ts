import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { TestContext } from 'vitest';
import { beforeEach, describe, expect, it } from 'vitest';
import { put, temporaryFolder } from '../testing/output-folder.ts';
import { renderFiles } from '../testing/rendering.ts';

const hasJsonnet = spawnSync('jsonnet', ['--version']).status === 0;

const program = `{ apiVersion: 'v1', kind: 'Pot', metadata: { name: 'a' } }`;

/** A folder with a program called `jsonnet` that does what a shell script says. */
function fakeJsonnet(script: string): string {
  const folder = temporaryFolder();
  put(folder, { jsonnet: `#!/bin/sh\n${script}\n` });
  chmodSync(join(folder, 'jsonnet'), 0o755);
  return folder;
}

describe('a Jsonnet program', () => {
  beforeEach((context: TestContext) => {
    if (hasJsonnet) return;
    console.warn(`skipped: ${context.task.name}: there is no jsonnet on the PATH`);
    context.skip('there is no jsonnet on the PATH');
  });

  it('gives manifests, from whatever it imports', async () => {
    const files = {
      'app.jsonnet': `
        // import 'comment.libsonnet' is none, but looks like one.
        local pots = (import 'lib/pots.libsonnet') + (import "shared.libsonnet");
        { b: [pots.pot('b')], a: pots.pot(importstr 'lib/name.txt') }`,
      'lib/pots.libsonnet': `local base = import 'base.libsonnet'; { pot(name): base { metadata: { name: name } } }`,
      'lib/base.libsonnet': `{ apiVersion: 'v1', kind: 'Pot' }`,
      'lib/name.txt': `import 'lib/unread.libsonnet'`,
      'lib/unread.libsonnet': '{}',
      'comment.libsonnet': '{}',
      'vendor/one/shared.libsonnet': '{}',
      'vendor/two/shared.libsonnet': '{ unused: 1 }',
    };
    const folder = temporaryFolder();
    put(folder, files);
    const libraryPaths = [join(folder, 'vendor/one'), join(folder, 'vendor/two')];
    const result = await renderFiles(files, { libraryPaths });
    expect(result.problems).toEqual([]);
    const manifest = { apiVersion: 'v1', kind: 'Pot' };
    expect(result.manifests).toEqual([
      { ...manifest, metadata: { name: `import 'lib/unread.libsonnet'` } },
      { ...manifest, metadata: { name: 'b' } },
    ]);
    expect(result.files).toEqual([
      join(folder, 'vendor/two/shared.libsonnet'),
      'app.jsonnet',
      'comment.libsonnet',
      'lib/base.libsonnet',
      'lib/name.txt',
      'lib/pots.libsonnet',
    ]);
  });

  it('is given arguments and variables', async () => {
    const files = {
      'app.libsonnet': `function(name) { apiVersion: 'v1', kind: std.extVar('kind'), metadata: { name: name } }`,
    };
    const choices = { topLevelArguments: ['name=a=b'], externalVariables: ['kind=Pot'] };
    expect((await renderFiles(files, choices)).manifests).toEqual([
      { apiVersion: 'v1', kind: 'Pot', metadata: { name: 'a=b' } },
    ]);
  });

  it('finds what JSONNET_PATH leads to', async () => {
    const folder = temporaryFolder();
    put(folder, { 'one/pot.libsonnet': program, 'two/pot.libsonnet': '{}' });
    const paths = [join(folder, 'none'), join(folder, 'one'), join(folder, 'two')];
    const env = { ...process.env, JSONNET_PATH: paths.join(delimiter) };
    const { manifests, files } = await renderFiles(
      { 'app.jsonnet': `import 'pot.libsonnet'` },
      { env },
    );
    expect(manifests).toHaveLength(1);
    expect(files).toEqual([join(folder, 'one/pot.libsonnet'), 'app.jsonnet']);
  });

  it('may be called like an option', async () => {
    expect((await renderFiles({ '-e.jsonnet': program })).problems).toEqual([]);
  });

  it('that gives no manifests is told with the path', async () => {
    const { problems } = await renderFiles({ 'app.jsonnet': `{ web: { kind: 'Pot' }, port: 5 }` });
    expect(problems).toEqual([
      'app.jsonnet: port: expected a manifest, found a number',
      'app.jsonnet: web: the manifest has no apiVersion',
    ]);
  });

  it('that fails is told in the words of jsonnet', async () => {
    const { problems, printed } = await renderFiles({ 'app.jsonnet': `{ a: error 'no lid' }` });
    expect(problems).toEqual(['app.jsonnet: jsonnet refuses it, for the reason that stands above']);
    expect(printed).toContain('RUNTIME ERROR: no lid');
    expect(printed).toContain('app.jsonnet:1:6-20');
  });

  it('may print and go on', async () => {
    const text = `std.trace('tea is ready', ${program})`;
    const { manifests, printed } = await renderFiles({ 'app.jsonnet': text });
    expect(manifests).toHaveLength(1);
    expect(printed).toContain('tea is ready');
  });
});

describe('the jsonnet on the PATH', () => {
  it('may be missing', async () => {
    const env = { PATH: temporaryFolder() };
    expect((await renderFiles({ 'app.jsonnet': program }, { env })).problems).toEqual([
      'app.jsonnet: there is no jsonnet on the PATH, and Couplet brings none',
    ]);
  });

  it('may not be one that can be started', async () => {
    const folder = fakeJsonnet('');
    chmodSync(join(folder, 'jsonnet'), 0o644);
    const { problems } = await renderFiles({ 'app.jsonnet': program }, { env: { PATH: folder } });
    expect(problems).toEqual(['app.jsonnet: jsonnet cannot be started: spawn jsonnet EACCES']);
  });

  it('may print something else', async () => {
    const env = { PATH: fakeJsonnet('echo no JSON') };
    expect((await renderFiles({ 'app.jsonnet': program }, { env })).problems).toEqual([
      'app.jsonnet: what jsonnet prints for it is no JSON',
    ]);
  });

  it('is ended by the signal', async () => {
    const env = { PATH: fakeJsonnet('exec /bin/sleep 60') };
    const signal = AbortSignal.timeout(100);
    expect((await renderFiles({ 'app.jsonnet': program }, { env, signal })).manifests).toEqual([]);
  });
});
