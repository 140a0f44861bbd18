import { dirname, resolve } from 'node:path';
import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import { Cursor } from '../json/cursor.ts';
import { describe } from '../json/object.ts';
import type { SourceDocument } from '../source/document.ts';
import { clusterProblems } from './problems.ts';

/** A cursor at the root of a kubeconfig. What is wrong with a value is reported at its place, and never shows the value. */
export function kubeconfigCursor(document: SourceDocument, diagnostics: Diagnostics): Cursor {
  const wrongType = clusterProblems['kubeconfig-wrong'];
  const reporting = { locator: document, diagnostics, wrongType, describe: typeOf };
  return asEntry(new Cursor(document.value, [], reporting));
}

/** Gives the entry under a key, which may be left empty. */
export function entryAt(entry: Cursor, key: string): Cursor | undefined {
  const below = entry.at(key);
  return below.value === undefined ? undefined : asEntry(below);
}

/** Gives the entries of a list, which may be left empty. */
export function entriesAt(entry: Cursor, key: string): readonly Cursor[] {
  return entry.list(key).map(asEntry);
}

/** Reads a path, which is meant from where the kubeconfig is. */
export function pathAt(entry: Cursor, key: string): string | undefined {
  const path = entry.text(key);
  return path === undefined ? undefined : resolvePath(entry, path);
}

/** Resolves a path of a kubeconfig, from where that is. */
export function resolvePath({ locator }: Cursor, path: string): string {
  return resolve(dirname(locator.source), path);
}

/** Reports a value that is no object; it is read on as an entry without anything in it. */
function asEntry(cursor: Cursor): Cursor {
  if (!cursor.isAbsent) cursor.asObject();
  return cursor;
}

/** Says what a value is, without showing it. */
function typeOf(value: unknown): string {
  return typeof value === 'string' ? 'text' : describe(value);
}
