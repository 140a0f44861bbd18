/** Jsonnet's keywords: none of them can be an argument, and as a field's name they are quoted. */
export const jsonnetKeywords: ReadonlySet<string> = new Set(
  (
    'assert else error false for function if import importstr importbin in local null super self ' +
    'tailstrict then true'
  ).split(' '),
);

/** Almost every name is plain; rules for any script cost ten times as much to apply. */
const plainName = /^[a-z][A-Za-z0-9_]*$/;

/**
 * The first camel word of a name in lower case: `OAuthClient` gives `oAuthClient`, `CIDR` gives `cidr`.
 * Words are runs of lower-case letters, of capitals, of digits, of anything else; the last of a run of
 * capitals belongs to the lower-case run that follows it.
 */
export function lowerFirstWord(name: string): string {
  if (plainName.test(name)) return name;
  const capitals = /^\p{Lu}+/u.exec(name)?.[0];
  if (capitals === undefined) return name;
  const rest = name.slice(capitals.length);
  if (!/^\p{Ll}/u.test(rest)) return capitals.toLowerCase() + rest;
  const ofNextWord = /\p{Lu}$/u.exec(capitals)?.[0] ?? '';
  // A single capital in front of lower-case letters is a word with them.
  if (ofNextWord === capitals) return capitals.toLowerCase() + rest;
  return capitals.slice(0, -ofNextWord.length).toLowerCase() + ofNextWord + rest;
}

/** The part of a function's name that stands for its field: `x-foo.bar` gives `X-Foo_bar`. */
export function functionSuffix(key: string): string {
  if (plainName.test(key)) return key.charAt(0).toUpperCase() + key.slice(1);
  const text = key.replace(/^-/, '').replaceAll('.', '_');
  return text.replaceAll(/(?<![\p{L}\p{Nd}_])\p{Ll}/gu, (letter) => letter.toUpperCase());
}

/** The name of a function's argument, always a Jsonnet identifier. */
export function argumentName(key: string): string {
  if (key === 'error') return 'err';
  // `std` is what array functions call on.
  if (jsonnetKeywords.has(key) || key === 'std') return key.charAt(0).toUpperCase() + key.slice(1);
  const identifier = key.replaceAll(/[^A-Za-z0-9_]/g, '_');
  return /^[0-9]/.test(identifier) || identifier === '' ? `_${identifier}` : identifier;
}
