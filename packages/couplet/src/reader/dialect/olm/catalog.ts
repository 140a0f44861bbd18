import type { Package, PackageDialect } from '../dialect.ts';
import { beginningOf, nothingToRead, placeInText } from '../dialect.ts';
import { olmProblems } from './problems.ts';

/**
 * A file-based catalog of the Operator Lifecycle Manager: it lists packages, channels and bundles, which are images
 * elsewhere. There is nothing to read in it, so it is only told.
 */
export const bundleCatalog: PackageDialect = {
  name: 'olm-catalog',
  find: (files, diagnostics): Promise<Package | undefined> => {
    const [first] = files.paths;
    // What lies beside other files is passed over with a warning, as all else that is not read.
    const isAll = files.paths.every((path) => isCatalog(beginningOf(files, path)));
    if (first === undefined || !isAll) return Promise.resolve(undefined);
    diagnostics.report(olmProblems['bundle-catalog'], {}, placeInText(files.nameOf(first)));
    return Promise.resolve(nothingToRead);
  },
};

const inYaml = /^schema:\s*["']?olm\.(?:package|channel|bundle|deprecations)\b/m;
/**
 * In the outermost object, before any other in it. Also where several JSON texts follow each other, which is no JSON but
 * what `opm` prints.
 */
const inJson = /^\s*\{[^{}[\]]*"schema"\s*:\s*"olm\.(?:package|channel|bundle|deprecations)"/;

function isCatalog(text: string): boolean {
  if (!text.includes('olm.')) return false;
  return inYaml.test(text) || inJson.test(text);
}
