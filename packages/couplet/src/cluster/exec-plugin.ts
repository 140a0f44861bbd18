import type { ChildProcessByStdio } from 'node:child_process';
import { spawn } from 'node:child_process';
import { isAbsolute } from 'node:path';
import type { Readable } from 'node:stream';
import { shorten } from '../diagnostic/problem.ts';
import type { Cursor } from '../json/cursor.ts';
import { isJsonObject, ownValue } from '../json/object.ts';
import { parseJson } from '../source/json/documents.ts';
import type { Credentials } from './access-data.ts';
import { isToken } from './access-data.ts';
import type { Environment } from './kubeconfig.ts';
import { entriesAt, resolvePath } from './kubeconfig-entry.ts';
import { isPem, readPem } from './pem.ts';
import { clusterProblems } from './problems.ts';

/** The versions of the exec protocol that kubectl speaks. */
const apiVersions: readonly string[] = [
  'client.authentication.k8s.io/v1',
  'client.authentication.k8s.io/v1beta1',
];

/** The time that a plugin may take; some have the user log in with a browser. */
const timeoutSeconds = 120;

/** An ExecCredential has a token, or a certificate with its key. */
const maximumAnswerBytes = 1024 * 1024;

/** The outcome of a command. */
interface Outcome {
  readonly answer: string;
  /** The reason why there is no answer. */
  readonly reason?: string;
}

/**
 * Runs the exec plugin of a user (the Kubernetes documentation, "client-go credential plugins") and gives the
 * credentials in its answer. The command is run without a shell; what it writes to standard error is shown.
 * Whatever keeps it from giving credentials is reported, the answer itself never.
 */
export async function runPlugin(
  plugin: Cursor,
  cluster: Cursor,
  env: Environment,
): Promise<Credentials> {
  const apiVersion = readApiVersion(plugin);
  const named = plugin.text('command');
  if (named === undefined) reportMistake(plugin, 'command', 'a command', 'nothing');
  if (named === undefined || apiVersion === undefined) return {};
  // As a shell does: a name is looked up in the PATH, a path is one from where the kubeconfig is.
  const command = /[/\\]/.test(named) && !isAbsolute(named) ? resolvePath(plugin, named) : named;
  const info = executionInfo(plugin, cluster, apiVersion);
  const environment = { ...env, ...variablesOf(plugin), KUBERNETES_EXEC_INFO: info };
  const { answer, reason } = await run(command, plugin.texts('args'), environment, timeoutSeconds);
  const result = reason === undefined ? readAnswer(answer, apiVersion) : reason;
  if (typeof result !== 'string') return result;
  const hint = plugin.text('installHint');
  const shownHint = hint === undefined ? '' : JSON.stringify(hint.slice(0, 1000));
  const problem = { command: named, reason: result, hint: shownHint };
  plugin.at('command').report(clusterProblems['plugin-failed'], problem);
  return {};
}

/** The version of the protocol; a plugin that cannot be run as it wants is reported. */
function readApiVersion(plugin: Cursor): string | undefined {
  if (plugin.text('interactiveMode') === 'Always') {
    const found = 'interactiveMode Always';
    return reportMistake(plugin, 'interactiveMode', 'a plugin that asks nothing', found);
  }
  const apiVersion = plugin.text('apiVersion') ?? '';
  if (apiVersions.includes(apiVersion)) return apiVersion;
  return reportMistake(plugin, 'apiVersion', apiVersions.join(' or '), shorten(apiVersion));
}

function reportMistake(plugin: Cursor, key: string, expected: string, found: string): undefined {
  return plugin.at(key).report(clusterProblems['kubeconfig-wrong'], { expected, found });
}

function variablesOf(plugin: Cursor): Environment {
  const variables = entriesAt(plugin, 'env').map(
    (entry) => [entry.text('name') ?? '', entry.text('value') ?? ''] as const,
  );
  return Object.fromEntries(variables.filter(([name]) => name !== ''));
}

