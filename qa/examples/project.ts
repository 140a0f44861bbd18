import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** What a command came to. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A user's project in a folder of its own, with Couplet's packages installed as this checkout has built them. */
export class Project {
  readonly folder: string = mkdtempSync(join(tmpdir(), 'couplet-project-'));

  constructor() {
    for (const name of ['runtime', 'openshift']) {
      this.link(join(root, 'packages', name), `node_modules/@couplet/${name}`);
    }
    this.link(join(root, 'packages', 'couplet'), 'node_modules/couplet');
    const couplet = join(root, 'packages', 'couplet', 'bin', 'couplet.js');
    // `npx couplet` finds the command of this checkout.
    const npx = `#!/bin/sh\nshift\nexec '${process.execPath}' '${couplet}' "$@"\n`;
    this.write('node_modules/.bin/npx', npx, 0o755);
  }

  /** Copies a file or folder of the repository, to the same path. */
  copy(path: string): void {
    cpSync(join(root, path), join(this.folder, path), { recursive: true });
  }

  write(path: string, text: string, mode = 0o644): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text, { mode });
  }

  /** Makes a package known under a path of the project, as `npm install FOLDER` does. */
  link(target: string, path: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    symlinkSync(target, join(this.folder, path));
  }

  /** Runs a command line in the project. */
  run(command: string): Run {
    const path = [join(this.folder, 'node_modules', '.bin'), process.env['PATH']].join(delimiter);
    const { status, stdout, stderr } = spawnSync('bash', ['-c', command], {
      cwd: this.folder,
      encoding: 'utf8',
      env: { ...process.env, PATH: path },
    });
    return { status, stdout, stderr };
  }

  /** Checks the types of a project, by its configuration; what is wrong is in the output. */
  check(configuration: string): Run {
    return this.run(`node '${join(root, 'node_modules/typescript/bin/tsc')}' -p ${configuration}`);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
