import { describe, expect, test } from 'vitest';
import type { CommandResult } from '../../testing/command.ts';
import { runCommand, tidy } from '../../testing/command.ts';
import { hasOpenSsl, noDiscovery, serveCluster, teaDiscovery } from '../../testing/cluster.ts';
import { contentsOf, put, temporaryFolder } from '../../testing/output-folder.ts';
import { teaApi } from '../../testing/tea.ts';

const routes = {
  '/api': noDiscovery,
  '/apis': teaDiscovery,
  '/openapi/v2': teaApi,
  '/version': { gitVersion: 'v1.33.4' },
};

async function generate(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  return runCommand(['generate', ...args, '--out', `${folder}/lib`], { env });
}

/** The files of a library; Couplet's record of the run is none, as it knows where the documents came from. */
function libraryIn(folder: string): Readonly<Record<string, string>> {
  const files = Object.entries(contentsOf(folder));
  return Object.fromEntries(
    files.filter(([path]) => path.startsWith('lib/') && path !== 'lib/.couplet.json'),
  );
}

describe.skipIf(!hasOpenSsl)('couplet generate --cluster', () => {
  test('makes the library of the current cluster, called after its version', async () => {
    const folder = temporaryFolder();
    const { kubeconfig } = await serveCluster(routes);
    const { code, stderr } = await generate(folder, ['--cluster'], { KUBECONFIG: kubeconfig });
    expect(code).toBe(0);
    expect(tidy(stderr, folder)).toBe(
      '1.33: 3 kinds, 11 functions; 19 files written, 0 unchanged, 0 removed in lib\nin 0.0 s\n',
    );
  });

  test('makes the bytes that the same documents make as files', async () => {
    const folder = temporaryFolder();
    const other = temporaryFolder();
    const { kubeconfig } = await serveCluster(routes);
    const label = ['--label', 'tea', '--target', 'jsonnet,markdown,typescript'];
    expect((await generate(folder, ['--kubeconfig', kubeconfig, ...label])).code).toBe(0);
    put(other, { 'api.json': JSON.stringify(teaApi), 'apis.json': JSON.stringify(teaDiscovery) });
    const files = ['--from', `${other}/api.json`, '--from', `${other}/apis.json`];
    expect((await generate(other, [...files, ...label])).code).toBe(0);
    const expected = libraryIn(other);
    expect(Object.keys(expected).length).toBeGreaterThan(20);
    expect(libraryIn(folder)).toEqual(expected);
  });

  test('does nothing where nothing has changed', async () => {
    const folder = temporaryFolder();
    const { kubeconfig } = await serveCluster(routes);
    const args = ['--kubeconfig', kubeconfig, '--context', 'tea'];
    await generate(folder, args);
    const { stderr } = await generate(folder, args);
    expect(tidy(stderr, folder)).toContain('0 files written, 19 unchanged, 0 removed');
  });

  test('leaves the library as it is where the cluster cannot be read, and shows no credential', async () => {
    const folder = temporaryFolder();
    const { kubeconfig } = await serveCluster(routes);
    await generate(folder, ['--kubeconfig', kubeconfig]);
    const before = contentsOf(folder);
    const refusing = await serveCluster({
      '/api': (response) => response.writeHead(401).end(),
    });
    const args = ['--kubeconfig', refusing.kubeconfig];
    const { code, stderr } = await generate(folder, args);
    expect(code).toBe(1);
    expect(tidy(stderr.replaceAll(refusing.address, 'https://cluster'), folder)).toBe(
      `https://cluster/api: error: the cluster does not accept the credentials (status 401) [cluster-unauthorised]
  Log in to the cluster again: tokens and certificates expire.
1 error in 0.0 s
`,
    );
    expect(contentsOf(folder)).toEqual(before);
  });

  test('writes nothing about the cluster and the user into the library', async () => {
    const folder = temporaryFolder();
    const { kubeconfig, address } = await serveCluster(routes);
    const port = new URL(address).port;
    const { stdout } = await generate(folder, ['--kubeconfig', kubeconfig, '--json']);
    const written = JSON.stringify(contentsOf(folder)) + stdout;
    expect(written).not.toMatch(
      new RegExp(`127\\.0\\.0\\.1|:${port}\\b|PRIVATE|CERTIFICATE|drinker`),
    );
  });
});

describe('the option --cluster', () => {
  test.each([
    [
      ['--cluster', '--from', 'a.json'],
      "option '--cluster' cannot be used with option '-f, --from <source>'",
    ],
    [
      ['--context', 'a', '--config', 'a'],
      "option '--cluster' cannot be used with option '-c, --config <file>'",
    ],
    [['--kubeconfig', 'a', '--frozen'], "option '--cluster' cannot be used with option '--frozen'"],
    [['--cluster', 'openshift@4.20'], '"openshift@4.20" cannot be used with option \'--cluster\''],
    [['--context', ''], 'It must not be empty.'],
    [['--kubeconfig', ''], 'It must not be empty.'],
  ])('is not for %j', async (args, problem) => {
    const { code, stderr } = await generate('nowhere', args);
    expect(code).toBe(2);
    expect(stderr).toContain(problem);
  });
});
