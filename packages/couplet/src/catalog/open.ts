import { dirname, join } from 'node:path';
import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import { defaultTimeoutSeconds } from '../source/read.ts';
import { Cache, defaultCacheFolder } from './cache.ts';
import type { Catalog } from './catalog.ts';
import { extendCatalog, loadCatalog } from './catalog.ts';
import type { Lock } from './lock.ts';
import { lockFileName, printLock, readLock, writeLock } from './lock.ts';
import { LockedReader } from './locked-reader.ts';
import { mirror, network } from './origin.ts';

/** The choices of users about downloads. */
export interface DownloadOptions {
  /** True where only what the lock file has is read, with the hashes that it has. */
  readonly frozen?: boolean | undefined;
  /** The folder for what is downloaded; that of the user's other caches if it is not given. */
  readonly cache?: string | undefined;
  /** A folder or an address that stands for the internet. */
  readonly mirror?: string | undefined;
}

/** The settings of the configuration for downloads; each may be absent where there is none. */
export interface DownloadConfiguration {
  /** Its file: the lock file lies beside it, or in the current folder. */
  readonly file: string | undefined;
  /** The lock file, where it is another one. */
  readonly lockFile?: string | undefined;
  readonly catalog: Catalog;
  readonly locksAddresses: boolean;
}

/** The sources that are kept track of, with the files behind them. */
export interface OpenedSources {
  readonly catalog: () => Catalog;
  readonly lockFile: string;
  readonly reader: LockedReader;
  /** Writes the lock file if it is to change. */
  readonly save: (diagnostics: Diagnostics) => void;
}

/**
 * Opens them; `undefined`, and the problem reported, where the lock file cannot be used.
 *
 * @param diagnostics also gets what is worth knowing of each source once it is read
 */
export function openSources(
  options: DownloadOptions,
  configuration: DownloadConfiguration,
  env: Readonly<Record<string, string | undefined>>,
  diagnostics: Diagnostics,
): OpenedSources | undefined {
  const { file } = configuration;
  const besides = file === undefined ? lockFileName : join(dirname(file), lockFileName);
  const lockFile = configuration.lockFile ?? besides;
  const lock = readLock(lockFile, diagnostics);
  if (lock === undefined) return undefined;
  const catalog = once(() => extendCatalog(loadCatalog(), configuration.catalog));
  const cacheFolder = options.cache ?? defaultCacheFolder(env);
  const reader = new LockedReader({
    catalog,
    lock,
    lockName: lockFile,
    cache: new Cache(cacheFolder),
    cacheFolder,
    origin:
      options.mirror === undefined
        ? network(defaultTimeoutSeconds)
        : mirror(options.mirror, defaultTimeoutSeconds),
    isFrozen: options.frozen === true,
    locksAddresses: configuration.locksAddresses,
    notes: diagnostics,
  });
  const save = (saved: Diagnostics): void => saveLock(lockFile, lock, reader.lock, saved);
  return { catalog, lockFile, reader, save };
}

function saveLock(file: string, before: Lock, after: Lock, diagnostics: Diagnostics): void {
  if (printLock(before) !== printLock(after)) writeLock(file, after, diagnostics);
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
