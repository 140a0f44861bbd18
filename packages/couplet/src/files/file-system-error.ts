/** An error of the file system: disk full, access denied, and the like. */
interface FileSystemError extends Error {
  readonly code: string;
  /** Node leaves it out where reading or writing an open file fails. */
  path?: string;
}

/** Tells whether something that was thrown comes from the file system; all else is a bug. */
export function isFileSystemError(error: unknown): error is FileSystemError {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return false;
  return 'syscall' in error || error.code.startsWith('ERR_FS_');
}

/** Tells whether it is one of the given kinds of file system error. */
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

/** Says what went wrong, without code and paths: `no space left on device`. */
export function reasonOf(error: Error): string {
  return /^[A-Z_]+: ([^,]+)/.exec(error.message)?.[1] ?? error.message;
}

/** An error like those of the file system, for what it does not notice itself. */
export function fileSystemError(code: string, reason: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${reason}`), { code, syscall: 'none', path });
}
