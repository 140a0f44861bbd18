import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import { put, temporaryFolder } from '../testing/output-folder.ts';
import type { ClusterAccess } from './access-data.ts';
import type { ClusterChoice } from './access.ts';
import { findAccess } from './access.ts';
import type { Environment } from './kubeconfig.ts';

/** How a cluster is reached with the given kubeconfigs, and what is wrong with them. */
async function find(
  files: Readonly<Record<string, string>>,
  choose: (folder: string) => { readonly choice?: ClusterChoice; readonly env?: Environment } = (
    folder,
  ) => ({ choice: { kubeconfig: join(folder, 'config') } }),
): Promise<{ access: ClusterAccess | undefined; problems: readonly string[] }> {
  const folder = temporaryFolder();
  put(folder, files);
  const { choice = {}, env = {} } = choose(folder);
  const diagnostics = new Diagnostics();
  const access = await findAccess(choice, { HOME: folder, ...env }, diagnostics);
  const list = diagnostics.list();
  expect(JSON.stringify(list)).not.toContain('secret');
  const problems = list.map(({ code, message, source, position, path }) => {
    const at = position === undefined ? '' : `:${position.line}:${position.column}`;
    return `${source?.replaceAll(`${folder}/`, '') ?? ''}${at} ${path} ${code}: ${message}`;
  });
  return { access, problems };
}

/** A kubeconfig with one context. */
function config(name: string, more = ''): string {
  return `
apiVersion: v1
kind: Config
current-context: ${name}
contexts: [{ name: ${name}, context: { cluster: ${name}, user: ${name} } }]
clusters: [{ name: ${name}, cluster: { server: "https://${name}.example.com:6443" } }]
users: [{ name: ${name}, user: { token: secret-${name} } }]
${more}`;
}

async function serverOf(...args: Parameters<typeof find>): Promise<string | undefined> {
  const { access, problems } = await find(...args);
  expect(problems).toEqual([]);
  return access?.server.host;
}

describe('the kubeconfig', () => {
  const files = {
    config: config('named'),
    'one/config': config('one'),
    'two/config': config('two'),
    '.kube/config': config('usual'),
  };

  test('is the one that is named', async () => {
    expect(await serverOf(files)).toBe('named.example.com:6443');
  });

  test('is that of KUBECONFIG if none is named', async () => {
    const env = (folder: string): Environment => ({ KUBECONFIG: `${folder}/one/config` });
    expect(await serverOf(files, (folder) => ({ env: env(folder) }))).toBe('one.example.com:6443');
  });

  test('is ~/.kube/config if there is no other', async () => {
    expect(await serverOf(files, () => ({}))).toBe('usual.example.com:6443');
    expect(await serverOf(files, () => ({ env: { KUBECONFIG: '' } }))).toBe(
      'usual.example.com:6443',
    );
  });

  test('is put together from all files of KUBECONFIG, the first that says something decides', async () => {
    const merged = {
      ...files,
      empty: '',
      odd: '{clusters: [{name: two, cluster: {server: "https://odd.example.com"}}]}',
    };
    const env = (folder: string): Environment => ({
      KUBECONFIG: ['missing', 'empty', 'odd', 'one/config', 'two/config']
        .map((file) => join(folder, file))
        .join(':'),
    });
    expect(await serverOf(merged, (folder) => ({ env: env(folder) }))).toBe('one.example.com:6443');
    const choice = { context: 'two' };
    expect(await serverOf(merged, (folder) => ({ choice, env: env(folder) }))).toBe(
      'odd.example.com',
    );
  });

  test('may leave out https and the user', async () => {
    const { access, problems } = await find({
      config: `{current-context: a, contexts: [{name: a, context: {cluster: b}}],
        clusters: [{name: b, cluster: {server: tea.example.com, proxy-url: "http://p:1"}}], users: null}`,
    });
    expect(problems).toEqual([]);
    expect(access).toMatchObject({
      server: { href: 'https://tea.example.com/' },
      proxy: 'http://p:1',
    });
    expect(access?.token).toBeUndefined();
  });

  test('that is missing is told', async () => {
    expect((await find({})).problems).toEqual([
      'config  file-not-found: there is no such file or folder',
    ]);
    expect((await find({ 'config/a.yaml': '' })).problems).toEqual([
      'config  kubeconfig-wrong: expected a file, found a folder',
    ]);
    expect((await find({}, () => ({}))).problems).toEqual([
      '  kubeconfig-missing: there is no kubeconfig, and this is no pod with a service account',
    ]);
  });
});

describe('a name in the kubeconfig', () => {
  test('is missing where there is no kubeconfig', async () => {
    const { problems } = await find({}, () => ({ choice: { context: 'tea' } }));
    expect(problems).toEqual([
      '  kubeconfig-missing: there is no kubeconfig that could have the context "tea"',
    ]);
  });

  test.each([
    ['current-context: other\n', 'no context "other", but "a"', ''],
    ['', 'no current-context, but "a"', ''],
    ['', 'no context "b", but "a"', 'b'],
  ])('that leads nowhere is told: %j', async (current, told, context) => {
    const text = `${current}contexts: [{name: a, context: {cluster: a}}]`;
    const { problems } = await find({ config: text }, (folder) => ({
      choice: { kubeconfig: join(folder, 'config'), ...(context === '' ? {} : { context }) },
    }));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`the kubeconfig has ${told}`);
  });

  test.each([
    [
      '{cluster: x}',
      'contexts[0].context.cluster kubeconfig-name-unknown: the kubeconfig has no cluster "x", but "c"',
    ],
    [
      '{user: u}',
      'contexts[0].context.cluster kubeconfig-name-unknown: the kubeconfig has no cluster "", but "c"',
    ],
    [
      '{cluster: c, user: x}',
      'contexts[0].context.user kubeconfig-name-unknown: the kubeconfig has no user "x"',
    ],
  ])('that a context has is looked for: %s', async (context, told) => {
    const { problems } = await find({
      config: `current-context: a
contexts: [{name: a, context: ${context}}]
clusters: [{name: c, cluster: {server: "https://a"}}]`,
    });
    expect(problems[0]).toContain(told);
  });
});

