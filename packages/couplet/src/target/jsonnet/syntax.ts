import { jsonnetKeywords } from '../../library/names.ts';

const named: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** Control characters never stand bare in our files; `jsonnetfmt` leaves all others. Nor do halves of surrogate pairs. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const special = /[\\\u0000-\u001f\u007f-\u009f]|\p{Cs}/gu;

/** Most texts need no look at special characters but backslashes, and rules for any script are slow to apply. */
const isPlain = /^[ -~]*$/;

/**
 * A text as a Jsonnet string: in single quotes as `jsonnetfmt` wants it; in double quotes where it holds
 * single ones. Where it holds both, the published libraries write it as Go writes JSON, with `<`, `>` and `&` escaped.
 */
export function quote(text: string): string {
  const escaped = isPlain.test(text)
    ? text.replaceAll('\\', '\\\\')
    : text.replaceAll(special, escape);
  if (!text.includes("'")) return `'${escaped}'`;
  if (!text.includes('"')) return `"${escaped}"`;
  return `"${escaped.replaceAll('"', '\\"').replaceAll(/[<>&]/g, escape)}"`;
}

function escape(character: string): string {
  const code = character.charCodeAt(0);
  // No Jsonnet text can hold half of a surrogate pair. Go, which reads the manifests, takes it for this too.
  if (code >= 0xd8_00 && code <= 0xdf_ff) return '\ufffd';
  return named[character] ?? `\\u${code.toString(16).padStart(4, '0')}`;
}

/** The name of a field in an object: bare where Jsonnet reads it so, quoted otherwise. */
export function fieldName(name: string): string {
  const isBare = /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !jsonnetKeywords.has(name);
  return isBare ? name : quote(name);
}
