import { isArray } from '../data.ts';
import { printDocument } from './document.ts';
import type { Fields } from './fields.ts';
import { orderedFields } from './fields.ts';

/** Options for how manifests are printed. */
export interface PrintOptions {
  /**
   * Tells whether the fields of every object are sorted by name. If not, a manifest starts with apiVersion, kind,
   * metadata and spec, and all else is in the order that it was given in.
   */
  readonly sortKeys?: boolean;
}

/**
 * Prints a manifest, or a list of manifests as a stream of documents, as YAML that readers of YAML 1.1 and 1.2
 * understand alike.
 *
 * Throws an error that names the path where there is anything but JSON: `undefined`, `NaN`, a function, an instance of
 * a class, an object that contains itself, or a manifest that is no object.
 */
export function toYaml(manifests: object, options: PrintOptions = {}): string {
  return documents(manifests, options).map(printDocument).join('---\n');
}

/**
 * Prints a manifest, or a list of manifests one after the other, as JSON, which `kubectl` and `jq` read so. Throws
 * where {@link toYaml} does.
 */
export function toJson(manifests: object, options: PrintOptions = {}): string {
  return documents(manifests, options)
    .map((manifest) => `${JSON.stringify(manifest, undefined, 2)}\n`)
    .join('');
}

function documents(manifests: object, { sortKeys = false }: PrintOptions): Fields[] {
  if (!isArray(manifests)) return [orderedFields(manifests, undefined, sortKeys)];
  return manifests.map((manifest, index) => orderedFields(manifest, index, sortKeys));
}
