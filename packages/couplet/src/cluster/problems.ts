import type { Problems } from '../diagnostic/problem.ts';
import { defineProblems, shorten } from '../diagnostic/problem.ts';

/** The problems on the way to a cluster. No message holds a credential, or anything that may be one. */
export interface ClusterParameters {
  'kubeconfig-missing': { context: string | undefined };
  'kubeconfig-syntax': { problem: string };
  'kubeconfig-wrong': { expected: string; found: string };
  'kubeconfig-name-unknown': { what: string; name: string; known: readonly string[] };
  'context-not-chosen': { known: readonly string[] };
  'credential-unsupported': { method: string };
  'credential-unusable': { what: string; reason: string };
  'certificate-expired': { date: string };
  'plugin-failed': { command: string; reason: string; hint: string };
  'cluster-unverified': {};
  'cluster-unauthorised': {};
  'cluster-forbidden': {};
  'cluster-untrusted': { reason: string };
  'cluster-alert': { reason: string };
  'cluster-hung-up': { reason: string };
  'proxy-refused': { status: number };
  'cluster-without-openapi': {};
  'cluster-answer-wrong': { expected: string; found: string };
  'cluster-too-large': { limit: string };
  'cluster-version-unknown': { reason: string; label: string };
  'cluster-scopes-unknown': { reason: string };
}

export const clusterProblems: Problems<ClusterParameters> = defineProblems<ClusterParameters>({
  'kubeconfig-missing': {
    severity: 'error',
    message: ({ context }) =>
      context === undefined
        ? 'there is no kubeconfig, and this is no pod with a service account'
        : `there is no kubeconfig that could have the context ${shorten(context)}`,
    advice: 'Log in to the cluster first, or name the file with --kubeconfig or KUBECONFIG.',
  },
  'kubeconfig-syntax': {
    severity: 'error',
    message: ({ problem }) => `the kubeconfig cannot be read: ${problem}`,
    advice: 'Correct it here; its text is not shown, as it may hold credentials.',
  },
  'kubeconfig-wrong': {
    severity: 'error',
    message: ({ expected, found }) => `expected ${expected}, found ${found}`,
    advice: 'Correct the kubeconfig; kubectl config view shows it without its credentials.',
  },
  'kubeconfig-name-unknown': {
    severity: 'error',
    message: ({ what, name, known }) =>
      `the kubeconfig has no ${what} ${shorten(name)}${listOf(known)}`,
    advice: 'Choose a context with --context; kubectl config get-contexts lists them.',
  },
  'context-not-chosen': {
    severity: 'error',
    message: ({ known }) => `the kubeconfig has no current-context${listOf(known)}`,
    advice: 'Choose a context with --context, or with kubectl config use-context.',
  },
  'credential-unsupported': {
    severity: 'error',
    message: ({ method }) => `${method} is not supported`,
    advice: 'Use a token, a client certificate or an exec plugin.',
  },
  'credential-unusable': {
    severity: 'error',
    message: ({ what, reason }) => `the ${what} cannot be used: ${reason}`,
    advice: 'Log in to the cluster again, or correct the kubeconfig.',
  },
  'certificate-expired': {
    severity: 'warning',
    message: ({ date }) => `the client certificate has expired on ${date}`,
    advice: 'Log in to the cluster again, or renew the certificate.',
  },
  'plugin-failed': {
    severity: 'error',
    message: ({ command, reason, hint }) =>
      `the exec plugin ${shorten(command)} gives no credentials: ${reason}` +
      (hint === '' ? '' : `; its install hint says: ${hint}`),
    advice: 'Run a command of kubectl with the same context to see whether that works.',
  },
  'cluster-unverified': {
    severity: 'warning',
    message: () => 'insecure-skip-tls-verify is set: anybody on the way can pose as the cluster',
    advice: 'Name the authority of the cluster in certificate-authority instead.',
  },
  'cluster-unauthorised': {
    severity: 'error',
    message: () => 'the cluster does not accept the credentials (status 401)',
    advice: 'Log in to the cluster again: tokens and certificates expire.',
  },
  'cluster-forbidden': {
    severity: 'error',
    message: () => 'the cluster does not allow this to be read (status 403)',
    advice: 'The user needs the cluster role system:discovery, which all who log in usually have.',
  },
  'cluster-untrusted': {
    severity: 'error',
    message: ({ reason }) => `no safe connection to the cluster: ${shorten(reason)}`,
    advice: 'Check certificate-authority and tls-server-name of the cluster in the kubeconfig.',
  },
  'cluster-alert': {
    severity: 'error',
    message: ({ reason }) => `the cluster refuses the TLS connection: ${shorten(reason)}`,
    advice: 'Most often it is the client certificate of the user: log in again, or renew it.',
  },
  'cluster-hung-up': {
    severity: 'error',
    message: ({ reason }) => `the cluster hung up without an answer: ${shorten(reason)}`,
    advice: 'It may not accept the client certificate of the user, or want one; else try again.',
  },
  'proxy-refused': {
    severity: 'error',
    message: ({ status }) => `the proxy gives no connection to the cluster (status ${status})`,
    advice: 'Check proxy-url in the kubeconfig, or HTTPS_PROXY and NO_PROXY.',
  },
  'cluster-without-openapi': {
    severity: 'error',
    message: () => 'it has neither /openapi/v3 nor /openapi/v2 (status 404)',
    advice: 'Check that the server of the kubeconfig is the API server of a cluster.',
  },
  'cluster-answer-wrong': {
    severity: 'error',
    message: ({ expected, found }) => `expected ${expected}, found ${found}`,
    advice: 'Check that the server of the kubeconfig is the API server of a cluster.',
  },
  'cluster-too-large': {
    severity: 'error',
    message: ({ limit }) => `the cluster has more than ${limit}`,
    advice: 'Check that the server of the kubeconfig is the API server of a cluster.',
  },
  'cluster-version-unknown': {
    severity: 'note',
    message: ({ reason, label }) => `${reason}; the library is called ${shorten(label)}`,
    advice: 'Name the library with --label.',
  },
  'cluster-scopes-unknown': {
    severity: 'warning',
    message: ({ reason }) => `the cluster does not tell which kinds have no namespace: ${reason}`,
    advice: 'All kinds are generated, but none is marked as one of the whole cluster.',
  },
});

function listOf(known: readonly string[]): string {
  if (known.length === 0) return '';
  const shown = known.slice(0, 10).map(shorten).join(', ');
  return `, but ${shown}${known.length > 10 ? ` and ${known.length - 10} more` : ''}`;
}
