import { join } from 'node:path';
import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import { isFileSystemError, reasonOf } from '../source/file-system-error.ts';
import type { OutputFolder } from './output-folder.ts';

const codes = {
  ENOSPC: 'output-no-space',
  EDQUOT: 'output-no-space',
  EACCES: 'output-denied',
  EPERM: 'output-denied',
  EROFS: 'output-denied',
} as const;

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
  const code = Object.entries(codes).find(([name]) => name === error.code)?.[1] ?? 'output-failed';
  diagnostics.report(code, { path: shownPath(error.path, folder), reason: reasonOf(error) });
}

function shownPath(path: string | undefined, folder: OutputFolder): string {
  if (path === undefined) return folder.shown;
  const staged = /\.couplet-[^/]*(?:\/(?:new|old)(?:\/(.*))?|\/[^/]*)?$/.exec(path);
  if (staged !== null) return join(folder.shown, staged[1] ?? '');
  const inside = path === folder.root || path.startsWith(`${folder.root}/`);
  return inside ? join(folder.shown, path.slice(folder.root.length)) : path;
}
