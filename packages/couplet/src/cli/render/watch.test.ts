import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Files } from '../../testing/output-folder.ts';
import { contentsOf, put, temporaryFolder } from '../../testing/output-folder.ts';
import type { RenderOptions } from './run.ts';
import { runRender } from './run.ts';

interface Watching {
  readonly folder: string;
  /** What was printed since this was last asked. */
  readonly printed: () => string;
  readonly complaints: () => string;
  /** Waits until rendering has come to an end so many times. */
  readonly rounds: (count: number) => Promise<void>;
  readonly stop: () => Promise<number>;
}

/** Starts `couplet render --watch` on the first of the files. */
function startWatching(files: Files, options: Partial<RenderOptions> = {}): Watching {
  const folder = temporaryFolder();
  put(folder, files);
  const stopping = new AbortController();
  const stdout = new PassThrough({ encoding: 'utf8' });
  const stderr = new PassThrough({ encoding: 'utf8' });
  let [printed, complaints, ended] = ['', '', 0];
  stdout.on('data', (text) => (printed += String(text)));
  stderr.on('data', (text) => {
    complaints += String(text);
    ended += String(text).match(/^watching /gm)?.length ?? 0;
  });
  const run = runRender(
    {
      entry: join(folder, Object.keys(files)[0] ?? ''),
      watch: true,
      ...options,
    },
    { stdin: Readable.from([]), stdout, stderr, env: process.env },
    stopping.signal,
  );
  const stop = (): Promise<number> => {
    stopping.abort();
    return run;
  };
  onTestFinished(async () => void (await stop()));
  return {
    folder,
    printed: () => {
      const text = printed;
      printed = '';
      return text;
    },
    complaints: () => complaints.replaceAll(`${folder}/`, ''),
    rounds: (count) =>
      vi.waitFor(() => expect(ended).toBe(count), { timeout: 10_000, interval: 10 }),
    stop,
  };
}

const app = `import { name } from './lib/name.ts';
export default { apiVersion: 'v1', kind: 'Pot', metadata: { name } };`;

const files = { 'app.ts': app, 'lib/name.ts': `export const name = 'a';`, 'lib/other.ts': '' };

function potNamed(name: string): string {
  return `apiVersion: v1\nkind: Pot\nmetadata:\n  name: ${name}\n`;
}

describe('couplet render --watch', () => {
  it('renders again when an imported module changes, and ends when told to', async () => {
    const { folder, rounds, printed, complaints, stop } = startWatching(files);
    await rounds(1);
    expect(printed()).toBe(potNamed('a'));
    put(folder, { 'lib/name.ts': `export const name = 'b';` });
    await rounds(2);
    expect(printed()).toBe(`---\n${potNamed('b')}`);
    expect(complaints()).toBe('watching 2 files; Ctrl-C ends\n'.repeat(2));
    expect(await stop()).toBe(0);
  });

  it('takes several changes at once for one', async () => {
    const { folder, rounds, printed, complaints } = startWatching(files);
    await rounds(1);
    printed();
    for (const name of ['b', 'c', 'd']) {
      put(folder, { 'lib/name.ts': `export const name = '${name}';` });
      await sleep(20);
    }
    await rounds(2);
    expect(printed()).toBe(`---\n${potNamed('d')}`);
    expect(complaints().match(/watching/g)).toHaveLength(2);
  });

  it('is not disturbed by files that are not imported, nor by changes that make no difference', async () => {
    const { folder, rounds, printed } = startWatching(files);
    await rounds(1);
    printed();
    put(folder, { 'lib/other.ts': 'export {};', 'lib/new.ts': '' });
    await sleep(300);
    put(folder, { 'lib/name.ts': `/* the same */ export const name = 'a';` });
    await rounds(2);
    expect(printed()).toBe('');
  });

  it('goes on after errors, also where a file is missing that comes later', async () => {
    const { folder, rounds, printed, complaints } = startWatching({
      'app.ts': `import './lib/name.ts'; import { name } from './missing.ts';${app.slice(app.indexOf('\n'))}`,
      'lib/name.ts': 'export const = 5;',
    });
    await rounds(1);
    expect(complaints()).toContain('lib/name.ts:1:14: error: ');
    put(folder, { 'lib/name.ts': '' });
    await rounds(2);
    expect(complaints()).toContain('could not resolve "./missing.ts"');
    expect(printed()).toBe('');
    put(folder, { 'missing.ts': `export const name = 'a';` });
    await rounds(3);
    expect(printed()).toBe(potNamed('a'));
  });

  it('sees a file that an editor puts in the place of the old one', async () => {
    const { folder, rounds, printed } = startWatching(files);
    await rounds(1);
    printed();
    writeFileSync(join(folder, 'lib/.name.ts.swap'), `export const name = 'b';`);
    renameSync(join(folder, 'lib/.name.ts.swap'), join(folder, 'lib/name.ts'));
    await rounds(2);
    expect(printed()).toBe(`---\n${potNamed('b')}`);
  });

  it('follows what is imported from now on', async () => {
    const { folder, rounds, printed } = startWatching(files);
    await rounds(1);
    put(folder, { 'other/name.ts': `export const name = 'o';` });
    put(folder, { 'app.ts': app.replace('lib', 'other') });
    await rounds(2);
    printed();
    put(folder, { 'lib/name.ts': `export const name = 'unused';` });
    await sleep(300);
    put(folder, { 'other/name.ts': `export const name = 'p';` });
    await rounds(3);
    expect(printed()).toBe(`---\n${potNamed('p')}`);
  });

  it('writes files', async () => {
    const out = join(temporaryFolder(), 'out');
    const { folder, rounds, printed } = startWatching(files, { out });
    await rounds(1);
    put(folder, { 'lib/name.ts': `export const name = 'b';` });
    await rounds(2);
    expect(contentsOf(out)).toEqual({ 'pot-b.yaml': potNamed('b') });
    expect(printed()).toBe('');
  });

  it('waits for an entry that is not there yet', async () => {
    const folder = temporaryFolder();
    const entry = join(folder, 'app.ts');
    const { rounds, printed, complaints } = startWatching({}, { entry });
    await rounds(1);
    expect(complaints()).toContain('there is no such file or folder');
    put(folder, files);
    await rounds(2);
    expect(printed()).toBe(potNamed('a'));
  });

  it('ends a module that never ends', async () => {
    const { stop } = startWatching({ 'app.ts': 'for (;;);' });
    await sleep(300);
    expect(await stop()).toBe(0);
  });

  it('tells which folder cannot be watched', async () => {
    const folder = join(temporaryFolder(), 'gone');
    const { rounds, complaints } = startWatching({}, { entry: join(folder, 'app.ts') });
    await rounds(1);
    expect(complaints()).toContain(`"${folder}" cannot be watched: ENOENT`);
    mkdirSync(folder);
  });
});
