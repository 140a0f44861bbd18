import { hasWebScheme } from '../net/address.ts';

/** A name that a user gives for a source, taken apart. */
export type SourceName =
  /** A release of the catalog: `openshift@4.20`. A file whose name looks like that is named as `./name@1.yaml`. */
  | { readonly kind: 'catalog'; readonly name: string; readonly version: string }
  /** An address. Only http and https can be read; of another scheme, that is told when it is to be read. */
  | { readonly kind: 'url'; readonly url: string; readonly isWeb: boolean }
  /** A file or a folder. */
  | { readonly kind: 'path'; readonly path: string }
  /** `-`, standard input. */
  | { readonly kind: 'stdin' }
  /** The live cluster that an option chose; users do not name it. */
  | { readonly kind: 'cluster' };

/**
 * The name of a live cluster among the sources, and the beginning of the names of its documents:
 * `<cluster>/openapi/v2`.
 */
export const clusterName = '<cluster>';

const catalogName = /^([a-z][a-z0-9-]{0,62})@([A-Za-z0-9][\w.-]{0,62})$/;
const scheme = /^[a-z][a-z\d+.-]+:\/\//i;

/** Tells what the name of a source stands for. Every text is one; whether something is there is not asked. */
export function parseSourceName(text: string): SourceName {
  if (text === '-') return { kind: 'stdin' };
  if (text === clusterName) return { kind: 'cluster' };
  const [, name, version] = catalogName.exec(text) ?? [];
  if (name !== undefined && version !== undefined) return { kind: 'catalog', name, version };
  if (scheme.test(text)) return { kind: 'url', url: text, isWeb: hasWebScheme(text) };
  return { kind: 'path', path: text };
}
