import { pathToFileURL } from 'node:url';
import type { Position } from '../diagnostic/place.ts';
import type { Failure } from './worker.ts';

/** A place in a file of the user. */
export interface Call extends Position {
  readonly file: string;
}

/** Calls beyond these are of no help. */
const callLimit = 4;

/** Stacks are written by programs, and may be of any length. */
const stackLengthLimit = 100_000;
const lineLimit = 2000;

/** `at name (place:line:column)` or `at place:line:column`, as V8 writes it. */
const frame = /^\s*at (?:.* \()?(.+?):(\d+):(\d+)\)?$/;

/**
 * The calls that led to a failure, innermost first, through the given files only: neither Node's nor Couplet's nor a
 * package's are anything that the user could mend.
 */
export function callsOf({ stack }: Failure, files: ReadonlySet<string>): readonly Call[] {
  const lines = stack.slice(0, stackLengthLimit).split('\n');
  const places = [placeOfImport(lines), ...lines.map(placeOfCall)];
  const fileAt = filesByPlace(files);
  const calls = places.flatMap((place) => {
    const file = fileAt.get(place?.file ?? '');
    return place === undefined || file === undefined ? [] : [{ ...place, file }];
  });
  return calls.slice(0, callLimit);
}

/** Stacks have files by their paths or by their addresses, depending on Node's version. */
function filesByPlace(files: ReadonlySet<string>): ReadonlyMap<string, string> {
  return new Map(
    [...files].flatMap((file) => [
      [file, file],
      [pathToFileURL(file).href, file],
    ]),
  );
}

function placeOfCall(line: string): Call | undefined {
  const [, file, row, column] = line.length > lineLimit ? [] : (frame.exec(line) ?? []);
  return file === undefined ? undefined : { file, line: Number(row), column: Number(column) };
}

/**
 * Reads the place of an import that names what a package does not export: the stack has no call, but starts with the
 * import: its place, its line, and `^` below the name.
 */
function placeOfImport([head = '', , marker = '']: readonly string[]): Call | undefined {
  const [, file, row] = head.length > lineLimit ? [] : (/^(.+):(\d+)$/.exec(head) ?? []);
  if (file === undefined || !/^\s*\^+$/.test(marker)) return undefined;
  return { file, line: Number(row), column: marker.indexOf('^') + 1 };
}
