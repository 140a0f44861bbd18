import type { ExplainedProblem } from './layers.ts';

const introduction = `# All problems

What Couplet can find wrong, by the code that stands in brackets behind a message and in \`--json\`. An **error** keeps
anything from being written, and the run fails; with a **warning** the run goes on without the part that is wrong; a
**note** is for information. Messages begin with the place, \`file:line:column\`, where there is one. The examples are
made by Couplet itself, from parameters that are made up.

The page comes with the package. In the diagnostics of \`couplet generate --json\`, \`documentation\` is the address of a
problem's section in the package's folder: \`docs/problems.md#file-not-found\` is in
\`node_modules/couplet/docs/problems.md\`.

\`npm run problems\` writes this page, and a test compares it.
`;

/** What each layer is about, for readers of the page. */
const titles: ReadonlyMap<string, string> = new Map([
  ['diagnostic', 'Too many problems'],
  ['net', 'Downloads'],
  ['source', 'Files and their text'],
  ['api', 'References between definitions'],
  ['reader', 'What documents say'],
  ['library', 'Names and sizes of a library'],
  ['load', 'Documents without an API'],
  ['catalog', 'Catalog, lock file and mirrors'],
  ['cluster', 'Clusters'],
  ['output', 'What is written'],
  ['render', 'Programs'],
  ['generate', 'Patches and extensions'],
  ['config', 'Configurations'],
]);

/** The page of all problems, in Markdown. */
export function pageOf(problems: readonly ExplainedProblem[]): string {
  let page = introduction;
  let layer = '';
  for (const problem of problems) {
    if (problem.layer !== layer) {
      const title = titles.get(problem.layer);
      if (title === undefined) throw new Error(`the layer ${problem.layer} has no title`);
      page += `\n## ${title}\n`;
      ({ layer } = problem);
    }
    page += sectionOf(problem);
  }
  return page;
}

function sectionOf({ code, severity, message, advice, cause, example }: ExplainedProblem): string {
  const shown = `${severity}: ${message(example)} [${code}]`;
  return `\n### ${code}\n\n${cause}\n\n\`\`\`text\n${shown}\n\`\`\`\n\n${advice}\n`;
}
