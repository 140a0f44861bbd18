import type { OpenedSources } from '../../catalog/open.ts';
import { compareVersions } from '../../catalog/versions.ts';
import { Diagnostics } from '../../diagnostic/diagnostics.ts';
import { parseSourceName } from '../../source/source-name.ts';
import { count } from '../../text/count.ts';
import { printable } from '../../text/printable.ts';
import { coloursFor } from '../colours.ts';
import { formatDiagnostics } from '../diagnostic-text.ts';
import { openHere } from '../open-here.ts';
import type { Streams } from '../streams.ts';
import { exitCodes } from '../streams.ts';

/** A source, for people and for programs. */
interface ListedSource {
  readonly source: string;
  readonly revision: string | undefined;
  /** Of a release of OpenShift: the minor of Kubernetes that it is built on. */
  readonly kubernetes: string | undefined;
  readonly files: number;
  readonly locked: boolean;
}

/** Runs `couplet sources list`: the list goes to standard output. Returns the exit code. */
export async function runSourcesList(
  { json = false }: { readonly json?: boolean | undefined },
  streams: Streams,
): Promise<number> {
  const diagnostics = new Diagnostics();
  const opened = await openHere({}, true, streams.env, diagnostics);
  streams.stderr.write(formatDiagnostics(diagnostics.list(), coloursFor(streams)));
  if (opened === undefined) return exitCodes.failed;
  const sources = listSources(opened);
  if (json) streams.stdout.write(`${JSON.stringify({ sources }, undefined, 2)}\n`);
  else streams.stdout.write(asText(sources));
  return exitCodes.done;
}

/** Lists what the catalog has and what is locked, by name and version. */
function listSources({ catalog, reader }: OpenedSources): readonly ListedSource[] {
  const sources = new Map<string, ListedSource>();
  const known = catalog();
  for (const [name, releases] of known) {
    for (const [version, { revision, kubernetes, files }] of releases) {
      const source = `${name}@${version}`;
      sources.set(source, { source, revision, kubernetes, files: files.length, locked: false });
    }
  }
  for (const [source, { version, revision, files }] of reader.lock) {
    const named = parseSourceName(source);
    // The name may be openshift@latest, which was another release when it was locked.
    const release =
      named.kind === 'catalog' ? known.get(named.name)?.get(version ?? named.version) : undefined;
    const kubernetes = release?.kubernetes;
    sources.set(source, { source, revision, kubernetes, files: files.length, locked: true });
  }
  return [...sources.values()].sort(bySource);
}

function bySource({ source: left }: ListedSource, { source: right }: ListedSource): number {
  const [leftName, rightName] = [nameOf(left), nameOf(right)];
  if (leftName !== rightName) return leftName < rightName ? -1 : 1;
  return compareVersions(left, right);
}

/** The name that the versions of a release have in common; an address stands by itself. */
function nameOf(source: string): string {
  const named = parseSourceName(source);
  return named.kind === 'catalog' ? named.name : source;
}

function asText(sources: readonly ListedSource[]): string {
  // What the lock file has may be of anybody.
  const rows = sources.map(({ source, revision = '', files, locked }) => {
    const number = count(files, 'file').padStart(9);
    return [printable(source), locked ? 'locked' : '      ', number, printable(revision)] as const;
  });
  const width = Math.max(...rows.map(([source]) => source.length));
  return rows
    .map(([source, ...columns]) => `${[source.padEnd(width), ...columns].join('  ').trimEnd()}\n`)
    .join('');
}
