const goEscapes: Readonly<Record<string, string>> = {
  '\u0007': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '"': '\\"',
  '\\': '\\\\',
};

/** Characters that Go does not print as they are: its `unicode.IsPrint`, and what it escapes by name. */
const goUnprintable = /["\\]|[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu;

/** Most descriptions have only characters that Go prints as they are, or quotes and backslashes besides. */
const isPlain = /^[ -~]*$/;

/** A text as Go's `%q` prints it, which is how the published libraries show descriptions. */
export function goQuote(text: string): string {
  if (isPlain.test(text)) return `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
  return `"${text.replaceAll(goUnprintable, goEscape)}"`;
}

function goEscape(character: string): string {
  const named = goEscapes[character];
  if (named !== undefined) return named;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20 || code === 0x7f) return `\\x${code.toString(16).padStart(2, '0')}`;
  // Half of a surrogate pair is no character; Go writes the replacement character for it.
  if (code >= 0xd8_00 && code <= 0xdf_ff) return '\\ufffd';
  if (code > 0xff_ff) return `\\U${code.toString(16).padStart(8, '0')}`;
  return `\\u${code.toString(16).padStart(4, '0')}`;
}
