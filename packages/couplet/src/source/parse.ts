import { Diagnostics } from '../diagnostic/diagnostics.ts';
import { placeInText } from '../diagnostic/place.ts';
import { decode } from './decode.ts';
import type { RawSource, SourceDocument } from './document.ts';
import { jsonDocuments, parseJson } from './json/documents.ts';
import { maximumDepth } from './limits.ts';
import { LinedText } from './lined-text.ts';
import { weakly } from './weakly.ts';
import { sourceProblems } from './problems.ts';

/**
 * The documents of an input: JSON or a YAML stream, gzip or not, each told by its content. Everything that is
 * wrong is reported; an input, or a YAML document, that cannot be used gives none.
 *
 * Positions are found in the input's bytes anew when they are asked for, so that no text is held for them.
 */
export async function parseSource(
  raw: RawSource,
  diagnostics: Diagnostics,
): Promise<SourceDocument[]> {
  const text = decode(raw, diagnostics);
  if (text === undefined) return [];
  const start = text.search(/\S/);
  if (start === -1 || /^<(?:!doctype|html)\b/i.test(text.slice(start, start + 10))) {
    const problem = sourceProblems[start === -1 ? 'empty-source' : 'html-page'];
    diagnostics.report(problem, {}, placeInText(raw.name));
    return [];
  }
  // What was decoded once is decoded again without problems.
  const decodeAgain = (): LinedText => new LinedText(decode(raw, new Diagnostics()) ?? '');
  const lines = weakly(decodeAgain, new LinedText(text));
  if (text[start] !== '{' && text[start] !== '[')
    return parseYaml(raw.name, text, lines, diagnostics);
  const json = parseJson(text);
  return json === undefined
    ? parseAlmostJson(raw.name, text, lines, diagnostics)
    : jsonDocuments(raw.name, json.value, lines, diagnostics);
}

async function parseYaml(
  name: string,
  text: string,
  lines: () => LinedText,
  diagnostics: Diagnostics,
): Promise<SourceDocument[]> {
  // Loaded on demand, as the library takes longer to load than JSON to parse.
  const { composeYaml, yamlDocuments } = await import('./yaml/documents.ts');
  return yamlDocuments(name, composeYaml(text), lines, diagnostics);
}

/**
 * Parses what starts like JSON and is none: YAML in flow style, or JSON with a mistake. Where the text only ends too
 * early or is nested too deep, it is no usable YAML either.
 */
async function parseAlmostJson(
  name: string,
  text: string,
  lines: () => LinedText,
  diagnostics: Diagnostics,
): Promise<SourceDocument[]> {
  const { findJsonProblem } = await import('./json/syntax.ts');
  const problem = findJsonProblem(text);
  if (problem === undefined) throw new Error(`no syntax error found in ${name}`);
  const place = placeInText(name, lines().positionAt(problem.offset));
  if (problem.code === 'too-deep') {
    diagnostics.report(sourceProblems['too-deep'], { limit: maximumDepth }, place);
    return [];
  }
  if (problem.offset < text.length) {
    const { composeYaml, yamlDocuments } = await import('./yaml/documents.ts');
    const stream = [...composeYaml(text)];
    if (stream.every((document) => document.problems.length === 0)) {
      return yamlDocuments(name, stream, lines, diagnostics);
    }
  }
  diagnostics.report(sourceProblems['json-syntax'], problem, place);
  return [];
}
