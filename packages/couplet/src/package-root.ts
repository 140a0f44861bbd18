/**
 * The folder of this package, where its package.json is. This module stands right below `src`, and the built one and
 * the bundle that it goes into right below `dist`: the one place from which files of the package are found.
 */
export const packageRoot: URL = new URL('..', import.meta.url);
