import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { Cursor } from '../json/cursor.ts';
import { pathAt } from './kubeconfig-entry.ts';
import { readSmallFile } from './small-file.ts';
import { clusterProblems } from './problems.ts';

/** A key of a kubeconfig under which there is PEM, in a file or in base64. */
export type PemKey = 'certificate-authority' | 'client-certificate' | 'client-key';

const names: Readonly<Record<PemKey, string>> = {
  'certificate-authority': 'certificate of the authority',
  'client-certificate': 'client certificate',
  'client-key': 'client key',
};

/**
 * The PEM text of a certificate or key: of `<key>-data`, else of the file that `<key>` names, as kubectl has it. What
 * is none is reported.
 */
export function readPem(entry: Cursor, key: PemKey): string | undefined {
  const dataKey = `${key}-data`;
  const data = entry.text(dataKey);
  const path = pathAt(entry, key);
  const reject = (at: string, reason: string): undefined =>
    entry.at(at).report(clusterProblems['credential-unusable'], { what: names[key], reason });
  if (data !== undefined) {
    if (!/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(data)) return reject(dataKey, 'it is no base64');
    const pem = Buffer.from(data, 'base64').toString();
    return isPem(pem, key) ? pem : reject(dataKey, 'it is no PEM');
  }
  if (path === undefined) return undefined;
  const file = readSmallFile(path);
  if (file.text === undefined) return reject(key, file.reason);
  return isPem(file.text, key) ? file.text : reject(key, 'the file is no PEM');
}

/** Tells whether a text holds a certificate, or a key without a password. */
export function isPem(text: string, key: PemKey): boolean {
  try {
    if (key === 'client-key') createPrivateKey(text);
    else readCertificate(text);
    return true;
  } catch {
    return false;
  }
}

/** Tells whether a key is that of a certificate. */
export function isPair(certificate: string, key: string): boolean {
  return readCertificate(certificate).checkPrivateKey(createPrivateKey(key));
}

/** Gives the day on which a certificate ended, if it already has: `2020-01-31`. */
export function expiryOf(pem: string): string | undefined {
  const end = new Date(readCertificate(pem).validTo);
  return end.getTime() < Date.now() ? end.toISOString().slice(0, 10) : undefined;
}

function readCertificate(pem: string): X509Certificate {
  return new X509Certificate(pem);
}
