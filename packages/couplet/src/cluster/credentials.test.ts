import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import { makeCertificate } from '../testing/certificates.ts';
import { base64, hasOpenSsl, kubeconfigOf } from '../testing/cluster.ts';
import { put, temporaryFolder } from '../testing/output-folder.ts';
import type { ClusterAccess } from './access-data.ts';
import { findAccess } from './access.ts';
import { run } from './exec-plugin.ts';
import { readServiceAccount } from './service-account.ts';

const apiVersion = 'client.authentication.k8s.io/v1';

interface Outcome {
  readonly access: ClusterAccess | undefined;
  readonly problems: readonly string[];
}

/** What a user of a kubeconfig logs in with; the kubeconfig lies in the folder `config`. */
async function logIn(user: object, folder = temporaryFolder(), cluster = {}): Promise<Outcome> {
  const told = { server: 'https://tea.example.com', ...cluster };
  put(folder, { 'config/kubeconfig': JSON.stringify(kubeconfigOf(told, user)) });
  const diagnostics = new Diagnostics();
  const choice = { kubeconfig: join(folder, 'config/kubeconfig') };
  const env = { PATH: process.env['PATH'], SEEN: 'outside' };
  const access = await findAccess(choice, env, diagnostics);
  const list = diagnostics.list();
  expect(JSON.stringify(list)).not.toContain('secret');
  return { access, problems: list.map(({ code, message }) => `${code}: ${message}`) };
}

/** An exec plugin that is a program of ours: what it prints is what the function gives, which gets its surroundings. */
function pluginOf(program: string, more: object = {}): object {
  return { exec: { apiVersion, command: process.execPath, args: ['-e', program], ...more } };
}

/** A plugin that answers with an object, whatever it is asked. */
function answering(answer: unknown): object {
  return pluginOf(`console.log(${JSON.stringify(JSON.stringify(answer))})`);
}

function credential(status: unknown): object {
  return { apiVersion, kind: 'ExecCredential', status };
}

describe('a token', () => {
  test('is taken from a file rather than from the kubeconfig', async () => {
    const folder = temporaryFolder();
    put(folder, { 'config/token': 'secret-new\n' });
    const { access } = await logIn({ token: 'secret-old', tokenFile: 'token' }, folder);
    expect(access?.token).toBe('secret-new');
  });

  test('keeps a plugin from being run', async () => {
    const user = { token: 'secret', ...pluginOf('process.exit(1)') };
    expect(await logIn(user)).toMatchObject({ access: { token: 'secret' }, problems: [] });
  });
});

describe.skipIf(!hasOpenSsl)('a client certificate', () => {
  test('is read from files beside the kubeconfig, or from the kubeconfig itself', async () => {
    const { cert, key } = makeCertificate();
    const folder = temporaryFolder();
    put(folder, { 'config/cert.pem': cert, 'config/key.pem': key });
    const files = { 'client-certificate': 'cert.pem', 'client-key': './key.pem' };
    const expected = { certificate: cert, key };
    expect((await logIn(files, folder)).access).toMatchObject(expected);
    const data = { 'client-certificate-data': base64(cert), 'client-key-data': base64(key) };
    const both = { ...data, 'client-certificate': 'missing', 'client-key': 'missing' };
    expect((await logIn(both, folder)).access).toMatchObject(expected);
  });

  test('needs its key, and the key its certificate', async () => {
    const { cert, key } = makeCertificate();
    expect((await logIn({ 'client-certificate-data': base64(cert) })).problems).toEqual([
      'credential-unusable: the client certificate cannot be used: its key is missing',
    ]);
    expect((await logIn({ 'client-key-data': base64(key) })).problems).toEqual([
      'credential-unusable: the client key cannot be used: its certificate is missing',
    ]);
    const other = { 'client-certificate-data': base64(makeCertificate().cert) };
    expect((await logIn({ ...other, 'client-key-data': base64(key) })).problems).toEqual([
      'credential-unusable: the client key cannot be used: it belongs to another certificate',
    ]);
  });
});

