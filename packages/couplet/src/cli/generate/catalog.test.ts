import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ReleaseFile } from '../../catalog/catalog.ts';
import { findRelease, loadCatalog } from '../../catalog/catalog.ts';
import { printLock } from '../../catalog/lock.ts';
import { mirrorPath } from '../../catalog/origin.ts';
import { Diagnostics } from '../../diagnostic/diagnostics.ts';
import { packageRoot } from '../../package-root.ts';
import { contentsOf } from '../../testing/output-folder.ts';
import { ProjectFolder } from '../../testing/project-folder.ts';
import type { Answer } from '../../testing/servers.ts';
import { serve, serveNothing } from '../../testing/servers.ts';
import { kettleDefinition, onlyTea, teaApi } from '../../testing/tea.ts';

const slim = ['--target', 'jsonnet', '--slim'];
const specs = fileURLToPath(new URL('../../../shared/specs', packageRoot));

const openApiPath = 'openapi/openapi.json';

/** Puts a mirror of `openshift@4.20` into a project as `usb`. Gives its files, and where their content is. */
function mirrorRelease(project: ProjectFolder): {
  readonly files: readonly (ReleaseFile & { readonly path: string })[];
  readonly openApi: string;
  readonly crds: string;
} {
  const { files = [] } = findRelease(loadCatalog(), 'openshift@4.20', new Diagnostics()) ?? {};
  const compressed = readFileSync(join(specs, 'openshift/openapi-4.20.json.gz'));
  const openApi = gunzipSync(compressed).toString();
  const crds = join(specs, 'openshift/crds-4.20');
  const withPaths = files.map((file) => {
    return { ...file, path: file.url.replace(/^.*?\/[0-9a-f]{40}\//, '') };
  });
  for (const { url, path } of withPaths) {
    const text = path === openApiPath ? openApi : readFileSync(join(crds, path), 'utf8');
    project.put({ [`usb/${mirrorPath(new URL(url))}`]: text });
  }
  return { files: withPaths, openApi, crds };
}

/** Serves documents by their paths, all else with 404. */
function documents(files: Readonly<Record<string, object>>): Answer {
  return (response, request) => {
    const document = files[request.url ?? ''];
    response.statusCode = document === undefined ? 404 : 200;
    response.end(JSON.stringify(document));
  };
}

/** A project whose catalog has `tea@1.2`: an API and a CRD, at the given server. */
function teaProject(origin: string): ProjectFolder {
  return new ProjectFolder({
    'couplet.yaml': `
libraries:
  - sources: [tea@1.2]
    targets: [jsonnet]
catalog:
  tea:
    '1.2': ['${origin}/tea.json', '${origin}/kettle.json']
`,
  });
}

const teaFiles = { '/tea.json': teaApi, '/kettle.json': kettleDefinition };

describe('couplet generate with a catalog', () => {
  it('locks what it reads, and then needs no network', async () => {
    const origin = await serve(documents(teaFiles));
    const project = teaProject(origin);
    const first = await project.run('generate');
    expect(first).toMatchObject({ code: 0, stdout: '' });
    expect(first.stderr).toContain('1.2: 6 kinds');
    const lock = readFileSync('couplet.lock', 'utf8');
    expect(JSON.parse(lock)).toMatchObject({
      sources: {
        'tea@1.2': { version: '1.2', files: [{ size: JSON.stringify(teaApi).length }, {}] },
      },
    });
    const library = contentsOf('lib');
    project.put({
      'couplet.yaml': readFileSync('couplet.yaml', 'utf8').replaceAll(origin, await serveNothing()),
    });
    expect((await project.run('generate', '--frozen', '--out', 'again')).code).toBe(0);
    expect(contentsOf('again')).toEqual(library);
    expect(readFileSync('couplet.lock', 'utf8')).toBe(lock);
  });

  it('takes names beside the project file, with their versions as labels', async () => {
    const project = teaProject(await serve(documents(teaFiles)));
    expect((await project.run('generate', 'tea@latest', ...slim)).stderr).toContain('1.2: 6 kinds');
    expect(readFileSync('couplet.lock', 'utf8')).toContain(
      '"tea@latest": {\n      "version": "1.2"',
    );
    expect((await project.run('generate', '--from', 'tea@1.2', ...slim)).code).toBe(0);
  });

  it('refuses content that has changed, and locks it when told to', async () => {
    const changed = documents({ ...teaFiles, '/tea.json': onlyTea });
    const good = documents(teaFiles);
    const project = teaProject(await serve(good, good, changed));
    await project.run('generate');
    const lock = readFileSync('couplet.lock', 'utf8');
    const emptyCache = ['--cache', 'cache'];
    const refused = await project.run('generate', ...emptyCache);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(
      /tea\.json: error: it has \d+ bytes and the SHA-256 [0-9a-f]{64}, not \d+ bytes and [0-9a-f]{64}, as "couplet\.lock" has it for "tea@1\.2" \[content-changed\]/,
    );
    expect(readFileSync('couplet.lock', 'utf8')).toBe(lock);
    expect(await project.run('sources', 'update')).toEqual({
      code: 0,
      stdout: '',
      stderr: 'tea@1.2: renewed\n',
    });
    expect(readFileSync('couplet.lock', 'utf8')).not.toBe(lock);
    expect((await project.run('generate', '--frozen')).code).toBe(0);
  });

  it('tells when a first download is trusted, and not when it is locked', async () => {
    const address = 'raw.githubusercontent.com/kubernetes/kubernetes/v1.27.0';
    const project = new ProjectFolder({
      [`usb/${address}/api/openapi-spec/swagger.json`]: JSON.stringify(teaApi),
    });
    const args = ['generate', 'kubernetes@1.27', '--mirror', 'usb', ...slim];
    const { code, stderr } = await project.run(...args);
    expect(code).toBe(0);
    expect(stderr).toContain(
      'kubernetes@1.27: note: the catalog has no SHA-256 for "kubernetes@1.27": what came is trusted [download-trusted]',
    );
    expect((await project.run(...args)).stderr).not.toContain('[download-trusted]');
  });

  it('locks neither an error page nor anything in a dry run', async () => {
    const page: Answer = (response) => response.end('<!doctype html><p>Log in</p>');
    const project = teaProject(await serve(page, page, documents(teaFiles)));
    const { code, stderr } = await project.run('generate');
    expect(code).toBe(1);
    expect(stderr).toContain('[html-page]');
    expect((await project.run('generate', '--dry-run')).code).toBe(0);
    expect(existsSync('couplet.lock')).toBe(false);
  });

  it('reads nothing that is not locked with --frozen', async () => {
    const project = teaProject(await serveNothing());
    const { code, stderr } = await project.run('generate', '--frozen');
    expect(code).toBe(1);
    expect(stderr).toContain(
      'tea@1.2: error: it is not in "couplet.lock", and --frozen takes nothing else',
    );
    const address = await project.run(
      'generate',
      '--frozen',
      '--from',
      'https://example.com/a.json',
    );
    expect(address.stderr).toContain(
      'https://example.com/a.json: error: it is not in "couplet.lock"',
    );
  });

  it('locks addresses of a project file, and takes others as they are', async () => {
    const origin = await serve(documents(teaFiles));
    const project = new ProjectFolder();
    await project.run('generate', '--from', `${origin}/tea.json`, ...slim);
    expect(existsSync('couplet.lock')).toBe(false);
    project.put({ 'couplet.yaml': `libraries: [{ sources: ['${origin}/tea.json'] }]` });
    expect((await project.run('generate')).code).toBe(0);
    expect(readFileSync('couplet.lock', 'utf8')).toContain(
      `"${origin}/tea.json": {\n      "files"`,
    );
  });

  it('does nothing with a lock file that is damaged', async () => {
    const project = teaProject(await serveNothing());
    project.put({ 'couplet.lock': '<<<<<<< HEAD' });
    expect(await project.run('generate')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('couplet.lock: error: the lock file is not JSON'),
    });
    expect(readFileSync('couplet.lock', 'utf8')).toBe('<<<<<<< HEAD');
  });

  it('wants a label for each library', async () => {
    const project = teaProject(await serve(documents(teaFiles)));
    const text = readFileSync('couplet.yaml', 'utf8');
    project.put({
      '1.2.json': JSON.stringify(teaApi),
      'couplet.yaml': text.replace('libraries:', 'libraries:\n  - sources: [1.2.json]'),
    });
    expect((await project.run('generate')).stderr).toContain(
      'couplet.yaml: error: expected a label for each library, found "1.2" for two of them',
    );
  });

  it('tells of sources that cannot be read that, whatever they are called', async () => {
    const project = new ProjectFolder({
      'couplet.yaml': 'libraries: [{ sources: [a/tea.json] }, { sources: [b/tea.json] }]',
    });
    const { code, stderr } = await project.run('generate');
    expect(code).toBe(1);
    expect(stderr).toContain('a/tea.json: error: there is no such file or folder');
    expect(stderr).toContain('b/tea.json: error: there is no such file or folder');
    expect(stderr).not.toContain('a label for each library');
  });

  it('makes a folder of its own of any version that the lock file has', async () => {
    const project = teaProject(await serve(documents(teaFiles)));
    await project.run('sources', 'update', 'tea@1.2');
    const lock = readFileSync('couplet.lock', 'utf8');
    project.put({ 'couplet.lock': lock.replace('"version": "1.2"', '"version": "docs"') });
    expect((await project.run('generate')).stderr).toContain('docs_: 6 kinds');
  });

  it.each([
    [['openshift'], '"openshift" belongs to no option. Name a version too: openshift@latest, or'],
    [['openshift@'], '"openshift@" belongs to no option. Name a version too: openshift@latest, or'],
    [
      ['openshift@4.20', 'a.yaml'],
      '"a.yaml" belongs to no option. Each source needs its own --from',
    ],
    [['--label', 'x'], "option '--label' cannot be used with couplet.yaml, which says it"],
    [['tea@1', '--config', 'couplet.yaml'], `"tea@1" cannot be used with option '-c, --config`],
  ])('%j is wrong use', async (args, text) => {
    const project = teaProject(await serveNothing());
    const { code, stderr } = await project.run('generate', ...args);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining(`error: ${text}`),
    });
  });
});

