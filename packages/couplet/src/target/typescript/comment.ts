import type { Described } from '../../types/types.ts';
import type { Documentation } from './documentation.ts';
import { documentationOf } from './documentation.ts';

/** The comment on a declaration at the top of a module. */
export function topComment(described: Described | undefined): string {
  return described === undefined ? '' : comment(documentationOf(described), '');
}

/** A property's documentation is printed up to three times: for its data, and for each of its functions. */
const commentsMade = new WeakMap<Described, string>();

/** The comment on a member of an interface. */
export function memberComment(described: Described): string {
  const known = commentsMade.get(described);
  if (known !== undefined) return known;
  const made = comment(documentationOf(described), '  ');
  commentsMade.set(described, made);
  return made;
}

/** The comment on a function that adds to a field. */
export function addingComment(described: Described): string {
  const { lines, deprecated } = documentationOf(described);
  const [first = '', ...others] = lines;
  return comment({ lines: [`Adds to what is there. ${first}`, ...others], deprecated }, '  ');
}

/**
 * A JSDoc comment, with a line break at its end; nothing where there is nothing to say. What a description holds by
 * chance, an end of the comment or the start of a tag, is made harmless.
 */
function comment({ lines, deprecated }: Documentation, indent: string): string {
  const [only = ''] = lines;
  if (lines.length === 1 && deprecated === undefined) {
    return only === '' ? '' : `${indent}/** ${harmless(only)} */\n`;
  }
  const texts = lines.map(harmless);
  if (deprecated !== undefined) {
    if (lines.length > 1 || only !== '') texts.push('');
    else texts.pop();
    texts.push(`@deprecated ${harmless(deprecated)}`.trimEnd());
  }
  if (texts.length === 1) return `${indent}/** ${texts.join('')} */\n`;
  const inner = texts.map((text) => `${indent} *${text === '' ? '' : ` ${text}`}\n`);
  return `${indent}/**\n${inner.join('')}${indent} */\n`;
}

/** Backslashes, which Markdown leaves out, keep a comment from ending and a tag from starting. */
function harmless(line: string): string {
  const text = line.trimEnd().replaceAll('*/', String.raw`*\/`);
  return text.includes('@') ? text.replaceAll(/(?<=^|[\s{])@(?=\S)/g, String.raw`\@`) : text;
}
