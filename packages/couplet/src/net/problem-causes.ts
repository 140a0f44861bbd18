import type { ProblemCauses } from '../diagnostic/problem.ts';
import type { NetParameters } from './problems.ts';

/** The cause of each problem of this layer, for docs/problems.md. */
export const netCauses: ProblemCauses<NetParameters> = {
  'too-large': {
    cause:
      'An input has more bytes than Couplet takes, packed or unpacked: a file, standard input or what a server sends.',
    example: { limit: 64 * 1024 * 1024 },
  },
  'url-invalid': {
    cause:
      'A source looks like an address, but is none, has another scheme than http or https, or holds a user name or a password.',
    example: { reason: 'it holds a user name or password' },
  },
  'url-unreachable': {
    cause:
      'No connection came about: the name is unknown, nothing listens there, or there is no network.',
    example: { reason: 'its name is unknown' },
  },
  'url-untrusted': {
    cause: 'The certificate of the server does not check out, or the server speaks no TLS.',
    example: { reason: 'self-signed certificate in certificate chain' },
  },
  'url-timed-out': {
    cause: 'The server was reached, but the document was not complete when the time was up.',
    example: { seconds: 60 },
  },
  'url-broken-off': {
    cause: 'The connection ended before the document did.',
    example: { reason: 'other side closed' },
  },
  'url-redirect-refused': {
    cause:
      'The server sends elsewhere in a way that is not followed: too often, without saying where, or away from https.',
    example: { reason: 'it does not say where' },
  },
  'url-not-found': {
    cause: 'The server answers that nothing is at that address (status 404 or 410).',
    example: { status: 404 },
  },
  'url-forbidden': {
    cause:
      "The server wants to know who asks. Couplet sends no credentials to servers other than a cluster's.",
    example: { status: 401 },
  },
  'url-request-refused': {
    cause: 'The server does not answer this request (another status of 400 to 499).',
    example: { status: 429 },
  },
  'url-server-failed': {
    cause: 'Something is wrong with the server itself (status 500 and above).',
    example: { status: 503 },
  },
  'url-busy': {
    cause:
      'The server says how long it wants to be left alone, and did so after the last try or for longer than the run may take.',
    example: { status: 429, seconds: 3600 },
  },
  'url-without-document': {
    cause:
      'The server answers neither with the document nor with an error (another status below 400).',
    example: { status: 204 },
  },
};
