import type { Diagnostics } from '../diagnostic/diagnostics.ts';
import { placeInText } from '../diagnostic/place.ts';
import { withoutPassword } from '../net/address.ts';
import type { RawSource } from '../source/document.ts';
import { rawSource } from '../source/document.ts';
import type { Failure } from '../net/failure.ts';
import { failure } from '../net/failure.ts';
import type { RemoteReader } from '../source/read.ts';
import { parseSourceName } from '../source/source-name.ts';
import type { Cache } from './cache.ts';
import type { Catalog } from './catalog.ts';
import { findRelease } from './catalog.ts';
import type { Lock, LockedSource } from './lock.ts';
import type { Origin } from './origin.ts';
import { catalogProblems } from './problems.ts';

/** The places that sources are read from, and how strictly that is done. */
export interface LockedReaderOptions {
  /** Asked for what is not locked, and for what it has more of than is locked. */
  readonly catalog: () => Catalog;
  readonly lock: Lock;
  /** The lock file as users call it. */
  readonly lockName: string;
  readonly cache: Cache;
  readonly cacheFolder: string;
  readonly origin: Origin;
  /** True where only what is locked is read. */
  readonly isFrozen: boolean;
  /** True where addresses are locked as well; otherwise each is read as it is now. */
  readonly locksAddresses: boolean;
  /**
   * Gets what is worth knowing of how a source was read. It is of the run and not of a library, which would keep it and
   * tell it again.
   */
  readonly notes: Diagnostics;
}

/** The number of documents that are downloaded at a time: enough to hide the way, few enough not to be turned away. */
const maximumDownloads = 8;

/** Failures that say nothing of other documents; after any other one, the rest is not asked for. */
const oneDocumentOnly: ReadonlySet<string> = new Set([
  'url-not-found',
  'mirror-incomplete',
  'content-changed',
  'content-unexpected',
]);

/** A document of a source before it is read. */
interface WantedFile {
  readonly url: string;
  readonly sha256: string | undefined;
  /** Known of what is locked. */
  readonly size?: number | undefined;
}

interface WantedSource extends Omit<LockedSource, 'files'> {
  readonly files: readonly WantedFile[];
}

/**
 * Reads sources whose content is to stay the same: those of the catalog and, where asked for, addresses. What was
 * locked is read exactly; everything else is locked once it is read.
 */
export class LockedReader implements RemoteReader {
  readonly #options: LockedReaderOptions;
  readonly #lock: Map<string, LockedSource>;
  /** The sources of which was told that the lock does not have all: several libraries may read one. */
  readonly #told = new Set<string>();

  constructor(options: LockedReaderOptions) {
    this.#options = options;
    this.#lock = new Map(options.lock);
  }

  /** The lock with all that was read since. */
  get lock(): Lock {
    return this.#lock;
  }

  owns(source: string): boolean {
    const { isFrozen, locksAddresses } = this.#options;
    const named = parseSourceName(source);
    if (named.kind === 'catalog') return true;
    return (isFrozen || locksAddresses) && named.kind === 'url' && named.isWeb;
  }

