import { clusterName } from '../source/source-name.ts';

/**
 * The name of a document among the sources of a library, whatever the cluster's address is: clusters add a hash of its
 * content to the path.
 */
export function sourceNameOf(path: string): string {
  return `${clusterName}${path.replace(/\?.*$/s, '')}`;
}

/** The file that a document is saved as, from the folder of all of them: `openapi/v2.json`. */
export function fileNameOf(sourceName: string): string {
  return `${sourceName.slice(clusterName.length + 1)}.json`;
}
