import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileSystemError } from '../files/file-system-error.ts';
import { whyUnsafe } from './path.ts';
import type { Unit } from './unit.ts';

/** All that must be known to undo a swap that stopped half way. */
export type JournalEntry = Pick<Unit, 'path' | 'arrives'>;

/** Writes the journal in one step: it is there as a whole or not at all. */
export function writeJournal(file: string, entries: readonly JournalEntry[]): void {
  writeFileSync(`${file}.part`, JSON.stringify(entries));
  renameSync(`${file}.part`, file);
}

/** Reads the journal, `undefined` where there is none. What Couplet cannot have written is an error. */
export function readJournal(file: string): readonly JournalEntry[] | undefined {
  if (!existsSync(file)) return undefined;
  const entries = parse(readFileSync(file, 'utf8'));
  if (Array.isArray(entries) && entries.every(isEntry)) return entries;
  throw fileSystemError(
    'EBADMSG',
    `what a killed run left in ${basename(dirname(file))} is damaged`,
    file,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isEntry(value: unknown): value is JournalEntry {
  if (typeof value !== 'object' || value === null) return false;
  if (!('path' in value && 'arrives' in value)) return false;
  const { path, arrives } = value;
  return typeof path === 'string' && whyUnsafe(path) === undefined && typeof arrives === 'boolean';
}
