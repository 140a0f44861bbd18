/** Words that YAML 1.1 or 1.2 take for a boolean or for null. */
const reservedWord = /^(?:y|yes|n|no|on|off|true|false|null)$/i;

/**
 * All that YAML 1.1 or 1.2 could take for a number or a time, and more: digits in any base, `1_000`, `1e3`, `12:30:45`,
 * `2001-12-14 21:59:43.10 -5`; some readers of 1.1 need no digit before an exponent: `-e3`. A size such as `1Gi` or
 * `100m` is no number to any of them.
 */
const numberLike = /^(?:[\d.][\da-fxotz_.:,+ -]*|-?e[+-]?\d+|\.(?:inf|nan))$/i;

/** Starts no other construct, and holds nothing but what a person can see. */
const plain = /^(?:-{0,2}[\p{L}_/$(]|[\d.])[ -~\p{L}\p{M}\p{N}\p{P}\p{S}]*$/u;

/** Would end a plain scalar, or be lost at its end. */
const endsPlain = /: |:$| #| $/;

/** Characters that a YAML document may not hold, or that some readers change, line breaks of other systems included. */
const unprintable =
  /[^\t\n -~\u00A0-\u2027\u202A-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD\u{10000}-\u{10FFFF}]/u;

const unprintables = new RegExp(unprintable, 'gu');

/** Prints a string on one line: bare where no reader takes it for anything else, in double quotes otherwise. */
export function printString(text: string): string {
  const isPlain = plain.test(text) && !endsPlain.test(text);
  return isPlain && !reservedWord.test(text) && !numberLike.test(text) ? text : quote(text);
}

/** A double-quoted scalar of YAML is a string of JSON, but for a few characters that JSON does not escape. */
function quote(text: string): string {
  return JSON.stringify(text).replaceAll(unprintables, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/**
 * Tells whether a text of several lines can stand as it is. Not if it has spaces that nobody sees, or starts with such
 * that would be taken for its indentation.
 */
export function isLiteral(text: string): boolean {
  return text.includes('\n') && !/^\s|[ \t]$|[ \t]\n|\n\n$/.test(text) && !unprintable.test(text);
}

/** Prints a number so that YAML 1.1 too, where an exponent needs a fraction before it, reads a number. */
export function printNumber(value: number): string {
  return JSON.stringify(value).replace(/^(-?\d+)e/, '$1.0e');
}