  /** The version that a source of the catalog stands for, as far as that can be told before reading it. */
  versionOf(source: string, diagnostics: Diagnostics): string {
    const named = parseSourceName(source);
    const locked = this.#lock.get(source);
    const found = locked ?? findRelease(this.#options.catalog(), source, diagnostics);
    return found?.version ?? (named.kind === 'catalog' ? named.version : '');
  }

  /** The documents of a source that it {@link owns}, all or none. What is wrong is reported. */
  async read(source: string, diagnostics: Diagnostics): Promise<readonly RawSource[]> {
    const wanted = this.#find(source, diagnostics);
    if (wanted === undefined) return [];
    const contents = await this.#readAll(source, wanted.files, diagnostics);
    if (contents === undefined) return [];
    if (this.#lock.has(source)) this.#tellOfTheRest(source, wanted);
    else this.#tellOfTrust(source, wanted);
    const files = contents.map(({ name, bytes, sha256 }) => ({
      url: name,
      sha256,
      size: bytes.length,
    }));
    this.#lock.set(source, { version: wanted.version, revision: wanted.revision, files });
    return contents;
  }

  /** Forgets what a source was locked to, so that it is read as it is now. */
  release(source: string): void {
    this.#lock.delete(source);
  }

  #find(source: string, diagnostics: Diagnostics): WantedSource | undefined {
    const locked = this.#lock.get(source);
    if (locked !== undefined) return locked;
    if (this.#options.isFrozen) {
      const place = placeInText(withoutPassword(source));
      diagnostics.report(catalogProblems['not-locked'], { lock: this.#options.lockName }, place);
      return undefined;
    }
    if (parseSourceName(source).kind !== 'catalog') {
      const file = { url: source, sha256: undefined };
      return { version: undefined, revision: undefined, files: [file] };
    }
    const release = findRelease(this.#options.catalog(), source, diagnostics);
    if (release === undefined) return undefined;
    return release;
  }

  /** Notes, once, that the catalog has more files of a release by now than were locked. */
  #tellOfTheRest(source: string, { version, files }: WantedSource): void {
    const named = parseSourceName(source);
    if (named.kind !== 'catalog' || this.#told.has(source)) return;
    const releases = this.#options.catalog().get(named.name);
    const release = releases?.get(version ?? named.version);
    const known = new Set(release?.files.map(({ url }) => url));
    // A lock of other addresses is of another state of the release, and none of the two is a part of the other.
    if (known.size <= files.length || !files.every(({ url }) => known.has(url))) return;
    this.#told.add(source);
    this.#options.notes.report(
      catalogProblems['lock-incomplete'],
      { source, lock: this.#options.lockName, locked: files.length, all: known.size },
      placeInText(source),
    );
  }

  /**
   * Notes that a release was read of which the package knows no SHA-256. The addresses of a user's own catalog, which have
   * no revision, are the user's to trust.
   */
  #tellOfTrust(source: string, release: WantedSource): void {
    const isKnown = release.files.every(({ sha256 }) => sha256 !== undefined);
    if (isKnown || release.revision === undefined) return;
    const place = placeInText(source);
    this.#options.notes.report(catalogProblems['download-trusted'], { source }, place);
  }

  async #readAll(
    source: string,
    files: readonly WantedFile[],
    diagnostics: Diagnostics,
  ): Promise<readonly RawSource[] | undefined> {
    const results: (RawSource | Failure)[] = [];
    const waiting = files.entries();
    let isHopeless = false;
    const readNext = async (): Promise<void> => {
      for (const [index, file] of waiting) {
        if (isHopeless) return;
        const result = await this.#readFile(source, file, diagnostics);
        results[index] = result;
        isHopeless ||= 'code' in result && !oneDocumentOnly.has(result.code);
      }
    };
    await Promise.all(Array.from({ length: maximumDownloads }, readNext));
    const contents: RawSource[] = [];
    // In the order of the documents, whichever came first; `forEach` leaves out what was not asked for.
    results.forEach((result, index) => {
      if ('code' in result)
        result.report(withoutPassword(files[index]?.url ?? source), diagnostics);
      else contents.push(result);
    });
    return contents.length === files.length ? contents : undefined;
  }

  async #readFile(
    source: string,
    file: WantedFile,
    diagnostics: Diagnostics,
  ): Promise<RawSource | Failure> {
    const { url } = file;
    const cached = file.sha256 === undefined ? undefined : this.#options.cache.get(file.sha256);
    if (cached !== undefined) return rawSource(url, cached);
    const bytes = await this.#options.origin(url);
    if (!(bytes instanceof Uint8Array)) return bytes;
    const content = rawSource(url, bytes);
    if (file.sha256 !== undefined && file.sha256 !== content.sha256) {
      return this.#mismatch(source, content, file.sha256, file.size);
    }
    this.#keep(content, diagnostics);
    return content;
  }

  #mismatch(
    source: string,
    { bytes, sha256 }: RawSource,
    expectedSha256: string,
    expectedSize: number | undefined,
  ): Failure {
    const contents = { size: bytes.length, sha256, expectedSize, expectedSha256 };
    if (!this.#lock.has(source)) return failure(catalogProblems['content-unexpected'], contents);
    return failure(catalogProblems['content-changed'], {
      ...contents,
      source,
      lock: this.#options.lockName,
    });
  }

  #keep({ sha256, bytes }: RawSource, diagnostics: Diagnostics): void {
    const reason = this.#options.cache.put(sha256, bytes);
    if (reason === undefined) return;
    const folder = this.#options.cacheFolder;
    diagnostics.report(
      catalogProblems['cache-unwritable'],
      { folder, reason },
      placeInText(folder),
    );
  }
}
