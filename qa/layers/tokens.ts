/** A word, a mark, or a text in quotes, with the line that it stands on. */
export interface Token {
  readonly kind: 'word' | 'mark' | 'text';
  /** A text is without its quotes. */
  readonly value: string;
  readonly line: number;
}

/** After these words comes a value, so that a slash begins a regular expression. */
const beforeValues = new Set(['return', 'typeof', 'case', 'in', 'of', 'void', 'throw', 'else']);

const pieces = {
  space: /\s+/y,
  comment: /\/\/[^\n]*|\/\*[^]*?\*\//y,
  text: /'((?:[^'\\\n]|\\[^])*)'|"((?:[^"\\\n]|\\[^])*)"/y,
  pattern: /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y,
  template: /(?:[^`\\$]|\\[^]|\$(?!\{))*/y,
  word: /[\p{L}_$][\p{L}\p{N}_$]*|\d[\w.]*/uy,
};

/**
 * Takes a TypeScript program apart, as far as it takes to find its imports: comments, regular expressions and the texts
 * of templates give no tokens, so that nothing in them is taken for an import; what stands in `${…}` does.
 */
export function tokensOf(program: string): readonly Token[] {
  const tokens: Token[] = [];
  /** For each template that is open, how many braces are open in its `${…}`. */
  const templates: number[] = [];
  let index = 0;
  let line = 1;
  const take = (piece: RegExp): RegExpExecArray | undefined => {
    piece.lastIndex = index;
    const match = piece.exec(program);
    if (match === null) return undefined;
    index += match[0].length;
    line += match[0].split('\n').length - 1;
    return match;
  };
  const mark = (value: string): void => {
    tokens.push({ kind: 'mark', value, line });
    index += value.length;
  };
  const continueTemplate = (): void => {
    take(pieces.template);
    if (program.startsWith('${', index)) {
      templates.push(0);
      mark('${');
    } else mark('`');
  };
  while (index < program.length) {
    if (take(pieces.space) !== undefined || take(pieces.comment) !== undefined) continue;
    const start = line;
    const text = take(pieces.text);
    if (text !== undefined) {
      tokens.push({ kind: 'text', value: text[1] ?? text[2] ?? '', line: start });
      continue;
    }
    const word = take(pieces.word);
    if (word !== undefined) {
      tokens.push({ kind: 'word', value: word[0], line: start });
      continue;
    }
    const next = program.charAt(index);
    if (next === '/' && isBeforeValue(tokens.at(-1)) && take(pieces.pattern) !== undefined)
      continue;
    const depth = templates.at(-1);
    mark(next);
    if (next === '`') continueTemplate();
    else if (depth !== undefined && next === '{') templates[templates.length - 1] = depth + 1;
    else if (depth !== undefined && next === '}') {
      templates.pop();
      if (depth === 0) continueTemplate();
      else templates.push(depth - 1);
    }
  }
  return tokens;
}

function isBeforeValue(last: Token | undefined): boolean {
  if (last === undefined) return true;
  if (last.kind === 'word') return beforeValues.has(last.value);
  return last.kind === 'mark' && ![')', ']', '}', '`'].includes(last.value);
}
