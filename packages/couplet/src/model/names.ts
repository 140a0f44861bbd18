/** Jsonnet's keywords: none of them can be an argument, and as a field's name they are quoted. */
export const jsonnetKeywords: ReadonlySet<string> = new Set(
  (
    'assert else error false for function if import importstr importbin in local null super self ' +
    'tailstrict then true'
  ).split(' '),
);

/** Almost every name is plain; rules for any script cost ten times as much to apply. */
const plainName = /^[a-z][A-Za-z0-9_]*$/;

/** Orders names by their code points, which is the byte order of their UTF-8. */
export function compareNames(left: string, right: string): number {
  if (left === right) return 0;
  const index = firstDifference(left, right);
  return codeUnitRank(left, index) - codeUnitRank(right, index);
}

function firstDifference(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  let index = 0;
  while (index < length && left.charCodeAt(index) === right.charCodeAt(index)) index++;
  return index;
}

/** Surrogates stand for code points above all others, though other code units are higher than they are. */
function codeUnitRank(text: string, index: number): number {
  if (index === text.length) return -1;
  const unit = text.charCodeAt(index);
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x1_0000 : unit;
}

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

const nameLimit = 120;

/** Files that every folder of the library has, and names that Windows keeps for devices. */
const reservedFileNames = /^(main|index|readme|con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;

/**
 * A name that is safe as a key, as a folder and as a file's name without its ending, on any file system. Names that
 * are safe stay as they are; others keep what they can and get a hash, so that different names stay different.
 */
export function safeName(name: string): string {
  const safe = name.replaceAll(/[^A-Za-z0-9_.-]/g, '_').replace(/^[.-]/, '_');
  if (safe !== name || name === '' || name.length > nameLimit) {
    return `${safe.slice(0, nameLimit)}_${hash(name)}`;
  }
  return reservedFileNames.test(name) ? `${name}_` : name;
}

/** A short hash in hexadecimal (FNV-1a, 32 bits): it tells odd names apart, and is no defence. */
export function hash(text: string): string {
  let value = 0x81_1c_9d_c5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01_00_01_93);
  }
  return (value >>> 0).toString(16).padStart(8, '0');
}
