import { readFile } from 'node:fs/promises';
import { dirname, extname, isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Loader, OnResolveArgs, OnResolveResult, Plugin, PluginBuild } from 'esbuild';

/** The text that stands in a bundled module for its `import.meta`, which is that of the bundle otherwise. */
export const importMeta = 'importMeta$';

const metaNamespace = 'import-meta';

/** The modules that can have an `import.meta`, by their endings. */
const loaders: Readonly<Record<string, Loader>> = {
  '.ts': 'ts',
  '.mts': 'ts',
  '.js': 'js',
  '.mjs': 'js',
};

/**
 * Leaves a package's JavaScript to Node: it may look for files beside it, or be in the program only once. TypeScript
 * in a package, as workspaces have it, Node would refuse.
 *
 * @param packages gets the modules that were left to Node
 */
export function leavePackages(packages: Set<string>): Plugin {
  const asked = Symbol('asked');
  const setup = (bundler: PluginBuild): void => {
    const resolve = async (importing: OnResolveArgs): Promise<OnResolveResult | undefined> => {
      const { path, importer, resolveDir, kind, pluginData } = importing;
      if (isAbsolute(path) || pluginData === asked) return undefined;
      const found = await bundler.resolve(path, { importer, resolveDir, kind, pluginData: asked });
      if (found.errors.length > 0 || found.namespace !== 'file') return found;
      if (found.external || !/\.(?:[cm]?js|node)$/.test(found.path)) return found;
      packages.add(found.path);
      const name = kind === 'require-call' ? found.path : pathToFileURL(found.path).href;
      return { path: name, external: true };
    };
    // All that starts neither as a path does nor as a name within the package.
    bundler.onResolve({ filter: /^[^./\\#]/ }, resolve);
  };
  return { name: 'leave-packages', setup };
}

/**
 * Gives each module the `import.meta` that it would have if Node ran it as it is.
 *
 * @param sources gets all files that are read
 */
export function readSources(sources: Set<string>): Plugin {
  const setup = (bundler: PluginBuild): void => {
    bundler.onLoad({ filter: /./, namespace: 'file' }, async ({ path }) => {
      sources.add(path);
      const loader = loaders[extname(path)];
      if (loader === undefined) return undefined;
      // What cannot be read is left to esbuild, to say so.
      const text = await readFile(path, 'utf8').catch(() => '');
      if (!text.includes('import.meta')) return undefined;
      const from = JSON.stringify(`${metaNamespace}:${path}`);
      // At the end, so that nothing moves; an import comes first all the same.
      return { contents: `${text}\nimport { ${importMeta} } from ${from};`, loader };
    });
    bundler.onResolve({ filter: /^import-meta:/ }, ({ path }) => ({
      path: path.slice(metaNamespace.length + 1),
      namespace: metaNamespace,
    }));
    bundler.onLoad({ filter: /./, namespace: metaNamespace }, ({ path }) => {
      const meta = { url: pathToFileURL(path).href, filename: path, dirname: dirname(path) };
      return { contents: `export const ${importMeta} = ${JSON.stringify(meta)};` };
    });
  };
  return { name: 'read-sources', setup };
}
