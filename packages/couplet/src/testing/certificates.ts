import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './output-folder.ts';

/** A certificate that is its own authority, with its key, both in PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

interface Wishes {
  /** The names that the certificate is for, as `subjectAltName` has it. */
  readonly name?: string;
  /** In the form of ASN.1's GeneralizedTime. */
  readonly from?: string;
  readonly to?: string;
}

/** Makes a certificate with `openssl`; it is gone after the test. `req` could not make one that has expired. */
export function makeCertificate({
  name = 'IP:127.0.0.1',
  from = '20200101000000Z',
  to = '20900101000000Z',
}: Wishes = {}): Certificate {
  const folder = temporaryFolder();
  const openssl = (...args: readonly string[]): void => {
    execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  };
  writeFileSync(join(folder, 'index'), '');
  writeFileSync(join(folder, 'config'), configuration(name));
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const subject = ['-subj', '/CN=couplet test', '-config', 'config'];
  openssl('req', '-new', ...curve, ...subject, '-keyout', 'key.pem', '-out', 'request.pem');
  const dates = ['-startdate', from, '-enddate', to];
  const files = ['-keyfile', 'key.pem', '-in', 'request.pem', '-out', 'cert.pem'];
  openssl('ca', '-selfsign', '-batch', '-notext', '-config', 'config', ...dates, ...files);
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  return { cert: read('cert.pem'), key: read('key.pem') };
}

function configuration(name: string): string {
  return `
[req]
distinguished_name = any
[ca]
default_ca = test
[test]
database = index
new_certs_dir = .
rand_serial = yes
default_md = sha256
policy = any
x509_extensions = extensions
[any]
commonName = supplied
[extensions]
basicConstraints = critical,CA:true
subjectAltName = ${name}
`;
}
