import { join } from 'node:path';
import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import { placeInText } from '../diagnostic/place.ts';
import type { ClusterAccess } from './access-data.ts';
import { isToken } from './access-data.ts';
import type { Environment } from './kubeconfig.ts';
import { isPem } from './pem.ts';
import { readSmallFile } from './small-file.ts';
import { clusterProblems } from './problems.ts';

/** The folder in which Kubernetes puts what a pod needs to ask the cluster that it runs in. */
const usualFolder = '/var/run/secrets/kubernetes.io/serviceaccount';

/**
 * Finds out how a program in a pod reaches its cluster: by the variables that Kubernetes sets, with the token of its
 * service account. What is missing is reported.
 */
export function readServiceAccount(
  env: Environment,
  diagnostics: Diagnostics,
  folder: string = usualFolder,
): ClusterAccess | undefined {
  const host = env['KUBERNETES_SERVICE_HOST'] ?? '';
  const port = env['KUBERNETES_SERVICE_PORT'] ?? '';
  const address = `https://${host.includes(':') ? `[${host}]` : host}:${port}`;
  if (host === '' || port === '' || !URL.canParse(address)) {
    diagnostics.report(clusterProblems['kubeconfig-missing'], { context: undefined });
    return undefined;
  }
  const token = readPart(folder, 'token', isToken, diagnostics);
  const authority = readPart(
    folder,
    'ca.crt',
    (text) => isPem(text, 'certificate-authority'),
    diagnostics,
  );
  if (token === undefined || authority === undefined) return undefined;
  return { server: new URL(address), authority, token };
}

function readPart(
  folder: string,
  name: string,
  isRight: (text: string) => boolean,
  diagnostics: Diagnostics,
): string | undefined {
  const path = join(folder, name);
  const file = readSmallFile(path);
  const text = file.text?.trim();
  if (text !== undefined && isRight(text)) return text;
  const what = `${name === 'token' ? 'token' : 'authority'} of the service account`;
  const reason = file.text === undefined ? file.reason : 'it holds something else';
  diagnostics.report(clusterProblems['credential-unusable'], { what, reason }, placeInText(path));
  return undefined;
}
