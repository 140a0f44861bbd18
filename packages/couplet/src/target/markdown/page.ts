/** Joins the parts of a page as docsonnet does: one blank line between them, no newline at the end. */
export function joinParts(parts: readonly string[]): string {
  return parts.join('\n\n');
}

/** The front matter that gives a page its address. */
export function frontMatter(permalink: string): string {
  return `---\npermalink: ${permalink}\n---`;
}

/** A text in the middle of a line of Markdown: control characters and line ends would end the line. */
export function inLine(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ');
}

/**
 * Gives what the anchor of a heading keeps of a text, by docsonnet's rules (github-slugger's of 2020), in its own case.
 */
export function slugOf(text: string): string {
  return text
    .replaceAll(/\s/g, '-')
    .replaceAll(/[\u2000-\u206F\u2E00-\u2E7F\\'!"#$%&()*+,./:;<=>?@[\]^`{|}~’]/g, '');
}

/**
 * The anchors of one page: one that is already there gets a number behind it. Anchors that differ in case only are no
 * repeats: docsonnet counts before it lower-cases.
 */
export class Anchors {
  readonly #uses = new Map<string, number>();

  unique(slug: string): string {
    const uses = this.#uses.get(slug) ?? 0;
    this.#uses.set(slug, uses + 1);
    return (uses === 0 ? slug : `${slug}-${uses}`).toLowerCase();
  }
}
