import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../packages/couplet/src/compare/change.ts';
import { compareLibraries } from '../../packages/couplet/src/compare/compare.ts';
import type { ComparedLibrary } from '../../packages/couplet/src/compare/compare.ts';
import {
  changesAsJson,
  changesAsMarkdown,
  changesAsText,
} from '../../packages/couplet/src/diff/print.ts';
import { Diagnostics } from '../../packages/couplet/src/diagnostic/diagnostics.ts';
import { buildLibrary } from '../../packages/couplet/src/library/build.ts';
import { isJsonObject } from '../../packages/couplet/src/json/object.ts';
import { readDefinitions } from '../../packages/couplet/src/reader/read.ts';
import { documentOf } from '../../packages/couplet/src/testing/pipeline.ts';
import { rawDefinitionsOf } from '../conformance/oracle/read.ts';
import { compareFacts } from './compare-facts.ts';
import type { ApiDocument } from './documents.ts';
import { documents } from './documents.ts';
import { factsOf } from './facts.ts';

function load(document: unknown): ComparedLibrary {
  const diagnostics = new Diagnostics();
  const definitions = readDefinitions([documentOf(document)], diagnostics);
  return { definitions, library: buildLibrary(definitions, undefined, diagnostics) };
}

function compare(before: unknown, after: unknown): readonly Change[] {
  return compareLibraries(load(before), load(after), { withWording: false });
}

/** Every change in every place, `widened` as the check words it. */
function listChanges(changes: readonly Change[]): readonly string[] {
  return changes
    .flatMap(({ kind, places }) => {
      const told = kind === 'widened' ? 'retyped' : kind;
      return places.map((place) => `${told} ${place}`);
    })
    .sort();
}

/** The same document with the keys of all objects in another order. */
function reorder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reorder);
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).toReversed();
  return Object.fromEntries(entries.map(([key, inner]) => [key, reorder(inner)]));
}

/** The same document in other words, which say of the same things that they are deprecated. */
function reword(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reword);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (key === 'description' && typeof inner === 'string') return [key, `${inner} In short.`];
      return [key, reword(inner)];
    }),
  );
}

const pairs = fc.tuple(documents, documents);

function checkAll(check: (before: ApiDocument, after: ApiDocument) => void): void {
  fc.assert(
    fc.property(pairs, ([before, after]) => check(before, after)),
    { numRuns: 200 },
  );
}

const mirrors: readonly (readonly [string, string])[] = [
  ['kind-removed', 'kind-added'],
  ['part-removed', 'part-added'],
  ['function-removed', 'function-added'],
  ['field-removed', 'field-added'],
  ['values-removed', 'values-added'],
];

describe('the changes between two documents', () => {
  it('are those that the raw documents say, no more, no less', () => {
    const kinds = new Set<string>();
    checkAll((before, after) => {
      const [old, own] = [before, after].map((each) => factsOf(rawDefinitionsOf([each])));
      const expected = compareFacts(old ?? new Map(), own ?? new Map());
      for (const change of expected) kinds.add(change.replace(/ .*/, ''));
      expect(listChanges(compare(before, after))).toEqual(expected);
    });
    // All that there are, but for what is moved and reworded.
    expect(kinds.size).toBe(16);
  });

  it('are none where only the order and the words differ', () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(compare(document, reword(reorder(document)))).toEqual([]);
      }),
    );
  });

  it('are the mirror of those from the other to the one', () => {
    checkAll((before, after) => {
      const there = compare(before, after);
      const back = compare(after, before);
      for (const [one, other] of mirrors) {
        const placesOf = (changes: readonly Change[], kind: string): readonly string[] =>
          listChanges(changes.filter((change) => change.kind === kind)).map((text) =>
            text.slice(kind.length),
          );
        expect(placesOf(back, one)).toEqual(placesOf(there, other));
        expect(placesOf(back, other)).toEqual(placesOf(there, one));
      }
    });
  });

  it('are printed the same, however the documents are ordered', () => {
    checkAll((before, after) => {
      const changes = compare(before, after);
      const again = compare(reorder(before), reorder(after));
      for (const print of [changesAsText, changesAsMarkdown, changesAsJson]) {
        expect(print(again)).toBe(print(changes));
      }
    });
  });
});