describe('a hostile kubeconfig', () => {
  const clusters = 'clusters: [{name: a, cluster: {server: "https://a"}}]';
  const start = `current-context: a\ncontexts: [{name: a, context: {cluster: a, user: a}}]\n`;
  const user = (content: string): string =>
    `${start}${clusters}\nusers: [{name: a, user: ${content}}]`;
  const cluster = (content: string): string =>
    `${start}clusters: [{name: a, cluster: ${content}}]\nusers: [{name: a, user: {}}]`;

  test.each([
    [
      '{"users": [{"token": "secret"',
      ':1:30  kubeconfig-syntax: the kubeconfig cannot be read: json-syntax',
    ],
    ['token: *secret', ':1:8  kubeconfig-syntax: the kubeconfig cannot be read: unknown-anchor'],
    ['token: "secret', ':1:15  kubeconfig-syntax: the kubeconfig cannot be read: yaml-syntax'],
    ['secret', ':1:1  kubeconfig-wrong: expected an object, found text'],
    ['[secret]', ':1:1  kubeconfig-wrong: expected an object, found a list'],
    ['users: secret', ':1:1 users kubeconfig-wrong: expected a list, found text'],
    ['users: [secret]', ':1:9 users[0] kubeconfig-wrong: expected an object, found text'],
    [
      'users: [{name: a, user: secret}]',
      ':1:19 users[0].user kubeconfig-wrong: expected an object, found text',
    ],
    [
      'users: [{name: [secret], user: {}}]',
      ':1:10 users[0].name kubeconfig-wrong: expected text, found a list',
    ],
    [
      user('{token: [secret]}'),
      ':4:26 users[0].user.token kubeconfig-wrong: expected text, found a list',
    ],
    [
      user('{token: "se\\ncret secret"}'),
      ':4:26 users[0].user.token credential-unusable: the token cannot be used: it holds characters that no token has',
    ],
    [
      user('{token: 7}'),
      ':4:26 users[0].user.token kubeconfig-wrong: expected text, found a number',
    ],
    [
      user('{username: u, password: secret}'),
      ':4:26 users[0].user.username credential-unsupported: a user name with a password is not supported',
    ],
    [
      user('{auth-provider: {name: secret}}'),
      ':4:26 users[0].user.auth-provider credential-unsupported: an auth-provider, which kubectl dropped in 1.26, is not supported',
    ],
    [
      user('{tokenFile: missing}'),
      ':4:26 users[0].user.tokenFile credential-unusable: the file of the token cannot be used: it cannot be read: no such file or directory',
    ],
    [
      user('{tokenFile: .}'),
      ':4:26 users[0].user.tokenFile credential-unusable: the file of the token cannot be used: it is no file',
    ],
    [
      user('{client-key-data: "!secret"}'),
      ':4:26 users[0].user.client-key-data credential-unusable: the client key cannot be used: it is no base64',
    ],
    [
      user('{client-key-data: c2VjcmV0}'),
      ':4:26 users[0].user.client-key-data credential-unusable: the client key cannot be used: it is no PEM',
    ],
    [
      user('{client-certificate: config}'),
      ':4:26 users[0].user.client-certificate credential-unusable: the client certificate cannot be used: the file is no PEM',
    ],
    [
      cluster('{}'),
      ':3:22 clusters[0].cluster.server kubeconfig-wrong: expected the address of a server that starts with https:// or http://, found nothing',
    ],
    [
      cluster('{server: "file:///etc/passwd"}'),
      'found an address that cannot be used: "file:" is neither http: nor https:',
    ],
    [
      cluster('{server: "https://u:secret@a"}'),
      'found an address that cannot be used: it holds a user name or password',
    ],
    [cluster('{server: "https://["}'), 'found an address that cannot be used: it is no URL'],
    [
      cluster('{server: "https://a", proxy-url: "socks5://u:secret@a"}'),
      'expected the http or https address of a proxy, found "socks5:"',
    ],
    [
      cluster('{server: "https://a", insecure-skip-tls-verify: "secret"}'),
      'expected true or false, found text',
    ],
    [
      cluster('{server: "https://a", certificate-authority: /dev/zero}'),
      'credential-unusable: the certificate of the authority cannot be used: it is no file',
    ],
  ])('is told with its place and without its text: %s', async (text, told) => {
    const { access, problems } = await find({ config: text });
    expect(access).toBeUndefined();
    expect(problems.join('\n')).toContain(told);
  });

  test('with odd names changes nothing else', async () => {
    const { problems } = await find({
      config: `current-context: __proto__
contexts: [{name: __proto__, context: {cluster: constructor, __proto__: {cluster: a}}}]`,
    });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('the kubeconfig has no cluster "constructor"');
  });
});
