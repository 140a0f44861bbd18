import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contentsOf } from '../../packages/couplet/src/testing/output-folder.ts';
import { differentLibraryFiles } from '../golden/expected-differences.ts';
import { skipWithoutJsonnet } from '../support/jsonnet.ts';
import { mirrorRelease, releasePaths } from '../support/release-mirror.ts';
import { embeddedPath, skipWithout } from '../support/shared.ts';
import { Guide } from './guide.ts';
import { kettle } from './kettle.ts';

const guide = new Guide('moving-from-openshift-libsonnet.md');
const { project, steps } = guide;

/** Where jsonnet-bundler puts the published library. */
const vendored = 'vendor/github.com/jsonnet-libs/openshift-libsonnet/4.5';

/** The project file is for a later step: it would be read by the ones before. */
const projectFile = 'couplet.yaml';
let projectText = '';

beforeAll(() => {
  if (releasePaths.every((path) => existsSync(path))) {
    mirrorRelease(join(project.folder, 'mirror'));
  }
  guide.useMirror(join(project.folder, 'mirror'));
  project.write('crds/kettle.yaml', JSON.stringify(kettle));
  project.write('custom/tea/kettle.libsonnet', '{ tea+: { brewed:: true } }');
  project.write('gen/1.2/main.libsonnet', 'k8s-gen');
  projectText = guide.takeFile(projectFile);
});

afterAll(() => project.remove());

/** The published library is not ours to have here; ours is what it would be but for what is mended. */
function vendorLibrary(): void {
  const to = join(project.folder, vendored);
  cpSync(join(project.folder, 'lib', '4.5'), to, { recursive: true });
  const docUtil = join(project.folder, 'vendor', 'doc-util');
  cpSync(join(project.folder, 'lib', 'doc-util'), docUtil, { recursive: true });
}

describe('the guide for moving from openshift-libsonnet', () => {
  beforeEach((context) => skipWithout(context, embeddedPath, ...releasePaths));

  it.for(steps)('$command', ({ command, status, shown }, context) => {
    if (command.includes('jsonnet -J')) skipWithoutJsonnet(context);
    const isLast = command === steps.at(-1)?.command;
    if (isLast) project.write(projectFile, projectText);
    const before = isLast ? contentsOf(join(project.folder, 'gen')) : {};
    const run = project.run(command);
    expect(run.stderr).not.toContain('error');
    expect(run.status).toBe(status);
    if (command.startsWith('diff ')) expect(run.stdout).toBe('');
    if (shown !== undefined) expect(run.stdout).toBe(shown.text);
    if (command === steps[0]?.command) vendorLibrary();
    if (isLast) expect(contentsOf(join(project.folder, 'gen'))).toEqual(before);
  });

  it('tells how much of the published library is the same', () => {
    expect(guide.text).toContain(`${201 - differentLibraryFiles.size} of its 201 files`);
    const reasons = [...differentLibraryFiles.values()].flat();
    const count = (wanted: string): number => reasons.filter((reason) => reason === wanted).length;
    expect(guide.text).toContain(`the ${count('new without metadata')} kinds without metadata`);
    expect(count('scalar status')).toBe(5);
  });

  it('tells that k8s-gen’s files are in the way', () => {
    project.write('gen2/1.2/main.libsonnet', 'k8s-gen');
    const run = project.run('npx couplet generate --config config.yml --out gen2');
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('gen2/1.2/main.libsonnet');
  });

  it('shows what several commands print', () => {
    expect(steps.filter(({ shown }) => shown !== undefined)).toHaveLength(5);
  });
});