describe('a mirror', () => {
  it('is made from what is locked, and gives the same bytes', async () => {
    const origin = await serve(documents(teaFiles));
    const project = teaProject(origin);
    await project.run('generate');
    const host = new URL(origin).host.replace(':', '%3A');
    expect((await project.run('sources', 'mirror', 'usb')).stderr).toBe(
      'tea@1.2: 2 files written, 0 unchanged in usb\n',
    );
    expect(Object.keys(contentsOf('usb'))).toEqual([`${host}/kettle.json`, `${host}/tea.json`]);
    expect((await project.run('sources', 'mirror', 'usb', 'tea@1.2')).stderr).toBe(
      'tea@1.2: 0 files written, 2 unchanged in usb\n',
    );
    const away = ['--mirror', 'usb', '--cache', 'empty'];
    expect((await project.run('generate', ...away, '--frozen', '--out', 'away')).code).toBe(0);
    expect(contentsOf('away')).toEqual(contentsOf('lib'));
  });

  it('says which files it does not have, and is not written over', async () => {
    const origin = await serve(documents(teaFiles));
    const project = teaProject(origin);
    const { stderr } = await project.run('generate', '--mirror', 'usb');
    for (const name of ['tea.json', 'kettle.json']) {
      const path = mirrorPath(new URL(`${origin}/${name}`));
      expect(stderr).toContain(
        `${origin}/${name}: error: the mirror does not have it: there is no "usb/${path}" [mirror-incomplete]`,
      );
    }
    project.put({ [`usb/${mirrorPath(new URL(`${origin}/tea.json`))}`]: 'mine' });
    const refused = await project.run('sources', 'mirror', 'usb', 'tea@1.2');
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('error: the mirror holds something else as "usb/');
  });

  it.skipIf(!existsSync(specs))(
    'has all of openshift@4.20, with the bytes of the files',
    async () => {
      const project = new ProjectFolder();
      const { files, openApi, crds } = mirrorRelease(project);
      project.put({ 'openapi.json': openApi });
      expect(files).toHaveLength(Object.keys(contentsOf(crds)).length + 1);
      const mirrored = await project.run('generate', 'openshift@4.20', '--mirror', 'usb', ...slim);
      expect(mirrored.code).toBe(0);
      const sources = ['--from', 'openapi.json', '--from', crds];
      await project.run('generate', ...sources, '--label', '4.20', '--out', 'files', ...slim);
      expect(contentsOf('lib')).toEqual(contentsOf('files'));
      expect(Object.keys(contentsOf('lib')).length).toBeGreaterThan(1000);
    },
  );
});

