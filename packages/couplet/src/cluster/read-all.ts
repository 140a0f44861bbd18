import type { Failure } from '../net/failure.ts';
import { failure } from '../net/failure.ts';
import type { RawSource } from '../source/document.ts';
import { rawSource } from '../source/document.ts';
import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { ClusterConnection } from './connection.ts';
import { sourceNameOf } from './source-name.ts';
import { clusterProblems } from './problems.ts';

/** The number of documents that are asked for at a time: enough to hide the way, few enough not to be turned away. */
const maximumRequests = 6;

/** The number of documents that a cluster may have. One with 500 API groups has about 1,200. */
const maximumDocuments = 5000;

/**
 * Reads the documents at some paths, in the order of the paths: all of them, or none where one cannot be read. The
 * first failure is reported, and breaks off the others.
 *
 * @param mayFail failures of a single document that are left to the caller, who gets the others
 */
export async function readAll(
  paths: readonly string[],
  connection: ClusterConnection,
  diagnostics: Diagnostics,
  mayFail: (path: string, failure: Failure) => boolean = () => false,
): Promise<readonly RawSource[] | undefined> {
  const [first] = paths;
  if (paths.length > maximumDocuments && first !== undefined) {
    const limit = `${maximumDocuments} documents`;
    failure(clusterProblems['cluster-too-large'], { limit }).report(
      connection.nameOf(first),
      diagnostics,
    );
    return undefined;
  }
  const documents: RawSource[] = [];
  const waiting = paths.entries();
  let hasFailed = false;
  const readNext = async (): Promise<void> => {
    for (const [index, path] of waiting) {
      const result = await connection.get(path);
      if (hasFailed) return;
      if (result instanceof Uint8Array) {
        documents[index] = rawSource(sourceNameOf(path), result);
      } else if (!mayFail(path, result)) {
        hasFailed = true;
        result.report(connection.nameOf(path), diagnostics);
        await connection.close();
      }
    }
  };
  await Promise.all(Array.from({ length: maximumRequests }, readNext));
  // Without the gaps of documents that may fail.
  return hasFailed ? undefined : documents.filter(() => true);
}
