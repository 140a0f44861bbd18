import { join } from 'node:path';
import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import { isFileSystemError, reasonOf } from '../files/file-system-error.ts';
import type { OutputFolder } from './output-folder.ts';
import { outputProblems } from './problems.ts';

const problems = new Map([
  ['ENOSPC', outputProblems['output-no-space']],
  ['EDQUOT', outputProblems['output-no-space']],
  ['EACCES', outputProblems['output-denied']],
  ['EPERM', outputProblems['output-denied']],
  ['EROFS', outputProblems['output-denied']],
]);

/**
 * Reports an error of the file system; throws everything else again. Staged files go by the names they would get.
 * @param folder what the user calls the folder, and its absolute path
 */
export function reportFileSystemError(
  error: unknown,
  folder: OutputFolder,
  diagnostics: Diagnostics,
): void {
  if (!isFileSystemError(error)) throw error;
  const problem = problems.get(error.code) ?? outputProblems['output-failed'];
  diagnostics.report(problem, { path: shownPath(error.path, folder), reason: reasonOf(error) });
}

function shownPath(path: string | undefined, folder: OutputFolder): string {
  if (path === undefined) return folder.shown;
  const staged = /\.couplet-[^/]*(?:\/(?:new|old)(?:\/(.*))?|\/[^/]*)?$/.exec(path);
  if (staged !== null) return join(folder.shown, staged[1] ?? '');
  const inside = path === folder.root || path.startsWith(`${folder.root}/`);
  return inside ? join(folder.shown, path.slice(folder.root.length)) : path;
}
