import type { Problems } from '../diagnostic/problem.ts';
import { defineProblems } from '../diagnostic/problem.ts';
import { shorten } from '../diagnostic/problem.ts';

/** The problems with addresses and downloads. */
export interface NetParameters {
  'too-large': { limit: number };
  'url-invalid': { reason: string };
  'url-unreachable': { reason: string };
  'url-untrusted': { reason: string };
  'url-timed-out': { seconds: number };
  'url-broken-off': { reason: string };
  'url-redirect-refused': { reason: string };
  'url-not-found': { status: number };
  'url-forbidden': { status: number };
  'url-request-refused': { status: number };
  'url-server-failed': { status: number };
  'url-busy': { status: number; seconds: number };
  'url-without-document': { status: number };
}

export const netProblems: Problems<NetParameters> = defineProblems<NetParameters>({
  'too-large': {
    severity: 'error',
    message: ({ limit }) => `it is larger than ${limit / 1024 / 1024} MiB`,
    advice: 'Check that it is what you meant; a larger document must be split into several.',
  },
  'url-invalid': {
    severity: 'error',
    message: ({ reason }) => `the address cannot be used: ${reason}`,
    advice: 'Give an address that starts with https:// or http:// and holds no password.',
  },
  'url-unreachable': {
    severity: 'error',
    message: ({ reason }) => `no connection to the server: ${reason}`,
    advice: 'Check the address and the network.',
  },
  'url-untrusted': {
    severity: 'error',
    message: ({ reason }) => `no safe connection to the server: ${shorten(reason)}`,
    advice: 'If the certificate is from your own authority, name its file in NODE_EXTRA_CA_CERTS.',
  },
  'url-timed-out': {
    severity: 'error',
    message: ({ seconds }) => `the server has not sent the document within ${seconds} seconds`,
    advice: 'Try again, or download the document and give the file.',
  },
  'url-broken-off': {
    severity: 'error',
    message: ({ reason }) => `the connection broke off in the middle: ${shorten(reason)}`,
    advice: 'Try again, or download the document and give the file.',
  },
  'url-redirect-refused': {
    severity: 'error',
    message: ({ reason }) => `the server sends elsewhere, and this is not followed: ${reason}`,
    advice: 'Give the address at which the document itself is.',
  },
  'url-not-found': {
    severity: 'error',
    message: ({ status }) => `the server has no such document (status ${status})`,
    advice: 'Check the address.',
  },
  'url-forbidden': {
    severity: 'error',
    message: ({ status }) => `the server wants a login (status ${status})`,
    advice:
      'Download the document with your credentials and give the file, or - for standard input.',
  },
  'url-request-refused': {
    severity: 'error',
    message: ({ status }) => `the server refuses the request (status ${status})`,
    advice: 'Check the address; if the server limits requests, wait and try again.',
  },
  'url-server-failed': {
    severity: 'error',
    message: ({ status }) => `the server fails (status ${status})`,
    advice: 'Try again later, or download the document and give the file.',
  },
  'url-busy': {
    severity: 'error',
    message: ({ status, seconds }) =>
      `the server asks to be left alone for ${seconds} seconds (status ${status})`,
    advice: 'Try again after that time, or download the document and give the file.',
  },
  'url-without-document': {
    severity: 'error',
    message: ({ status }) => `the server answers without the document (status ${status})`,
    advice: 'Check the address in a browser.',
  },
});