describe('a lock file of when the catalog had 95 files of openshift@4.20', () => {
  it.skipIf(!existsSync(specs))('is read as it is, and its user is told once', async () => {
    const project = new ProjectFolder();
    const { files, openApi, crds } = mirrorRelease(project);
    const former = files.filter(({ path }) => /^(openapi|payload-manifests\/crds)\//.test(path));
    const contents = new Map(Object.entries({ ...contentsOf(crds), [openApiPath]: openApi }));
    const lock = printLock(
      new Map([
        [
          'openshift@4.20',
          {
            version: '4.20',
            revision: /[0-9a-f]{40}/.exec(former[0]?.url ?? '')?.[0],
            files: former.map(({ url, sha256 = '', path }) => {
              return { url, sha256, size: Buffer.byteLength(contents.get(path) ?? '') };
            }),
          },
        ],
      ]),
    );
    // The very bytes that Couplet wrote then.
    expect(hash('sha256', lock)).toBe(
      '716ecb96102728bc5c2e6e24d3694007187b11495406b72699bf4c8f8e8474da',
    );
    project.put({
      'couplet.lock': lock,
      'couplet.yaml': `
libraries:
  - { sources: [openshift@4.20], label: one, targets: [jsonnet] }
  - { sources: [openshift@4.20], label: other, targets: [jsonnet] }
`,
    });

    // The second run finds everything done.
    for (const _ of ['first', 'second']) {
      const frozen = await project.run('generate', '--frozen', '--mirror', 'usb', '--slim');
      expect(frozen.code).toBe(0);
      expect(frozen.stderr.match(/\[lock-incomplete\]/g)).toHaveLength(1);
      expect(frozen.stderr).toContain(
        'openshift@4.20: note: "couplet.lock" has 95 of the 166 files that the catalog has of "openshift@4.20" now',
      );
    }
    expect(readFileSync('couplet.lock', 'utf8')).toBe(lock);

    // The same files, given as files.
    for (const { path } of former) project.put({ [`former/${path}`]: contents.get(path) ?? '' });
    const label = ['--label', 'one', '--out', 'files'];
    await project.run('generate', '--from', 'former', ...label, ...slim);
    expect(contentsOf('files/one')).toEqual(contentsOf('lib/one'));

    const update = await project.run('sources', 'update', 'openshift@4.20', '--mirror', 'usb');
    expect(update).toMatchObject({ code: 0, stderr: 'openshift@4.20: renewed\n' });
    expect(readFileSync('couplet.lock', 'utf8').match(/"url"/g)).toHaveLength(166);
  });
});
