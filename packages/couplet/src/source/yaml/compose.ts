import type { ParsedNode, Tags } from 'yaml';
import { Composer, isScalar, Lexer, Parser } from 'yaml';
import { maximumDepth, maximumYamlCharacters, maximumYamlTokens } from '../limits.ts';

/** A problem that makes a YAML text unusable. */
export type YamlProblem =
  | { readonly code: 'yaml-syntax'; readonly offset: number; readonly problem: string }
  | { readonly code: 'yaml-too-long'; readonly offset: number; readonly limit: string }
  | { readonly code: 'too-deep'; readonly offset: number };

/** One document of a YAML stream. With problems, its content is incomplete and not to be used. */
export interface YamlDocument {
  /** Null where nothing stands between two `---`, or only comments. */
  readonly content: ParsedNode | null;
  /** Offsets of the document's first character and of the one after its last. */
  readonly start: number;
  readonly end: number;
  readonly problems: readonly YamlProblem[];
  /** Offsets of tags that mean nothing here, such as `!!binary`: what they stand at is taken as it is. */
  readonly unknownTags: readonly number[];
}

/** Enough to see what is wrong; a text in another format can have an error on every line. */
const shownProblems = 20;

/**
 * Reads a YAML stream, document by document. Scalars are read as Kubernetes' own tools read them, which is
 * YAML 1.1 without base-60 numbers, and with dates as text (`sigs.k8s.io/yaml`): `yes` and `on` are true,
 * `0777` is octal. Keys are the text that stands there. Aliases and merges are left as they are.
 *
 * Parser and composer are driven here rather than by the library, because its composer aborts the process
 * on deep nesting: depth and size are checked before anything reaches it.
 */
export function* composeYaml(text: string): Generator<YamlDocument> {
  if (text.length > maximumYamlCharacters) {
    yield unusable({
      code: 'yaml-too-long',
      offset: 0,
      limit: `${maximumYamlCharacters} characters`,
    });
    return;
  }
  const parser = new Parser();
  const composer = new Composer(options);
  let tokens = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) yield* wrapAll(composer.next(token));
    tokens += 1 + countBackslashes(lexeme);
    const problem = exceededLimit(parser, tokens);
    if (problem !== undefined) {
      yield unusable(problem);
      return;
    }
  }
  for (const token of parser.end()) yield* wrapAll(composer.next(token));
  yield* wrapAll(composer.end());
}

const options = {
  version: '1.1',
  customTags: withoutUnwantedTags,
  resolveKnownTags: false,
  stringKeys: true,
  // The library compares each key with all others; yaml-tree.ts looks for duplicates in one pass.
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

function withoutUnwantedTags(tags: Tags): Tags {
  return tags.filter((tag) => {
    if (typeof tag === 'string') return true;
    const name = tag.tag.slice(tag.tag.lastIndexOf(':') + 1);
    return tag.format !== 'TIME' && !unwantedTags.has(name);
  });
}

const unwantedTags = new Set(['binary', 'omap', 'pairs', 'set', 'timestamp']);

/** Each escape in a quoted text can bring an error of its own, so it counts like a token. */
function countBackslashes(lexeme: string): number {
  let count = 0;
  for (let at = lexeme.indexOf('\\'); at !== -1; at = lexeme.indexOf('\\', at + 1)) count += 1;
  return count;
}

function exceededLimit({ stack, offset }: Parser, tokens: number): YamlProblem | undefined {
  // The document lies below the collections on the parser's stack, and a scalar may lie on top.
  if (stack.length > maximumDepth + 2) return { code: 'too-deep', offset };
  if (tokens <= maximumYamlTokens) return undefined;
  return { code: 'yaml-too-long', offset, limit: `${maximumYamlTokens} words and signs` };
}

function unusable(problem: YamlProblem): YamlDocument {
  const { offset } = problem;
  return { content: null, start: offset, end: offset, problems: [problem], unknownTags: [] };
}

function* wrapAll(documents: ReturnType<Composer['next']>): Generator<YamlDocument> {
  for (const { contents, range, errors, warnings } of documents) {
    yield {
      content: isScalar(contents) && contents.value === null ? null : contents,
      start: range[0],
      end: range[2],
      problems: errors.slice(0, shownProblems).map(({ code, pos, message }) => ({
        code: 'yaml-syntax',
        offset: pos[0],
        problem: code === 'NON_STRING_KEY' ? 'A key must be text' : message,
      })),
      unknownTags: warnings
        .filter(({ code }) => code === 'TAG_RESOLVE_FAILED')
        .slice(0, shownProblems)
        .map(({ pos }) => pos[0]),
    };
  }
}
