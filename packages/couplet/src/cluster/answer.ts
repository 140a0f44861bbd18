import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { JsonObject } from '../json/object.ts';
import { describe, isJsonObject } from '../json/object.ts';
import { failure } from '../net/failure.ts';
import { parseJson } from '../source/json/documents.ts';
import type { ClusterConnection } from './connection.ts';
import { clusterProblems } from './problems.ts';

/** The JSON object of an answer; anything else is reported. */
export function parseAnswer(
  bytes: Uint8Array,
  path: string,
  connection: ClusterConnection,
  diagnostics: Diagnostics,
): JsonObject | undefined {
  const json = parseJson(Buffer.from(bytes).toString());
  if (json !== undefined && isJsonObject(json.value)) return json.value;
  const found = json === undefined ? 'something that is no JSON' : describe(json.value);
  const wrong = failure(clusterProblems['cluster-answer-wrong'], {
    expected: 'a JSON object',
    found,
  });
  wrong.report(connection.nameOf(path), diagnostics);
  return undefined;
}
