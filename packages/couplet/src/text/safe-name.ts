import { hash } from './hash.ts';

const nameLimit = 120;

/** Files that every folder of the library has, and names that Windows keeps for devices. */
const reservedFileNames = /^(main|index|readme|con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;

/**
 * A name that is safe as a key, as a folder and as a file's name without its ending, on any file system. Names that
 * are safe stay as they are; others keep what they can and get a hash, so that different names stay different.
 */
export function safeName(name: string): string {
  const safe = name.replaceAll(/[^A-Za-z0-9_.-]/g, '_').replace(/^[.-]/, '_');
  if (safe !== name || name === '' || name.length > nameLimit) {
    return `${safe.slice(0, nameLimit)}_${hash(name)}`;
  }
  return reservedFileNames.test(name) ? `${name}_` : name;
}
