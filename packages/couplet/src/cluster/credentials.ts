import type { Credentials } from './access-data.ts';
import { isToken } from './access-data.ts';
import type { Cursor } from '../json/cursor.ts';
import { runPlugin } from './exec-plugin.ts';
import type { Environment } from './kubeconfig.ts';
import { entryAt, pathAt } from './kubeconfig-entry.ts';
import { expiryOf, isPair, readPem } from './pem.ts';
import { readSmallFile } from './small-file.ts';
import { clusterProblems } from './problems.ts';

/**
 * The credentials of a user in a kubeconfig: a token, a client certificate, or what an exec plugin gives. What is wrong
 * with them, or not supported, is reported.
 *
 * @param cluster what the plugin may want to know
 */
export async function readCredentials(
  user: Cursor,
  cluster: Cursor,
  env: Environment,
): Promise<Credentials> {
  refuseOldMethods(user);
  const token = readToken(user);
  const certificate = readCertificate(user);
  const plugin = entryAt(user, 'exec');
  // As in kubectl, no plugin is run where there is a token.
  if (plugin === undefined || token !== undefined) return { ...certificate, token };
  return { ...certificate, ...(await runPlugin(plugin, cluster, env)) };
}

/** Reports what kubectl once could do, or does with a password. */
function refuseOldMethods(user: Cursor): void {
  if (user.text('username') !== undefined || user.text('password') !== undefined) {
    const method = 'a user name with a password';
    user.at('username').report(clusterProblems['credential-unsupported'], { method });
  }
  if (entryAt(user, 'auth-provider') !== undefined) {
    const method = 'an auth-provider, which kubectl dropped in 1.26,';
    user.at('auth-provider').report(clusterProblems['credential-unsupported'], { method });
  }
}

/** The token of a file counts for more than one in the kubeconfig, since it may be renewed. */
function readToken(user: Cursor): string | undefined {
  const file = pathAt(user, 'tokenFile');
  if (file === undefined) return checkToken(user, user.text('token'), 'token');
  const content = readSmallFile(file);
  if (content.text !== undefined) return checkToken(user, content.text, 'tokenFile');
  const { reason } = content;
  const problem = { what: 'file of the token', reason };
  return user.at('tokenFile').report(clusterProblems['credential-unusable'], problem);
}

function checkToken(user: Cursor, text: string | undefined, key: string): string | undefined {
  const token = text?.trim();
  if (token === undefined || isToken(token)) return token;
  const reason = token === '' ? 'it is empty' : 'it holds characters that no token has';
  return user.at(key).report(clusterProblems['credential-unusable'], { what: 'token', reason });
}

function readCertificate(user: Cursor): Credentials {
  const certificate = readPem(user, 'client-certificate');
  const key = readPem(user, 'client-key');
  if (certificate === undefined && key === undefined) return {};
  const reject = (what: string, reason: string): Credentials => {
    user.report(clusterProblems['credential-unusable'], { what, reason });
    return {};
  };
  if (certificate === undefined) return reject('client key', 'its certificate is missing');
  if (key === undefined) return reject('client certificate', 'its key is missing');
  if (!isPair(certificate, key)) return reject('client key', 'it belongs to another certificate');
  const date = expiryOf(certificate);
  if (date !== undefined) user.report(clusterProblems['certificate-expired'], { date });
  return { certificate, key };
}
