import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { Dialect, Package, PackageDialect } from '../reader/dialect/dialect.ts';
import { readDocuments } from '../reader/dialect/dialect.ts';
import { dialects as knownDialects } from '../reader/dialect/dialects.ts';
import { openFile, openFolder } from '../source/container/file-set.ts';
import type { RawSource, SourceDocument } from '../source/document.ts';
import { isPackedChart } from '../source/file-endings.ts';
import type { SourceFiles } from '../source/source-files.ts';

/** A source that was opened: a file, a folder or an archive. */
export interface Input {
  /** The label of the library if nobody says; absent where the source does not say. */
  readonly label: string | undefined;
  /** The names of the files that it has its documents from. */
  readonly names: readonly string[];
  /** Reads its documents. What is wrong is reported where the source was opened to. */
  readonly read: () => Promise<readonly SourceDocument[]>;
}

/**
 * Opens sources: finds out which of them are packages, such as bundles and charts, and reads these. All others are not
 * read before their documents are asked for. What is wrong is reported.
 *
 * @param added dialects that are asked before those that Couplet has
 */
export async function openInputs(
  sources: readonly RawSource[],
  diagnostics: Diagnostics,
  added: readonly Dialect[] = [],
): Promise<readonly Input[]> {
  const dialects = [...added, ...knownDialects].filter(isOfPackages);
  const inputs: Input[] = [];
  for (const group of groupByFolder(sources)) {
    inputs.push(await openInput(group, dialects, diagnostics));
  }
  return inputs;
}

function isOfPackages(dialect: Dialect): dialect is PackageDialect {
  return 'find' in dialect;
}

type Group = RawSource | { readonly folder: string; readonly files: Map<string, RawSource> };

/** The sources with those of one folder taken together, in the order in which they are named first. */
function groupByFolder(sources: readonly RawSource[]): Iterable<Group> {
  const groups = new Map<unknown, Group>();
  for (const source of sources) {
    if (source.within === undefined) {
      groups.set(source, source);
      continue;
    }
    const { folder, path } = source.within;
    const group = groups.get(folder);
    if (group !== undefined && 'files' in group) group.files.set(path, source);
    else groups.set(folder, { folder, files: new Map([[path, source]]) });
  }
  return groups.values();
}

async function openInput(
  group: Group,
  dialects: readonly PackageDialect[],
  diagnostics: Diagnostics,
): Promise<Input> {
  const files =
    'files' in group
      ? openFolder(group.folder, group.files, diagnostics)
      : await openFile(group, diagnostics);
  for (const { find } of dialects) {
    const found = await find(files, diagnostics);
    if (found !== undefined) return inputOf(found, files);
  }
  const paths = files.paths.filter((path) => !isPackedChart(path));
  return {
    label: undefined,
    // Of an archive that has nothing but links, there is only its own name.
    names: paths.length === 0 ? [files.name] : paths.map((path) => files.nameOf(path)),
    read: () => readDocuments(files, paths),
  };
}

function inputOf({ label, documents }: Package, { name }: SourceFiles): Input {
  return { label, names: [name], read: () => Promise.resolve(documents) };
}
