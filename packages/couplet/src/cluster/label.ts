import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import { placeInText } from '../diagnostic/place.ts';
import type { JsonObject } from '../json/object.ts';
import { isJsonObject, ownValue } from '../json/object.ts';
import { parseJson } from '../source/json/documents.ts';
import type { ClusterConnection } from './connection.ts';
import { clusterProblems } from './problems.ts';

const openShiftPath = '/apis/config.openshift.io/v1';
const openShiftVersionPath = `${openShiftPath}/clusterversions/version`;
const versionPath = '/version';

/** The label of a library if its cluster does not tell its version. */
const namelessLabel = 'cluster';

/**
 * The label for the library of a cluster: the release of OpenShift (`4.20`), which is an object in the cluster, or that
 * of Kubernetes (`1.33`). Where it is not told, the next best, and that is reported.
 */
export async function labelOf(
  connection: ClusterConnection,
  diagnostics: Diagnostics,
): Promise<string> {
  const isOpenShift = (await connection.get(openShiftPath)) instanceof Uint8Array;
  const openShift = isOpenShift ? await readObject(openShiftVersionPath, connection) : undefined;
  const release = isJsonObject(openShift) ? releaseOf(openShiftVersion(openShift)) : undefined;
  if (release !== undefined) return release;
  const kubernetes = await readObject(versionPath, connection);
  const version = isJsonObject(kubernetes)
    ? releaseOf(ownValue(kubernetes, 'gitVersion'))
    : undefined;
  const label = version ?? namelessLabel;
  if (isOpenShift || version === undefined) {
    const path = isOpenShift ? openShiftVersionPath : versionPath;
    const what = isOpenShift ? 'the version of OpenShift' : 'the version of the cluster';
    const answer = isOpenShift ? openShift : kubernetes;
    const reason = `${what} is not known${typeof answer === 'string' ? ` (${answer})` : ''}`;
    const place = placeInText(connection.nameOf(path));
    diagnostics.report(clusterProblems['cluster-version-unknown'], { reason, label }, place);
  }
  return label;
}

/** The JSON object at a path, or the code of what stands against it. */
async function readObject(
  path: string,
  connection: ClusterConnection,
): Promise<JsonObject | string | undefined> {
  const answer = await connection.get(path);
  if (!(answer instanceof Uint8Array)) return answer.code;
  const value = parseJson(Buffer.from(answer).toString())?.value;
  return isJsonObject(value) ? value : undefined;
}

/** The release that was last installed in full; on the way to a first one, the wanted one. */
function openShiftVersion(clusterVersion: JsonObject): unknown {
  const status = ownValue(clusterVersion, 'status');
  if (!isJsonObject(status)) return undefined;
  const history = ownValue(status, 'history');
  const updates: readonly unknown[] = Array.isArray(history) ? history : [];
  const installed = updates
    .filter(isJsonObject)
    .find((update) => ownValue(update, 'state') === 'Completed');
  if (installed !== undefined) return ownValue(installed, 'version');
  const desired = ownValue(status, 'desired');
  return isJsonObject(desired) ? ownValue(desired, 'version') : undefined;
}

/** `v1.33.4+abc` is of the release `1.33`. */
function releaseOf(version: unknown): string | undefined {
  if (typeof version !== 'string') return undefined;
  return /^v?(\d{1,4}\.\d{1,4})(?:\.|$)/.exec(version)?.[1];
}
