/**
 * Rewrites a regular expression of Go's RE2, in which CRDs write patterns, so that it means the same in RE2 and in
 * JavaScript with its `u` flag, which are the two that validators use.
 *
 * @returns `undefined` where it has something that only RE2 knows: flags, classes by name, Unicode's properties
 */
export function portablePattern(pattern: string): string | undefined {
  const rewritten = rewrite(pattern);
  if (rewritten === undefined) return undefined;
  return isRegExp(rewritten) ? rewritten : undefined;
}

function isRegExp(text: string): boolean {
  try {
    return new RegExp(text, 'u').unicode;
  } catch {
    return false;
  }
}

/** One element of a pattern outside of classes: an escape, a class, a group's beginning, a quantifier, a character. */
const element = /\\([\s\S])|(\[)|(\(\?(?!:))|(\{\d+(?:,\d*)?\})|([.{}\]])|\(\?:|[\s\S]/uy;

function rewrite(pattern: string): string | undefined {
  let text = '';
  for (let at = 0; at < pattern.length;) {
    element.lastIndex = at;
    const match = element.exec(pattern);
    if (match === null) return undefined;
    const [all, escaped, bracket, odd, , literal] = match;
    if (odd !== undefined) return undefined;
    at = element.lastIndex;
    if (bracket !== undefined) {
      const found = rewriteClass(pattern, at);
      if (found === undefined) return undefined;
      text += found.text;
      at = found.end;
      continue;
    }
    const piece = escaped === undefined ? plain(all, literal) : outside(escaped);
    if (piece === undefined) return undefined;
    text += piece;
  }
  return text;
}

/** RE2 takes a bracket that closes nothing as it is; its dot leaves out the line feed only. */
function plain(all: string, literal: string | undefined): string {
  if (literal === undefined) return all;
  return literal === '.' ? '[^\\n]' : `\\${literal}`;
}

/** White space of RE2: JavaScript's has more. */
const space = '\\t\\n\\f\\r ';

const edges: ReadonlyMap<string, string> = new Map([
  ['A', '^'],
  ['z', '$'],
  ['s', `[${space}]`],
  ['S', `[^${space}]`],
]);

function outside(escaped: string): string | undefined {
  if (/[bBdDwW]/.test(escaped)) return `\\${escaped}`;
  return edges.get(escaped) ?? character(escaped);
}

/** A character behind a backslash: RE2 takes every sign of ASCII so, JavaScript only those with a meaning. */
function character(escaped: string): string | undefined {
  if (/[fnrtv]/.test(escaped) || /[\^$\\.*+?()[\]{}|/]/.test(escaped)) return `\\${escaped}`;
  return /[!-/:-@[-`{-~]/.test(escaped) ? escaped : undefined;
}

interface ClassText {
  readonly text: string;
  /** Where the pattern goes on. */
  readonly end: number;
}

/** Rewrites a class, which begins behind its bracket. */
function rewriteClass(pattern: string, start: number): ClassText | undefined {
  const isNegated = pattern[start] === '^';
  let text = isNegated ? '[^' : '[';
  let at = start + (isNegated ? 1 : 0);
  for (let isFirst = true; isFirst || pattern[at] !== ']'; isFirst = false) {
    const from = readMember(pattern, at);
    if (from === undefined) return undefined;
    at = from.end;
    text += from.text;
    if (pattern[at] !== '-' || pattern[at + 1] === ']' || !from.isCharacter) continue;
    const to = readMember(pattern, at + 1);
    if (to === undefined || !to.isCharacter) return undefined;
    text += `-${to.text}`;
    at = to.end;
  }
  return { text: `${text}]`, end: at + 1 };
}

interface Member extends ClassText {
  /** Whether a range can begin or end with it. */
  readonly isCharacter: boolean;
}

function readMember(pattern: string, at: number): Member | undefined {
  const code = pattern.codePointAt(at);
  if (code === undefined || pattern.startsWith('[:', at)) return undefined;
  const one = String.fromCodePoint(code);
  const end = at + one.length;
  if (one !== '\\') {
    return { text: /[\][\-^]/.test(one) ? `\\${one}` : one, end, isCharacter: true };
  }
  const escaped = pattern[end] ?? '';
  const known = { end: end + 1, isCharacter: false };
  if (/[dDwW]/.test(escaped)) return { ...known, text: `\\${escaped}` };
  if (escaped === 's') return { ...known, text: space };
  const text = escaped === '-' ? '\\-' : character(escaped);
  return text === undefined ? undefined : { ...known, text, isCharacter: true };
}