describe('an exec plugin', () => {
  test.each(['v1', 'v1beta1'])('of %s gives a token', async (version) => {
    const asked = `client.authentication.k8s.io/${version}`;
    const answer = { ...credential({ token: 'secret' }), apiVersion: asked };
    const program = `console.log(${JSON.stringify(JSON.stringify(answer))})`;
    const { access, problems } = await logIn(pluginOf(program, { apiVersion: asked }));
    expect({ token: access?.token, problems }).toEqual({ token: 'secret', problems: [] });
  });

  test.skipIf(!hasOpenSsl)('gives a client certificate', async () => {
    const { cert, key } = makeCertificate();
    const status = { clientCertificateData: cert, clientKeyData: key };
    const { access } = await logIn(answering(credential(status)));
    expect(access).toMatchObject({ certificate: cert, key });
  });

  test('gets its arguments as they are, its variables, and what it is to know', async () => {
    const program = `console.log(JSON.stringify({ ...JSON.parse(process.env.KUBERNETES_EXEC_INFO),
      status: { token: [process.argv[1], process.env.SEEN, process.env.TEA,
        Buffer.from(process.env.KUBERNETES_EXEC_INFO).toString('base64')].join(':') } }))`;
    const args = ['-e', program, '$(id);`id`*'];
    const more = { args, env: [{ name: 'TEA', value: 'green' }], provideClusterInfo: true };
    const extension = { name: 'client.authentication.k8s.io/exec', extension: { audience: 'tea' } };
    const cluster = { extensions: [{ name: 'other' }, extension], 'tls-server-name': 'pot' };
    const user = pluginOf(program, more);
    const { access, problems } = await logIn(user, temporaryFolder(), cluster);
    expect(problems).toEqual([]);
    const [argument, outside, own, info = ''] = access?.token?.split(':') ?? [];
    expect([argument, outside, own]).toEqual(['$(id);`id`*', 'outside', 'green']);
    expect(JSON.parse(Buffer.from(info, 'base64').toString())).toEqual({
      apiVersion,
      kind: 'ExecCredential',
      spec: {
        interactive: false,
        cluster: {
          server: 'https://tea.example.com',
          'tls-server-name': 'pot',
          'insecure-skip-tls-verify': false,
          config: { audience: 'tea' },
        },
      },
    });
  });

  test.skipIf(!hasOpenSsl)('is told the authority of a file, too', async () => {
    const { cert } = makeCertificate();
    const folder = temporaryFolder();
    put(folder, { 'config/ca.pem': cert });
    const program = `const info = process.env.KUBERNETES_EXEC_INFO;
      console.log(JSON.stringify({ ...JSON.parse(info),
        status: { token: JSON.parse(info).spec.cluster['certificate-authority-data'] } }))`;
    const user = pluginOf(program, { provideClusterInfo: true });
    const files = { 'certificate-authority': 'ca.pem' };
    const data = { 'certificate-authority-data': base64(cert) };
    for (const cluster of [files, data]) {
      const { access, problems } = await logIn(user, folder, cluster);
      expect({ token: access?.token, problems }).toEqual({ token: base64(cert), problems: [] });
    }
  });

  test('with a path lies where the path leads from the kubeconfig', async () => {
    const folder = temporaryFolder();
    const answer = JSON.stringify(credential({ token: 'secret' }));
    put(folder, { 'config/bin/plugin': `#!/bin/sh\necho '${answer}'\n` });
    chmodSync(join(folder, 'config/bin/plugin'), 0o755);
    const { access } = await logIn({ exec: { apiVersion, command: './bin/plugin' } }, folder);
    expect(access?.token).toBe('secret');
  });

  test.each([
    [{ token: 'se\ncret' }, 'neither a token nor a client certificate with its key'],
    [{ token: 7 }, 'neither a token nor a client certificate with its key'],
    [{ clientCertificateData: 'secret', clientKeyData: 'secret' }, 'neither a token nor'],
    [undefined, 'no status'],
  ])('that answers with the status %j is told', async (status, told) => {
    const { access, problems } = await logIn(answering(credential(status)));
    expect(access).toBeUndefined();
    expect(problems.join('\n')).toContain(`gives no credentials: its answer has ${told}`);
  });

  test.each([
    ['console.log("secret")', 'its answer is no JSON object'],
    ['console.log("[]")', 'its answer is no JSON object'],
    ['console.log("{}")', 'its answer is no ExecCredential'],
    ['console.log(\'{"kind":"ExecCredential"}\')', `its answer is not of ${apiVersion}`],
    ['process.exit(3)', 'it ended with exit code 3'],
    ['process.kill(process.pid)', 'it ended with SIGTERM'],
    ['console.log("secret".repeat(1e6)); setTimeout(() => {}, 1e6)', 'its answer is too long'],
  ])('that does %s is told', async (program, reason) => {
    const { problems } = await logIn(pluginOf(program, { installHint: 'brew\n"tea"' }));
    expect(problems).toEqual([
      `plugin-failed: the exec plugin ${JSON.stringify(process.execPath)} gives no credentials: ${reason}; its install hint says: "brew\\n\\"tea\\""`,
    ]);
  });

  test.each([
    [{ command: 'couplet-no-such-plugin' }, 'there is no such command'],
    [{ command: './kubeconfig' }, 'it must not be run'],
    [{ command: 'te\0a' }, 'it cannot be run (ERR_INVALID_ARG_VALUE)'],
  ])('that cannot be run is told: %j', async (more, reason) => {
    const { problems } = await logIn(pluginOf('', more));
    expect(problems).toEqual([
      `plugin-failed: the exec plugin ${JSON.stringify(more.command)} gives no credentials: ${reason}`,
    ]);
  });

  test.each([
    [{ command: undefined }, 'expected a command, found nothing'],
    [
      { apiVersion: 'client.authentication.k8s.io/v1alpha1' },
      'expected client.authentication.k8s.io/v1 or client.authentication.k8s.io/v1beta1, found "client.authentication.k8s.io/v1alpha1"',
    ],
    [
      { interactiveMode: 'Always' },
      'expected a plugin that asks nothing, found interactiveMode Always',
    ],
  ])('that is not described right is told: %j', async (more, problem) => {
    const { problems } = await logIn(pluginOf('', more));
    expect(problems).toEqual([`kubeconfig-wrong: ${problem}`]);
  });

  test('that never ends is ended, even where something that it started goes on', async () => {
    const started = performance.now();
    const outcome = await run(
      'sh',
      ['-c', 'sleep 1 & sleep 20'],
      { PATH: process.env['PATH'] },
      0.3,
    );
    expect(outcome).toEqual({ answer: '', reason: 'it has not ended within 0.3 seconds' });
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe('the service account of a pod', () => {
  const env = { KUBERNETES_SERVICE_HOST: 'fd00::1', KUBERNETES_SERVICE_PORT: '443' };

  test.skipIf(!hasOpenSsl)('is used where there is no kubeconfig', () => {
    const folder = temporaryFolder();
    const { cert } = makeCertificate();
    put(folder, { token: 'secret\n', 'ca.crt': cert });
    const diagnostics = new Diagnostics();
    expect(readServiceAccount(env, diagnostics, folder)).toEqual({
      server: new URL('https://[fd00::1]'),
      token: 'secret',
      authority: cert.trim(),
    });
    expect(diagnostics.list()).toEqual([]);
  });

  test('that has not all that it needs is told', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'ca.crt'), 'secret');
    const diagnostics = new Diagnostics();
    expect(readServiceAccount(env, diagnostics, folder)).toBeUndefined();
    expect(diagnostics.list().map(({ message }) => message)).toEqual([
      'the token of the service account cannot be used: it cannot be read: no such file or directory',
      'the authority of the service account cannot be used: it holds something else',
    ]);
  });
});
