import type { Diagnostic } from '../diagnostic/diagnostics.ts';
import type { Statistics } from '../library/statistics.ts';
import type { Json } from '../json/json.ts';
import type { JsonObject } from '../json/object.ts';
import { isJsonObject, ownValue } from '../json/object.ts';

/** A summary of a run, kept beside its files, so that a run with the same inputs can report the same. */
export interface Summary {
  readonly statistics: Statistics;
  readonly diagnostics: readonly Diagnostic[];
}

/** A summary as it is kept. */
export function summaryAsJson({ statistics, diagnostics }: Summary): Json {
  return {
    statistics: { ...statistics },
    diagnostics: diagnostics.map(({ position, source, ...diagnostic }) => ({
      ...diagnostic,
      ...(source === undefined ? {} : { source }),
      ...(position === undefined ? {} : { position: { ...position } }),
    })),
  };
}

/** Reads a summary that was kept; `undefined` where it is not what {@link summaryAsJson} gives. */
export function parseSummary(value: unknown): Summary | undefined {
  if (!isJsonObject(value)) return undefined;
  const statistics = parseStatistics(ownValue(value, 'statistics'));
  const kept = ownValue(value, 'diagnostics');
  if (statistics === undefined || !Array.isArray(kept)) return undefined;
  const diagnostics = kept.flatMap((item: unknown) => parseDiagnostic(item) ?? []);
  return diagnostics.length === kept.length ? { statistics, diagnostics } : undefined;
}

function parseStatistics(value: unknown): Statistics | undefined {
  if (!isJsonObject(value)) return undefined;
  const { groups, kinds, functions } = value;
  const isRight =
    typeof groups === 'number' && typeof kinds === 'number' && typeof functions === 'number';
  return isRight ? { groups, kinds, functions } : undefined;
}

function parseDiagnostic(value: unknown): Diagnostic | undefined {
  if (!isJsonObject(value)) return undefined;
  const { message, advice, path } = value;
  const { code, severity } = value;
  const source = ownValue(value, 'source');
  if (
    typeof code !== 'string' ||
    typeof message !== 'string' ||
    typeof advice !== 'string' ||
    typeof path !== 'string'
  ) {
    return undefined;
  }
  if (!isSeverity(severity) || (source !== undefined && typeof source !== 'string'))
    return undefined;
  return { code, severity, message, advice, path, source, position: parsePosition(value) };
}

function isSeverity(value: unknown): value is Diagnostic['severity'] {
  return value === 'error' || value === 'warning' || value === 'note';
}

function parsePosition(value: JsonObject): Diagnostic['position'] {
  const position = ownValue(value, 'position');
  if (!isJsonObject(position)) return undefined;
  const { line, column } = position;
  return typeof line === 'number' && typeof column === 'number' ? { line, column } : undefined;
}
