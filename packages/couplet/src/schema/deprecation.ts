/** The part of a schema that is about its own future. */
export interface Deprecatable {
  readonly deprecated?: boolean | undefined;
  readonly description?: string | undefined;
}

/** A part of a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Tells whether a schema says that it should no longer be used: by its `deprecated` flag, or, as most of Kubernetes'
 * and OpenShift's API does it, by its description (see {@link findDeprecation}).
 */
export function isDeprecated({ deprecated, description }: Deprecatable): boolean {
  return (
    deprecated === true || (description !== undefined && findDeprecation(description) !== undefined)
  );
}

/** Go's own form, for the beginning of a paragraph. */
const inFront = /^\s*(?:DEPRECATED\b|[Dd]eprecated(?=[:.]))/;

/** Descriptions lose line breaks on their way from Go, so that the word stands anywhere, but not after a colon. */
const within = /(?:^\s*|(?<=[^:\s])\s+)(?:DEPRECATED(?=[:.]|\s*$)|[Dd]eprecated(?=:))/;

/** A word in a list, which is about one value and not about the whole. */
const listItem = /^\s*[-*]\s/;

/**
 * A statement that what is described is deprecated: the word, with the white space in front of it.
 * `Deprecated: use a cup` says so, and `DEPRECATED`, at the beginning of a paragraph or of a sentence; `Deprecated fields
 * are …`, `deprecatedCount is …` and a list's `- Unknown: never seen. Deprecated: …` do not.
 */
export function findDeprecation(description: string): Span | undefined {
  if (!/deprecated/i.test(description)) return undefined;
  let start = 0;
  let isParagraph = true;
  for (const line of description.split('\n')) {
    if (!listItem.test(line)) {
      const match = (isParagraph ? inFront.exec(line) : null) ?? within.exec(line);
      if (match !== null) {
        const found = start + match.index;
        return { start: found, end: found + match[0].length };
      }
    }
    isParagraph = line.trim() === '';
    start += line.length + 1;
  }
  return undefined;
}
