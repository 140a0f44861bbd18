import type { ProblemCauses } from '../diagnostic/problem.ts';
import type { ClusterParameters } from './problems.ts';

/** The cause of each problem of this layer, for docs/problems.md. */
export const clusterCauses: ProblemCauses<ClusterParameters> = {
  'kubeconfig-missing': {
    cause: 'A cluster is to be read, and nothing says how to reach one.',
    example: { context: undefined },
  },
  'kubeconfig-syntax': {
    cause: 'A kubeconfig is no YAML or JSON that can be read; the problem is told by its code.',
    example: { problem: 'yaml-syntax' },
  },
  'kubeconfig-wrong': {
    cause:
      'A value in a kubeconfig has another type or form than its place asks for. The value is not shown.',
    example: { expected: 'text', found: 'a list' },
  },
  'kubeconfig-name-unknown': {
    cause:
      'A context was chosen, or a context names a cluster or a user, that none of the kubeconfigs has.',
    example: { what: 'context', name: 'tea', known: ['coffee', 'milk'] },
  },
  'context-not-chosen': {
    cause: 'The kubeconfig has contexts, and none of them is the current one.',
    example: { known: ['coffee', 'milk'] },
  },
  'credential-unsupported': {
    cause: 'A user of the kubeconfig logs in by a way that Couplet does not have.',
    example: { method: 'a user name with a password' },
  },
  'credential-unusable': {
    cause: 'A token, certificate or key is not what it should be, or its file cannot be read.',
    example: { what: 'client certificate', reason: 'its key is missing' },
  },
  'certificate-expired': {
    cause:
      'The client certificate of the kubeconfig is past its end. The cluster is asked all the same.',
    example: { date: '2020-01-31' },
  },
  'plugin-failed': {
    cause:
      "The command that gives a user's credentials cannot be run, ends with an error, or answers with something else.",
    example: { command: 'tea-login', reason: 'there is no such command', hint: '' },
  },
  'cluster-unverified': {
    cause: 'The kubeconfig says that the certificate of the cluster is not checked.',
    example: {},
  },
  'cluster-unauthorised': {
    cause: 'The cluster does not know the credentials, or no longer.',
    example: {},
  },
  'cluster-forbidden': {
    cause: 'The cluster knows who asks, and does not let this user read its API documents.',
    example: {},
  },
  'cluster-untrusted': {
    cause: 'The certificate of the cluster does not check out.',
    example: { reason: 'unable to verify the first certificate' },
  },
  'cluster-alert': {
    cause: 'The cluster ends the TLS handshake with an alert.',
    example: { reason: 'tlsv1 alert unknown ca' },
  },
  'cluster-hung-up': {
    cause: 'The connection to the cluster ended before anything came.',
    example: { reason: 'other side closed' },
  },
  'proxy-refused': {
    cause: 'A proxy stands between, and does not lead to the cluster.',
    example: { status: 407 },
  },
  'cluster-without-openapi': {
    cause:
      'The server answers, but has no OpenAPI documents: it is no API server of Kubernetes, or a path is missing in its address.',
    example: {},
  },
  'cluster-answer-wrong': {
    cause:
      'The server answers with something other than what the API of Kubernetes promises; a proxy or a login page may stand in between.',
    example: { expected: 'the list of the OpenAPI documents', found: 'something else' },
  },
  'cluster-too-large': {
    cause: "The documents of the cluster are more, or larger, than any real cluster's.",
    example: { limit: '512 MiB' },
  },
  'cluster-version-unknown': {
    cause:
      'The library is to be named after the version of the cluster, and the cluster does not tell it.',
    example: {
      reason: 'the version of OpenShift is not known (cluster-forbidden)',
      label: 'cluster',
    },
  },
  'cluster-scopes-unknown': {
    cause:
      'The cluster gives its OpenAPI documents, but does not list the resources that it serves.',
    example: { reason: 'it does not give /apis (status 403)' },
  },
};
