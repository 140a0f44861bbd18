import type {
  Diagnostics,
  Package,
  PackageDialect,
  SourceDocument,
  SourceFiles,
} from '../dialect.ts';
import {
  beginningOf,
  customResourcePackage,
  isOfCustomResources,
  isRootOfAll,
  packageRoots,
  placeInText,
  readDocuments,
  severalPackages,
  textAt,
} from '../dialect.ts';
import { helmProblems } from './problems.ts';

/**
 * A Helm chart: of it and of the charts that it is made of, packed or not, the custom resource definitions in `crds/` are
 * read. Those among the templates are only told, for they are none before Helm has made them.
 */
export const helmChart: PackageDialect = {
  name: 'helm-chart',
  find: findChart,
  problems: helmProblems,
};

const chartFile = /(?<![^/])Chart\.yaml$/;

async function findChart(
  files: SourceFiles,
  diagnostics: Diagnostics,
): Promise<Package | undefined> {
  const roots = packageRoots(files, chartFile);
  if (roots.length > 1) return severalPackages('Helm charts', roots, files, diagnostics);
  const [root] = roots;
  if (root === undefined || !isRootOfAll(files, root)) return undefined;
  const [chart] = await files.read(`${root}Chart.yaml`);
  const name = textAt(chart?.value, 'name');
  const version = textAt(chart?.value, 'version');
  const documents = await readChart(files, root, diagnostics);
  reportTemplates(files, name ?? files.name, diagnostics);
  const label = name === undefined || version === undefined ? name : `${name}-${version}`;
  return customResourcePackage('chart', { label, documents }, files, diagnostics);
}

/** Reads what lies in the `crds/` of a chart, and of the charts in its `charts/`, and so on. */
async function readChart(
  files: SourceFiles,
  root: string,
  diagnostics: Diagnostics,
): Promise<readonly SourceDocument[]> {
  const own = files.paths.filter((path) => isCrdFile(path.slice(root.length)));
  const documents = (await readDocuments(files, own)).filter(isOfCustomResources);
  for (const path of files.paths.filter((each) => isPacked(each.slice(root.length)))) {
    const packed = await files.open(path);
    const [inner] = packageRoots(packed, chartFile);
    if (inner === undefined || !isRootOfAll(packed, inner)) continue;
    for (const document of await readChart(packed, inner, diagnostics)) documents.push(document);
    reportTemplates(packed, packed.name, diagnostics);
  }
  return documents;
}

/** Tells whether a path leads, through any charts in charts, into the `crds/` of one. */
function isCrdFile(path: string): boolean {
  return /^(?:charts\/[^/]+\/)*crds\//.test(path);
}

function isPacked(path: string): boolean {
  return /^(?:charts\/[^/]+\/)*charts\/[^/]+\.(?:tgz|tar\.gz)$/.test(path);
}

const templatesFolder = /(?<![^/])templates\//;
const crdLine = /^[ \t]*kind:[ \t]*["']?CustomResourceDefinition\b/m;

/** Reports the templates that are custom resource definitions, once for all of a chart, at the first one. */
function reportTemplates(files: SourceFiles, chart: string, diagnostics: Diagnostics): void {
  const found = files.paths
    .filter((path) => templatesFolder.test(path))
    .flatMap((path) => {
      const text = beginningOf(files, path);
      const index = text.search(crdLine);
      return index === -1 ? [] : [{ path, line: text.slice(0, index).split('\n').length }];
    });
  const [first] = found;
  if (first === undefined) return;
  const place = placeInText(files.nameOf(first.path), { line: first.line, column: 1 });
  const templates = { count: found.length, chart };
  diagnostics.report(helmProblems['chart-templates'], templates, place);
}
