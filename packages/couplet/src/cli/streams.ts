import type { Readable, Writable } from 'node:stream';

/** The surroundings of a command, handed in so that commands can be run by tests and by other programs. */
export interface Streams {
  readonly stdin: Readable;
  /** Data only: what another program would read. */
  readonly stdout: Writable & { readonly isTTY?: boolean };
  /** Everything for people: diagnostics, progress, summaries. */
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The exit codes of every command. */
export const exitCodes = {
  /** The command did what it was asked to. */
  done: 0,
  /** An input has errors, or the output could not be written; nothing was changed. */
  failed: 1,
  /** The command was called with words or options that it does not know. */
  usage: 2,
  /** Two API documents were compared, and something breaks from the one to the other. */
  breaking: 3,
  /** Couplet itself is at fault. */
  bug: 70,
} as const;
