import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  catalogEntry,
  kubernetesPath,
  mirrorKubernetes,
  mirrorRelease,
  releasePaths,
} from '../support/release-mirror.ts';
import { skipWithout } from '../support/shared.ts';
import { FolderServer } from './folder-server.ts';
import { Guide } from './guide.ts';
import { kettle } from './kettle.ts';

/** The version of Kubernetes that the guides name. */
const kubernetesVersion = '1.35';

const needed = [...releasePaths, kubernetesPath(kubernetesVersion)];

/** Gives a guide its internet: a folder with the releases. Gives its path. */
function connect(guide: Guide): string {
  const mirror = join(guide.project.folder, 'mirror');
  guide.useMirror(mirror);
  if (needed.every((path) => existsSync(path))) {
    mirrorRelease(mirror);
    mirrorKubernetes(mirror, kubernetesVersion);
  }
  return mirror;
}

describe('the guide for reproducible builds', () => {
  const guide = new Guide('reproducible-builds.md');
  const { project } = guide;
  let projectFile = '';

  beforeAll(() => {
    connect(guide);
    const text = JSON.stringify(kettle);
    project.write('crds/kettle.json', text);
    project.write(
      'mirror/example.com/tea-operator/v1.2/crds.yaml',
      text.replaceAll('Kettle', 'Pot'),
    );
    project.write('patches/tea.libsonnet', '{}');
    projectFile = guide.takeFile('couplet.yaml');
  });

  afterAll(() => project.remove());
  beforeEach((context) => skipWithout(context, ...needed));

  it.each(guide.steps)('$command', ({ command, status }) => {
    if (command.startsWith('git ')) project.run('git init -q && git add lib');
    const run = project.run(command);
    expect(run).toMatchObject({ status });
    expect(run.stderr).not.toContain('error');
    // What it begins with is replaced by what the guide shows.
    if (command === 'npx couplet generate') {
      project.write('couplet.yaml', projectFile);
      expect(project.run(command)).toMatchObject({ status: 0 });
    }
  });

  it('has shown a project file whose libraries are all there', () => {
    for (const label of ['4.20', kubernetesVersion, 'operators']) {
      expect(existsSync(join(project.folder, 'lib', label, 'main.libsonnet'))).toBe(true);
    }
    const lock = readFileSync(join(project.folder, 'couplet.lock'), 'utf8');
    expect(lock).toContain('https://example.com/tea-operator/v1.2/crds.yaml');
  });

  it('has shown a catalog that goes into it', () => {
    const [, catalog = ''] = /```yaml\n(catalog:\n[\s\S]*?)```/.exec(guide.text) ?? [];
    project.write('couplet.yaml', `${projectFile}${catalog}`);
    const run = project.run('npx couplet generate tea-operator@1.2 --out tea');
    expect(run).toMatchObject({ status: 0 });
    expect(existsSync(join(project.folder, 'tea', '1.2', '_gen', 'tea', 'v1'))).toBe(true);
  });
});

describe('the guide for places without internet', () => {
  const guide = new Guide('without-internet.md');
  const { project } = guide;
  const server = new FolderServer(join(project.folder, 'usb'));
  const address = 'https://mirror.example.com/couplet';

  beforeAll(async () => {
    connect(guide);
    await server.start();
    // What has been generated before is locked and in the cache.
    project.run('npx couplet generate openshift@4.20');
    project.run(`npx couplet generate kubernetes@${kubernetesVersion}`);
  });

  /** As in the other place: nothing has been downloaded there. */
  function forgetDownloads(): void {
    for (const name of ['downloads', 'couplet.lock', 'lib']) {
      rmSync(join(project.folder, name), { recursive: true, force: true });
    }
  }

  afterAll(() => {
    server.stop();
    project.remove();
  });
  beforeEach((context) => skipWithout(context, ...needed));

  it.each(guide.steps)('$command', ({ command, status }) => {
    if (command.includes('--mirror')) forgetDownloads();
    const run = project.run(command.replace(address, server.address));
    expect(run).toMatchObject({ status });
    expect(run.stderr).not.toContain('error');
  });

  it('has commands that wrote the mirror and the cache', () => {
    const written = [
      catalogEntry('openshift', 'openshift', '4.20'),
      catalogEntry('collections', 'kubernetes', kubernetesVersion),
    ];
    for (const { folder } of written) {
      expect(existsSync(join(project.folder, 'usb', folder))).toBe(true);
    }
    expect(existsSync(join(project.folder, 'cache'))).toBe(true);
  });
});
