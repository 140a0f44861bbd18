import { join } from 'node:path';
import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { OutputFolder } from './output-folder.ts';

/** An error of the file system: disk full, access denied, and the like. */
interface FileSystemError extends Error {
  readonly code: string;
  /** Node leaves it out where reading or writing an open file fails. */
  path?: string;
}

/** Whether something that was thrown comes from the file system; all else is a bug. */
export function isFileSystemError(error: unknown): error is FileSystemError {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return false;
  return 'syscall' in error || error.code.startsWith('ERR_FS_');
}

/** Whether it is one of the given kinds of file system error. */
export function isErrorOf(error: unknown, ...codes: readonly string[]): boolean {
  return isFileSystemError(error) && codes.includes(error.code);
}

/** Does something with a file; an error of the file system names that file. */
export function naming<Result>(file: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    if (isFileSystemError(error)) error.path ??= file;
    throw error;
  }
}

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

/** What went wrong, without code and paths: `no space left on device`. */
export function reasonOf(error: Error): string {
  return /^[A-Z_]+: ([^,]+)/.exec(error.message)?.[1] ?? error.message;
}

function shownPath(path: string | undefined, folder: OutputFolder): string {
  if (path === undefined) return folder.shown;
  const staged = /\.couplet-[^/]*(?:\/(?:new|old)(?:\/(.*))?|\/[^/]*)?$/.exec(path);
  if (staged !== null) return join(folder.shown, staged[1] ?? '');
  const inside = path === folder.root || path.startsWith(`${folder.root}/`);
  return inside ? join(folder.shown, path.slice(folder.root.length)) : path;
}

/** An error like those of the file system, for what it does not notice itself. */
export function fileSystemError(code: string, reason: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${reason}`), { code, syscall: 'none', path });
}
