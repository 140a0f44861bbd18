import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import { isJsonObject, ownValue } from '../json/object.ts';
import type { RawSource } from '../source/document.ts';
import { rawSource } from '../source/document.ts';
import { isOpenApiV3Listing } from '../source/openapi-listing.ts';
import { failure } from '../net/failure.ts';
import { parseAnswer } from './answer.ts';
import type { ClusterConnection } from './connection.ts';
import { readAll } from './read-all.ts';
import { sourceNameOf } from './source-name.ts';
import { clusterProblems } from './problems.ts';

const listPath = '/openapi/v3';
const wholePath = '/openapi/v2';

/**
 * Reads the OpenAPI documents of a cluster: those of version 3, one for each group and version; where it has none, the
 * one of version 2, which tells less. All of them or none: what is wrong is reported.
 */
export async function readOpenApi(
  connection: ClusterConnection,
  diagnostics: Diagnostics,
): Promise<readonly RawSource[] | undefined> {
  const list = await connection.get(listPath);
  if (list instanceof Uint8Array) {
    const paths = readList(list, connection, diagnostics);
    if (paths === undefined) return undefined;
    if (paths.length > 0) {
      const documents = await readAll(paths, connection, diagnostics);
      return checkAll(documents, 'openapi', connection, diagnostics);
    }
  } else if (list.code !== 'url-not-found') {
    list.report(connection.nameOf(listPath), diagnostics);
    return undefined;
  }
  const whole = await connection.get(wholePath);
  if (whole instanceof Uint8Array) {
    const document = rawSource(sourceNameOf(wholePath), whole);
    return checkAll([document], 'swagger', connection, diagnostics);
  }
  const problem =
    whole.code === 'url-not-found'
      ? failure(clusterProblems['cluster-without-openapi'], {})
      : whole;
  problem.report(connection.nameOf(wholePath), diagnostics);
  return undefined;
}

/** Reads where the documents are that `/openapi/v3` lists, in the order of their addresses. */
function readList(
  bytes: Uint8Array,
  connection: ClusterConnection,
  diagnostics: Diagnostics,
): readonly string[] | undefined {
  const answer = parseAnswer(bytes, listPath, connection, diagnostics);
  if (answer === undefined) return undefined;
  const wrong = (expected: string): undefined => {
    const problem = failure(clusterProblems['cluster-answer-wrong'], {
      expected,
      found: 'something else',
    });
    problem.report(connection.nameOf(listPath), diagnostics);
    return undefined;
  };
  const paths = ownValue(answer, 'paths');
  if (!isJsonObject(paths) || !isOpenApiV3Listing(answer)) {
    return wrong('the list of the OpenAPI documents');
  }
  const addresses = Object.values(paths).map((entry) =>
    isJsonObject(entry) ? ownValue(entry, 'serverRelativeURL') : undefined,
  );
  const found = addresses.filter(isServerRelative);
  return found.length === addresses.length ? found.sort() : wrong('addresses within the cluster');
}

/** The credentials are sent there: it must not lead to another server. */
function isServerRelative(address: unknown): address is string {
  return typeof address === 'string' && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(address);
}

/** A proxy may put something else in the place of a document, with status 200. */
function checkAll(
  documents: readonly RawSource[] | undefined,
  key: 'openapi' | 'swagger',
  connection: ClusterConnection,
  diagnostics: Diagnostics,
): readonly RawSource[] | undefined {
  const wrong = documents?.find(({ bytes }) => !Buffer.from(bytes).includes(`"${key}"`));
  if (wrong === undefined) return documents;
  const path = wrong.name.slice(sourceNameOf('').length);
  const problem = { expected: 'an OpenAPI document', found: 'something else' };
  failure(clusterProblems['cluster-answer-wrong'], problem).report(
    connection.nameOf(path),
    diagnostics,
  );
  return undefined;
}
