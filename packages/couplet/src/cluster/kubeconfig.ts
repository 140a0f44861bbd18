import { existsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import { placeInText } from '../diagnostic/place.ts';
import type { Cursor } from '../json/cursor.ts';
import type { SourceDocument } from '../source/document.ts';
import { readPath } from '../source/files.ts';
import { parseSource } from '../source/parse.ts';
import { entriesAt, entryAt, kubeconfigCursor } from './kubeconfig-entry.ts';
import { clusterProblems } from './problems.ts';

/** The kubeconfigs of a user, merged: contexts, clusters and users by their names. */
export interface Kubeconfig {
  readonly currentContext: string | undefined;
  readonly contexts: ReadonlyMap<string, Cursor>;
  readonly clusters: ReadonlyMap<string, Cursor>;
  readonly users: ReadonlyMap<string, Cursor>;
}

/** The variables of an environment. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The files that hold the kubeconfig, as kubectl finds them: the one that is named; those of KUBECONFIG that are there;
 * `~/.kube/config` if it is there.
 */
export function findKubeconfigs(named: string | undefined, env: Environment): readonly string[] {
  if (named !== undefined) return [named];
  const listed = (env['KUBECONFIG'] ?? '').split(delimiter).filter((file) => file !== '');
  if (listed.length > 0) return listed.filter((file) => existsSync(file));
  const usual = join(env['HOME'] ?? homedir(), '.kube', 'config');
  return existsSync(usual) ? [usual] : [];
}

/**
 * Reads kubeconfigs and merges them as kubectl does: the first file that has a context, cluster or user of some name,
 * or a current context, decides. What is wrong is reported with its place, without any of its text.
 */
export async function readKubeconfigs(
  files: readonly string[],
  diagnostics: Diagnostics,
): Promise<Kubeconfig> {
  const contexts = new Map<string, Cursor>();
  const clusters = new Map<string, Cursor>();
  const users = new Map<string, Cursor>();
  let currentContext: string | undefined;
  for (const file of files) {
    for (const document of await parseFile(file, diagnostics)) {
      const root = kubeconfigCursor(document, diagnostics);
      currentContext ??= root.text('current-context');
      addEntries(contexts, root, 'contexts', 'context');
      addEntries(clusters, root, 'clusters', 'cluster');
      addEntries(users, root, 'users', 'user');
    }
  }
  return { currentContext, contexts, clusters, users };
}

/** Problems of the text are told without their messages, which may show a piece of a credential. */
async function parseFile(
  file: string,
  diagnostics: Diagnostics,
): Promise<readonly SourceDocument[]> {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory() === true) {
    const found = { expected: 'a file', found: 'a folder' };
    diagnostics.report(clusterProblems['kubeconfig-wrong'], found, placeInText(file));
    return [];
  }
  const documents: SourceDocument[] = [];
  for (const source of readPath(file, new Set(), diagnostics)) {
    // A file without content is a kubeconfig without entries.
    if (source.bytes.length === 0) continue;
    const own = new Diagnostics();
    documents.push(...(await parseSource(source, own)));
    for (const { severity, code, position } of own.list()) {
      if (severity !== 'error') continue;
      diagnostics.report(
        clusterProblems['kubeconfig-syntax'],
        { problem: code },
        placeInText(file, position),
      );
    }
  }
  return documents;
}

/** A kubeconfig has lists of `{name, cluster: {…}}`. */
function addEntries(entries: Map<string, Cursor>, root: Cursor, key: string, member: string): void {
  for (const entry of entriesAt(root, key)) {
    const name = entry.text('name');
    const content = entryAt(entry, member);
    if (name !== undefined && content !== undefined && !entries.has(name)) {
      entries.set(name, content);
    }
  }
}
