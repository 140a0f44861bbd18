import type { Described } from '../../types/types.ts';
import { findDeprecation } from '../../schema/deprecation.ts';
import { limitsOf } from '../../schema/limits.ts';
import type { SchemaFacts } from '../../schema/schema.ts';

/** All that there is to say about a field or a type, in lines. */
export interface Documentation {
  readonly lines: readonly string[];
  /** The reason why it is deprecated, if it is: empty where nobody says. */
  readonly deprecated: string | undefined;
}

/**
 * Gives what a schema says for people: its own description or, where it only refers to a definition, that one's; and
 * what its type cannot say. It is deprecated if the schema or its description says so.
 */
export function documentationOf({ own, resolved }: Described): Documentation {
  const { text, deprecated } = splitDeprecation(own.description ?? resolved.description ?? '');
  const lines = text.split('\n');
  const notes = notesOn(resolved);
  if (own !== resolved) notes.push(...notesOn(own));
  if (notes.length > 0 && lines.length > 1) lines.push('', notes.join(' '));
  else if (notes.length > 0) lines[0] = [text, ...notes].join(' ').trimStart();
  const isDeprecated = own.deprecated === true || resolved.deprecated === true;
  const warning = own.deprecationWarning ?? resolved.deprecationWarning ?? '';
  return { lines, deprecated: deprecated ?? (isDeprecated ? inOneLine(warning) : undefined) };
}

function splitDeprecation(description: string): { text: string; deprecated: string | undefined } {
  const text = printable(description);
  const word = findDeprecation(text);
  if (word === undefined) return { text, deprecated: undefined };
  const rest = text.slice(word.end);
  const [paragraph = ''] = rest.split(/\n[ \t]*\n/, 1);
  const remaining = text.slice(0, word.start).trimEnd() + rest.slice(paragraph.length);
  const reason = paragraph.replace(/^[\s:.-]+/, '').replaceAll(/\n\s*/g, ' ');
  return { text: remaining.trim(), deprecated: reason };
}

function inOneLine(text: string): string {
  return printable(text).replaceAll(/\s*\n\s*/g, ' ');
}

/** Line breaks are those of our own files; what cannot be seen is left out. */
function printable(description: string): string {
  return (
    description
      .replaceAll(/\r\n?/g, '\n')
      // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
      .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/g, ' ')
      .trim()
  );
}

/** Defaults, formats and limits, in a few words each. */
function notesOn(facts: SchemaFacts): string[] {
  const notes: string[] = [];
  const note = (name: string, text: string | undefined): void => {
    if (text !== undefined) notes.push(`${name}: ${text}.`);
  };
  note('Default', defaultText(facts.default));
  note('Format', facts.format);
  for (const { name, text } of limitsOf(facts))
    note(name, name === 'Pattern' ? `\`${text}\`` : text);
  return notes;
}

/** OpenAPI documents have an empty default for whatever Go prints although it is empty: that is no news. */
function defaultText(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '' || value === 0 || value === false) {
    return undefined;
  }
  if (typeof value === 'object' && Object.keys(value).length === 0) return undefined;
  const text = JSON.stringify(value);
  return text.length > longestDefault ? undefined : `\`${text}\``;
}

/** A longer one is no note, but a text of its own. */
const longestDefault = 100;
