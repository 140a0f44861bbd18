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
  nothingToRead,
  packageRoots,
  readDocuments,
  severalPackages,
  textAt,
} from '../dialect.ts';
import { olmProblems } from './problems.ts';
import { isServiceVersion, packageNameOf, reportLacking, versionOf } from './service-version.ts';

/**
 * A bundle of the Operator Lifecycle Manager in its format registry+v1: `metadata/annotations.yaml` says where the
 * manifests are and what the package is called. Of the manifests the custom resource definitions are read.
 */
export const olmBundle: PackageDialect = {
  name: 'olm-bundle',
  find: findBundle,
  problems: olmProblems,
};

const annotationsFile = /(?<![^/])metadata\/annotations\.ya?ml$/;
const prefix = 'operators.operatorframework.io.bundle.';

async function findBundle(
  files: SourceFiles,
  diagnostics: Diagnostics,
): Promise<Package | undefined> {
  const roots = packageRoots(files, annotationsFile).filter((root) =>
    beginningOf(files, annotationsOf(root, files)).includes(prefix),
  );
  if (roots.length > 1) return severalPackages('OLM bundles', roots, files, diagnostics);
  const [root] = roots;
  if (root === undefined || !isRootOfAll(files, root)) return undefined;
  const [annotations] = await files.read(annotationsOf(root, files));
  if (annotations === undefined) return nothingToRead;
  const folder = manifestsOf(annotations, root, files, diagnostics);
  if (folder === undefined) return nothingToRead;
  return await readManifests(files, folder, annotations, diagnostics);
}

function annotationsOf(root: string, files: SourceFiles): string {
  const path = `${root}metadata/annotations.yaml`;
  return files.bytes(path).length > 0 ? path : `${root}metadata/annotations.yml`;
}

function annotationOf({ value }: SourceDocument, name: string): string | undefined {
  return textAt(value, 'annotations', `${prefix}${name}`);
}

/** The path of the manifests with a slash behind. A format that is not known, or no such folder, is reported. */
function manifestsOf(
  annotations: SourceDocument,
  root: string,
  { paths }: SourceFiles,
  diagnostics: Diagnostics,
): string | undefined {
  const placeOf = (name: string) => ({
    locator: annotations,
    path: ['annotations', `${prefix}${name}`],
  });
  const mediaType = annotationOf(annotations, 'mediatype.v1') ?? 'registry+v1';
  if (mediaType !== 'registry+v1') {
    diagnostics.report(olmProblems['bundle-format'], { mediaType }, placeOf('mediatype.v1'));
    return undefined;
  }
  const folder = annotationOf(annotations, 'manifests.v1') ?? 'manifests/';
  const parts = folder.split('/').filter((part) => part !== '' && part !== '.');
  const path = root + parts.map((part) => `${part}/`).join('');
  if (!folder.startsWith('/') && paths.some((each) => isIn(path, each))) return path;
  diagnostics.report(olmProblems['bundle-folder'], { folder }, placeOf('manifests.v1'));
  return undefined;
}

/**
 * Tells whether a file lies in a folder itself: the Operator Lifecycle Manager does not look into the folders in it.
 */
function isIn(folder: string, path: string): boolean {
  return path.startsWith(folder) && !path.includes('/', folder.length);
}

async function readManifests(
  files: SourceFiles,
  folder: string,
  annotations: SourceDocument,
  diagnostics: Diagnostics,
): Promise<Package> {
  const manifests = await readDocuments(
    files,
    files.paths.filter((path) => isIn(folder, path)),
  );
  const documents = manifests.filter(isOfCustomResources);
  const serviceVersions = manifests.filter(isServiceVersion);
  const [first] = serviceVersions;
  if (first === undefined || serviceVersions.length > 1) {
    const found = serviceVersions.length;
    const place = { locator: first ?? annotations, path: [] };
    diagnostics.report(olmProblems['bundle-without-csv'], { found }, place);
  }
  for (const serviceVersion of serviceVersions)
    reportLacking(serviceVersion, documents, diagnostics);
  const name = annotationOf(annotations, 'package.v1') ?? packageNameOf(first);
  const version = serviceVersions.length === 1 ? versionOf(first) : undefined;
  const label = version === undefined ? name : `${name ?? 'bundle'}-${version}`;
  return customResourcePackage('bundle', { label, documents }, files, diagnostics);
}
