import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Diagnostics } from '../../diagnostic/diagnostics.ts';
import { readProject } from '../../config/project.ts';
import { documentOf } from '../../testing/pipeline.ts';
import { ProjectFolder } from '../../testing/project-folder.ts';
import { serve, serveNothing } from '../../testing/servers.ts';
import { onlyTea } from '../../testing/tea.ts';
import { projectFile } from '../init/command.ts';

const sha256 = 'ab'.repeat(32);

describe('couplet sources', () => {
  it('lists what there is, and what is locked', async () => {
    const project = new ProjectFolder({
      'couplet.yaml': "libraries: []\ncatalog: { tea: { '1.2': ['https://example.com/a'] } }",
      'couplet.lock': JSON.stringify({
        schemaVersion: 1,
        sources: {
          'openshift@4.20': {
            version: '4.20',
            revision: 'older',
            files: [{ url: 'https://example.com/a', sha256, size: 1 }],
          },
        },
      }),
    });
    const { code, stdout, stderr } = await project.run('sources');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = stdout.split('\n').map((line) => line.replaceAll(/ +/g, ' '));
    expect(lines).toContain('openshift@4.20 locked 1 file older');
    expect(lines).toContain('kubernetes@1.27 1 file kubernetes/kubernetes/v1.27.0');
    expect(lines).toContain('tea@1.2 1 file');
    expect(lines.findIndex((line) => line.startsWith('openshift@4.9'))).toBeLessThan(
      lines.findIndex((line) => line.startsWith('openshift@4.10')),
    );
    const { sources } = JSON.parse((await project.run('sources', 'list', '--json')).stdout);
    expect(sources).toContainEqual({ source: 'tea@1.2', files: 1, locked: false });
    expect(sources).toContainEqual({
      source: 'openshift@4.20',
      revision: 'older',
      kubernetes: '1.33',
      files: 1,
      locked: true,
    });
  });

  it('lists what is locked by the version that it was, and shows no control characters', async () => {
    const files = [{ url: 'https://example.com/a', sha256, size: 1 }];
    const project = new ProjectFolder({
      'couplet.lock': JSON.stringify({
        schemaVersion: 1,
        sources: {
          'openshift@latest': { version: '4.20', revision: 'a\u001b[2Jb', files },
          'https://example.com/\u001b[2J': { files },
        },
      }),
    });
    const { stdout } = await project.run('sources');
    expect(stdout).not.toContain('\u001b');
    expect(stdout).toMatch(/^openshift@latest +locked +1 file  a\\u001b\[2Jb$/m);
    expect(stdout).toMatch(/^https:\/\/example\.com\/\\u001b\[2J +locked +1 file$/m);
    const { sources } = JSON.parse((await project.run('sources', 'list', '--json')).stdout);
    expect(sources).toContainEqual(
      expect.objectContaining({ source: 'openshift@latest', kubernetes: '1.33' }),
    );
  });

  it.each([
    ['upadte', "unknown command 'upadte'\n(Did you mean update?)"],
    ['lst', "unknown command 'lst'\n(Did you mean list?)"],
    ['brew', "unknown command 'brew'"],
  ])('%s is wrong use', async (word, text) => {
    expect(await new ProjectFolder().run('sources', word)).toEqual({
      code: 2,
      stdout: '',
      stderr: `error: ${text}\n(--help tells what there is)\n`,
    });
  });

  it('update wants something to renew', async () => {
    expect(await new ProjectFolder().run('sources', 'update')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('no source is named, and "couplet.lock" has none'),
    });
  });

  it('update takes only what can be locked', async () => {
    expect(await new ProjectFolder().run('sources', 'update', './crds')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('./crds: error: it is neither a name such as openshift@4.20'),
    });
  });

  it('update locks addresses, tells what has changed, and locks no error page', async () => {
    const text = JSON.stringify(onlyTea);
    const good = (response: { end: (text: string) => void }): void => response.end(text);
    const url = await serve(good, good, (response) => response.end('{"message": "gone"}'));
    const project = new ProjectFolder();
    expect((await project.run('sources', 'update', url)).stderr).toBe(`${url}: locked\n`);
    const lock = readFileSync('couplet.lock', 'utf8');
    expect((await project.run('sources', 'update')).stderr).toBe(`${url}: unchanged\n`);
    const { code, stderr } = await project.run('sources', 'update');
    expect(code).toBe(1);
    expect(stderr).toContain(`${url}: error: what came is no API document: it defines nothing`);
    expect(readFileSync('couplet.lock', 'utf8')).toBe(lock);
  });

  it('mirror tells what cannot be downloaded', async () => {
    const url = await serveNothing();
    const { code, stderr } = await new ProjectFolder().run('sources', 'mirror', 'usb', url);
    expect(code).toBe(1);
    expect(stderr).toContain(
      `${url}: error: no connection to the server: it refuses the connection`,
    );
  });
});

describe('couplet diff', () => {
  it('takes names of the catalog', async () => {
    const origin = await serve((response) => response.end(JSON.stringify(onlyTea)));
    const catalog = `catalog: { tea: { '1': ['${origin}/1'], '2': ['${origin}/2'] } }`;
    const project = new ProjectFolder({ 'couplet.yaml': `libraries: []\n${catalog}` });
    expect(await project.run('diff', 'tea@1', 'tea@2')).toMatchObject({ code: 0 });
    expect(readFileSync('couplet.lock', 'utf8')).toContain('"tea@2"');
    expect(await project.run('diff', 'tea@1', 'tea@3')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('"tea" has no version "3"'),
    });
  });
});

describe('couplet init', () => {
  it('writes a project file that can be read, and says what to do', async () => {
    const project = new ProjectFolder();
    const { code, stderr } = await project.run('init');
    expect(code).toBe(0);
    expect(stderr).toContain('couplet generate --frozen');
    const text = readFileSync('couplet.yaml', 'utf8');
    expect(text).toBe(projectFile);
    const diagnostics = new Diagnostics();
    const { libraries } = readProject(documentOf(parse(text), 'couplet.yaml'), diagnostics);
    expect(diagnostics.list()).toEqual([]);
    expect(libraries).toMatchObject([{ label: '4.20', from: ['openshift@4.20'] }]);
  });

  it('shows everything else in comments that are right as well', () => {
    const uncommented = projectFile
      .replaceAll(/^( *)# ((?: {2})*(?:- |[\w-]+:|'1\.2':).*)$/gm, '$1$2')
      .replace(/^yaml-language-server.*$/m, '');
    const diagnostics = new Diagnostics();
    const document = documentOf(parse(uncommented), 'couplet.yaml');
    const { libraries, catalog } = readProject(document, diagnostics);
    expect(diagnostics.list()).toEqual([]);
    expect(libraries[0]).toMatchObject({ featureSet: 'TechPreviewNoUpgrade', localName: 'o' });
    expect([...catalog.keys()]).toEqual(['tea-operator']);
  });

  it('overwrites nothing', async () => {
    const project = new ProjectFolder({ 'couplet.yaml': 'mine' });
    expect(await project.run('init')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'couplet.yaml was not written: it is there already\n',
    });
    expect(readFileSync('couplet.yaml', 'utf8')).toBe('mine');
  });
});
