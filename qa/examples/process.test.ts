import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const couplet = join(import.meta.dirname, '..', '..', 'packages', 'couplet', 'bin', 'couplet.js');

const pots = `
  const pot = (_, index) => ({ apiVersion: 'v1', kind: 'Pot', metadata: { name: 'pot-' + index } });
  export default Array.from({ length: 20_000 }, pot);
`;

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'couplet-process-'));
  writeFileSync(join(folder, 'app.mjs'), pots);
  writeFileSync(join(folder, 'loop.mjs'), `console.log('begun'); for (;;);`);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: unknown;
  readonly signal: unknown;
}

/** Runs `couplet render`, and sends it a signal once it has said something on standard error. */
async function interrupt(signal: NodeJS.Signals, ...args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [couplet, 'render', ...args], {
    cwd: folder,
    env: { ...process.env, TMPDIR: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await once(child.stderr, 'data');
  child.kill(signal);
  const [code, received]: unknown[] = await once(child, 'exit');
  return { code, signal: received };
}

function shell(command: string): { readonly status: number | null; readonly stderr: string } {
  const { status, stderr } = spawnSync('bash', ['-o', 'pipefail', '-c', command], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stderr };
}

describe('Ctrl-C', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('ends watching well: %s', async (signal) => {
    expect(await interrupt(signal, 'app.mjs', '--watch')).toEqual({ code: 0, signal: null });
  });

  it('ends watching a module that does not end', async () => {
    expect(await interrupt('SIGINT', 'loop.mjs', '--watch')).toEqual({ code: 0, signal: null });
  });

  it('ends a module that does not end, and leaves nothing behind', async () => {
    expect(await interrupt('SIGINT', 'loop.mjs')).toEqual({ code: null, signal: 'SIGINT' });
    expect(readdirSync(folder).sort()).toEqual(['app.mjs', 'loop.mjs']);
  });
});

describe.each(['render app.mjs', 'sources', 'sources list --json', '--help'])(
  'standard output of couplet %s',
  (words) => {
    const command = `'${process.execPath}' '${couplet}' ${words}`;

    it('may be closed by who reads it', () => {
      expect(shell(`${command} | head -n 1`)).toEqual({ status: 0, stderr: '' });
      // This one has ended before anything is printed.
      expect(shell(`${command} | true`)).toEqual({ status: 0, stderr: '' });
    });

    it('may have no room', (context) => {
      if (!existsSync('/dev/full')) context.skip('there is no /dev/full');
      const { status, stderr } = shell(`${command} > /dev/full`);
      expect(status).toBe(1);
      expect(stderr).toContain('error: standard output broke off: ENOSPC');
    });
  },
);

describe('standard error', () => {
  const command = `'${process.execPath}' '${couplet}' render missing.mjs`;

  it('may be closed by who reads it', () => {
    expect(shell(`${command} 2>&1 | true`)).toEqual({ status: 1, stderr: '' });
  });

  it('may have no room', (context) => {
    if (!existsSync('/dev/full')) context.skip('there is no /dev/full');
    expect(shell(`'${process.execPath}' '${couplet}' --help 2> /dev/full`).status).toBe(0);
    expect(shell(`'${process.execPath}' '${couplet}' brew 2> /dev/full`).status).toBe(2);
  });
});
