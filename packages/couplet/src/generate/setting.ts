import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TargetSetting } from '../target/target.ts';
import type { Additions } from './additions.ts';
import type { LibraryRequest } from './request.ts';

/** What the targets of a request know before its sources are read. */
export function settingOf(request: LibraryRequest, additions: Additions): TargetSetting {
  const { label, localName, repository, description, targetOptions, out } = request;
  return {
    naming: { label, localName, repository, description },
    options: targetOptions,
    patches: additions.patches,
    additions: additions.files,
    existing: (path) => readExisting(join(out, path)),
  };
}

function readExisting(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
