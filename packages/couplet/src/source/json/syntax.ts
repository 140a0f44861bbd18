import { createScanner } from 'jsonc-parser';
import { shorten } from '../../diagnostic/problem.ts';
import { maximumDepth } from '../limits.ts';

/** The first place where a JSON text breaks the rules of RFC 8259, and how. */
export type JsonProblem =
  | { readonly code: 'too-deep'; readonly offset: number }
  | {
      readonly code: 'json-syntax';
      readonly offset: number;
      readonly expected: string;
      readonly found: string;
    };

/** A state between two tokens: what may come next, by what the innermost open container is waiting for. */
type State =
  | 'value'
  | 'first-item'
  | 'first-key'
  | 'key'
  | 'colon'
  | 'next-item'
  | 'next-key'
  | 'end';

const expectations: { readonly [Name in State]: string } = {
  value: 'a value',
  'first-item': 'a value or ]',
  'first-key': 'a key in double quotes or }',
  key: 'a key in double quotes',
  colon: 'a colon',
  'next-item': 'a comma or ]',
  'next-key': 'a comma or }',
  end: 'nothing more',
};

/**
 * The first syntax error of a JSON text, or the place where it is nested too deep if that comes before.
 * Keeps its own stack, so that a text of a hundred thousand brackets does not overflow the program's.
 *
 * @returns `undefined` for well-formed JSON
 */
export function findJsonProblem(text: string): JsonProblem | undefined {
  const scanner = createScanner(text);
  const open: ('{' | '[')[] = [];
  let state: State = 'value';
  for (;;) {
    scanner.scan();
    const offset = scanner.getTokenOffset();
    const token = text.slice(offset, offset + scanner.getTokenLength());
    if (/^[ \t\r\n]+$/.test(token)) continue;
    if (token === '' && state === 'end') return undefined;
    // No error is 0; its name cannot be imported, as it is a constant enum.
    const isFaulty = Boolean(scanner.getTokenError());
    const next: State | undefined = isFaulty ? undefined : advance(state, token, open);
    if (next === undefined) {
      const found = describe(token, isFaulty);
      return { code: 'json-syntax', offset, expected: expectations[state], found };
    }
    if (open.length > maximumDepth) return { code: 'too-deep', offset };
    state = next;
  }
}

/** The state after a token, or `undefined` where the token may not stand. Opens and closes containers. */
function advance(state: State, token: string, open: ('{' | '[')[]): State | undefined {
  switch (state) {
    case 'value':
      return startValue(token, open);
    case 'first-item':
      return token === ']' ? close(open) : startValue(token, open);
    case 'first-key':
      return token === '}' ? close(open) : keyState(token);
    case 'key':
      return keyState(token);
    case 'colon':
      return token === ':' ? 'value' : undefined;
    case 'next-item':
      if (token === ']') return close(open);
      return token === ',' ? 'value' : undefined;
    case 'next-key':
      if (token === '}') return close(open);
      return token === ',' ? 'key' : undefined;
    case 'end':
      return undefined;
  }
}

function startValue(token: string, open: ('{' | '[')[]): State | undefined {
  if (token === '{' || token === '[') {
    open.push(token);
    return token === '{' ? 'first-key' : 'first-item';
  }
  return /^(?:"|-?\d|(?:true|false|null)$)/.test(token) ? afterValue(open) : undefined;
}

function keyState(token: string): State | undefined {
  return token.startsWith('"') ? 'colon' : undefined;
}

function close(open: ('{' | '[')[]): State {
  open.pop();
  return afterValue(open);
}

function afterValue(open: readonly ('{' | '[')[]): State {
  const innermost = open.at(-1);
  if (innermost === undefined) return 'end';
  return innermost === '{' ? 'next-key' : 'next-item';
}

function describe(token: string, isFaulty: boolean): string {
  if (token === '') return 'the end of the text';
  if (token.startsWith('/')) return 'a comment';
  if (!isFaulty) return shorten(token);
  return token.startsWith('"')
    ? 'text in quotes that does not end, or holds an unknown escape or a control character'
    : `${shorten(token)}, which is no number`;
}
