import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import { placeInText } from '../diagnostic/place.ts';
import type { JsonObject } from '../json/object.ts';
import { isJsonObject, ownValue } from '../json/object.ts';
import type { RawSource } from '../source/document.ts';
import { rawSource } from '../source/document.ts';
import { parseAnswer } from './answer.ts';
import type { ClusterConnection } from './connection.ts';
import { readAll } from './read-all.ts';
import { sourceNameOf } from './source-name.ts';
import { clusterProblems } from './problems.ts';
import { sourceProblems } from '../source/problems.ts';

/**
 * The form that has all groups in one answer (Kubernetes 1.26 and later); older clusters do not know it, and answer with
 * a list of the groups.
 */
const accept = ['v2', 'v2beta1']
  .map((version) => `application/json;g=apidiscovery.k8s.io;v=${version};as=APIGroupDiscoveryList`)
  .concat('application/json')
  .join(',');

/** Answers of the API server while the one behind a group is away; the group's documents are missing as well. */
const staleCodes: ReadonlySet<string> = new Set(['url-server-failed', 'url-busy', 'url-not-found']);

/** The core group has a place of its own. */
const roots = ['/api', '/apis'];

/**
 * Reads what a cluster says of the kinds that it serves, which OpenAPI leaves open: whether they are in a namespace.
 * A cluster that does not tell that is one with a warning.
 *
 * @returns `undefined`, and the problem reported, where the cluster cannot be asked at all
 */
export async function readDiscovery(
  connection: ClusterConnection,
  diagnostics: Diagnostics,
): Promise<readonly RawSource[] | undefined> {
  const documents: RawSource[] = [];
  for (const root of roots) {
    const bytes = await connection.get(root, accept);
    if (!(bytes instanceof Uint8Array)) {
      return reportMissing(root, bytes, connection, diagnostics);
    }
    const answer = parseAnswer(bytes, root, connection, diagnostics);
    if (answer === undefined) return undefined;
    if (ownValue(answer, 'kind') === 'APIGroupDiscoveryList') {
      documents.push(rawSource(sourceNameOf(root), bytes));
      continue;
    }
    const lists = await readLists(root, answer, connection, diagnostics);
    if (lists === undefined) return undefined;
    documents.push(...lists);
  }
  return documents;
}

type Failure = Exclude<Awaited<ReturnType<ClusterConnection['get']>>, Uint8Array>;

function reportMissing(
  path: string,
  problem: Failure,
  connection: ClusterConnection,
  diagnostics: Diagnostics,
): readonly RawSource[] | undefined {
  const name = connection.nameOf(path);
  if (problem.code === 'cluster-forbidden' || problem.code === 'url-not-found') {
    const status = problem.code === 'url-not-found' ? 404 : 403;
    const reason = `it does not give ${path} (status ${status})`;
    diagnostics.report(clusterProblems['cluster-scopes-unknown'], { reason }, placeInText(name));
    return [];
  }
  problem.report(name, diagnostics);
  return undefined;
}

/** The lists of the resources of all groups and versions, one by one. */
async function readLists(
  root: string,
  answer: JsonObject,
  connection: ClusterConnection,
  diagnostics: Diagnostics,
): Promise<readonly RawSource[] | undefined> {
  const names = groupVersionsOf(answer).sort();
  const paths = names.map((name) => `${root}/${name}`);
  return readAll(paths, connection, diagnostics, (path, problem) => {
    if (!staleCodes.has(problem.code)) return false;
    const groupVersion = path.slice(root.length + 1);
    const place = placeInText(connection.nameOf(path));
    diagnostics.report(sourceProblems['group-version-stale'], { groupVersion }, place);
    return true;
  });
}

/** `v1` of an APIVersions, `apps/v1` of an APIGroupList. */
function groupVersionsOf(answer: JsonObject): string[] {
  const groups = objectsOf(ownValue(answer, 'groups'));
  const versions = groups.flatMap((group) => objectsOf(ownValue(group, 'versions')));
  const core = ownValue(answer, 'versions');
  const names = [
    ...versions.map((version) => ownValue(version, 'groupVersion')),
    ...(Array.isArray(core) ? core : []),
  ];
  return names.flatMap((name: unknown) =>
    typeof name === 'string' && /^[a-z0-9.-]+(?:\/[a-z0-9]+)?$/.test(name) ? [name] : [],
  );
}

function objectsOf(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}
