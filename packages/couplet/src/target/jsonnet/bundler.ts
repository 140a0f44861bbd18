import type { OutputFile } from '../../text/output-file.ts';

/**
 * The manifest by which jsonnet-bundler vendors the library (`jb install …/<label>@<version>`). A documented
 * library depends on docsonnet's `doc-util`; a slim one on nothing.
 */
export function emitBundlerManifest(label: string, isSlim: boolean): OutputFile {
  const git = { remote: 'https://github.com/jsonnet-libs/docsonnet.git', subdir: 'doc-util' };
  const manifest = {
    version: 1,
    dependencies: isSlim ? [] : [{ source: { git }, version: 'master' }],
    legacyImports: true,
  };
  return { path: `${label}/jsonnetfile.json`, text: `${JSON.stringify(manifest, undefined, 2)}\n` };
}
