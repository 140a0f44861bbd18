import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import { locatorOf } from '../diagnostic/place.ts';
import { Cursor } from '../json/cursor.ts';
import type { SourceDocument } from '../source/document.ts';
import { readerProblems } from './problems.ts';

/** A cursor at the root of a document of an API; what is wrong there is reported and left out. */
export function readerCursor(document: SourceDocument, diagnostics: Diagnostics): Cursor {
  const wrongType = readerProblems['wrong-type'];
  return new Cursor(document.value, [], { locator: locatorOf(document), diagnostics, wrongType });
}
