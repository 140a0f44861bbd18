import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { naming } from '../files/file-system-error.ts';

/** The SHA-256 of a text's UTF-8, in hexadecimal. */
export function sha256(text: string): string {
  return hash('sha256', text);
}

/** The SHA-256 of a file's bytes, in hexadecimal. */
export function sha256File(file: string): string {
  return hash(
    'sha256',
    naming(file, () => readFileSync(file)),
  );
}
