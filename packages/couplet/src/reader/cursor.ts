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

/** Reads the texts of a list; `undefined` where there are none. */
export function textsOf(holder: Cursor, key: string): readonly string[] | undefined {
  const texts = holder.texts(key);
  return texts.length === 0 ? undefined : texts;
}
