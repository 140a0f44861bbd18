import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { JsonObject } from '../source/json-object.ts';
import { describe, isJsonObject } from '../source/json-object.ts';
import { failure } from '../source/failure.ts';
import { parseJson } from '../source/json.ts';
import type { ClusterConnection } from './connection.ts';

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
  const wrong = failure('cluster-answer-wrong', { expected: 'a JSON object', found });
  wrong.report(connection.nameOf(path), diagnostics);
  return undefined;
}
