import type { Diagnostics } from '../../diagnostic/diagnostics.ts';
import type { Locator } from '../../diagnostic/place.ts';
import { placeInText } from '../../diagnostic/place.ts';
import type { SourceDocument } from '../document.ts';
import { maximumDepth } from '../limits.ts';
import type { LinedText } from '../lined-text.ts';
import { unpackLists } from '../lists.ts';
import { checkData } from '../plain-data.ts';
import { weakly } from '../weakly.ts';
import type { YamlDocument, YamlProblem } from './compose.ts';
import { composeYaml } from './compose.ts';
import type { ReportAt } from './tree.ts';
import { YamlTree } from './tree.ts';
import { sourceProblems } from '../problems.ts';

export { composeYaml };

/**
 * The documents of a YAML stream, a `List` unpacked into its items. Documents without content are left out, such
 * as those between two `---`; a stream of nothing else is reported.
 *
 * @param lines the text of the stream, asked for only when a position is
 */
export function yamlDocuments(
  source: string,
  stream: Iterable<YamlDocument>,
  lines: () => LinedText,
  diagnostics: Diagnostics,
): SourceDocument[] {
  const documents: (readonly SourceDocument[])[] = [];
  let isEmpty = true;
  for (const document of stream) {
    if (document.content === null && document.problems.length === 0) continue;
    isEmpty = false;
    documents.push(readDocument(source, document, lines, diagnostics));
  }
  if (isEmpty) diagnostics.report(sourceProblems['empty-source'], {}, placeInText(source));
  return documents.flat();
}

function readDocument(
  source: string,
  document: YamlDocument,
  lines: () => LinedText,
  diagnostics: Diagnostics,
): readonly SourceDocument[] {
  const report: ReportAt = (problem, parameters, offset, path) => {
    const { locator } = placeInText(source, lines().positionAt(offset));
    diagnostics.report(problem, parameters, { locator, path });
  };
  for (const problem of document.problems) reportProblem(problem, report);
  if (document.problems.length > 0) return [];
  for (const offset of document.unknownTags) report(sourceProblems['unknown-tag'], {}, offset, []);
  const { value } = new YamlTree(document.content, report);
  const whole = yamlLocator(source, document, lines);
  if (!checkData(value, whole, diagnostics)) return [];
  return unpackLists(value, whole, diagnostics).map((part) => ({
    source,
    value: part.value,
    locate: (paths) => whole.locate(paths.map((path) => [...part.path, ...path])),
  }));
}

function reportProblem(problem: YamlProblem, report: ReportAt): void {
  switch (problem.code) {
    case 'yaml-syntax':
      report(sourceProblems['yaml-syntax'], problem, problem.offset, []);
      break;
    case 'too-deep':
      report(sourceProblems['too-deep'], { limit: maximumDepth }, problem.offset, []);
      break;
    case 'yaml-too-long':
      report(sourceProblems['yaml-too-long'], problem, problem.offset, []);
      break;
  }
}

/** Parses the document a second time when a position is asked for. */
function yamlLocator(source: string, document: YamlDocument, lines: () => LinedText): Locator {
  const { start, end } = document;
  const tree = weakly(() => {
    const [again] = composeYaml(lines().text.slice(start, end));
    return new YamlTree(again?.content ?? null, () => undefined);
  });
  return {
    source,
    locate: (paths) => paths.map((path) => lines().positionAt(start + tree().offsetOf(path))),
  };
}