/**
 * Gives what a plugin is told in KUBERNETES_EXEC_INFO: that nobody can answer its questions and, if it wants, the
 * cluster.
 */
function executionInfo(plugin: Cursor, cluster: Cursor, apiVersion: string): string {
  const told = plugin.flag('provideClusterInfo') === true ? { cluster: clusterInfo(cluster) } : {};
  const spec = { interactive: false, ...told };
  return JSON.stringify({ apiVersion, kind: 'ExecCredential', spec });
}

/** As kubectl tells it: the authority also where the kubeconfig only names its file. */
function clusterInfo(cluster: Cursor): object {
  const authority = readPem(cluster, 'certificate-authority');
  return {
    server: cluster.text('server'),
    'tls-server-name': cluster.text('tls-server-name'),
    'insecure-skip-tls-verify': cluster.flag('insecure-skip-tls-verify') === true,
    'certificate-authority-data': authority && Buffer.from(authority).toString('base64'),
    'proxy-url': cluster.text('proxy-url'),
    config: entriesAt(cluster, 'extensions')
      .find((extension) => extension.text('name') === 'client.authentication.k8s.io/exec')
      ?.at('extension').value,
  };
}

/** Runs a command without a shell, to its end or until it has taken too long or said too much. */
export async function run(
  command: string,
  args: readonly string[],
  env: Environment,
  seconds: number,
): Promise<Outcome> {
  try {
    const child = spawn(command, [...args], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    return await answerOf(child, seconds);
  } catch (error) {
    // What no command may hold, such as a NUL character, is found before it is started.
    if (!(error instanceof Error)) throw error;
    return { answer: '', reason: whyNotStarted(error) };
  }
}

function answerOf(
  child: ChildProcessByStdio<null, Readable, null>,
  seconds: number,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const end = (outcome: Outcome): void => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      // What the command has started may still hold the pipe.
      child.stdout.destroy();
      resolve(outcome);
    };
    const timer = setTimeout(() => {
      end({ answer: '', reason: `it has not ended within ${seconds} seconds` });
    }, seconds * 1000);
    child.stdout.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > maximumAnswerBytes) end({ answer: '', reason: 'its answer is too long' });
    });
    child.on('error', (error) => end({ answer: '', reason: whyNotStarted(error) }));
    child.on('close', (code, signal) => {
      const answer = Buffer.concat(chunks).toString();
      if (code === 0) end({ answer });
      else end({ answer: '', reason: `it ended with ${signal ?? `exit code ${code}`}` });
    });
  });
}

function whyNotStarted(error: Error): string {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such command';
  if (code === 'EACCES') return 'it must not be run';
  return `it cannot be run (${String(code)})`;
}

/** The credentials of an ExecCredential, or what is wrong with it. */
function readAnswer(text: string, apiVersion: string): Credentials | string {
  const answer = parseJson(text)?.value;
  if (!isJsonObject(answer)) return 'its answer is no JSON object';
  if (ownValue(answer, 'kind') !== 'ExecCredential') return 'its answer is no ExecCredential';
  if (ownValue(answer, 'apiVersion') !== apiVersion) return `its answer is not of ${apiVersion}`;
  const status = ownValue(answer, 'status');
  if (!isJsonObject(status)) return 'its answer has no status';
  const token = ownValue(status, 'token');
  const certificate = ownValue(status, 'clientCertificateData');
  const key = ownValue(status, 'clientKeyData');
  const credentials: Credentials = {
    ...(typeof token === 'string' && isToken(token) ? { token } : {}),
    ...(isPemText(certificate, 'client-certificate') && isPemText(key, 'client-key')
      ? { certificate, key }
      : {}),
  };
  if (Object.keys(credentials).length > 0) return credentials;
  return 'its answer has neither a token nor a client certificate with its key';
}

function isPemText(value: unknown, key: 'client-certificate' | 'client-key'): value is string {
  return typeof value === 'string' && isPem(value, key);
}
