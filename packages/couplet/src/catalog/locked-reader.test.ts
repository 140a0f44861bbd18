import { hash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import { failure } from '../net/failure.ts';
import { put, temporaryFolder } from '../testing/output-folder.ts';
import { Cache } from './cache.ts';
import type { Catalog } from './catalog.ts';
import type { Lock } from './lock.ts';
import { LockedReader } from './locked-reader.ts';
import { netProblems } from '../net/problems.ts';

const base = 'https://example.com/';
const texts: Readonly<Record<string, string>> = { one: 'a: 1', two: 'b: 2' };

function sha256Of(text: string): string {
  return hash('sha256', text);
}

const files = Object.entries(texts).map(([name, text]) => ({
  url: base + name,
  sha256: sha256Of(text),
}));
const catalog: Catalog = new Map([
  ['tea', new Map([['1', { version: '1', revision: 'v1', files }]])],
]);
const locked: Lock = new Map([
  [
    'tea@1',
    {
      version: '1',
      revision: 'v1',
      files: files.map((file) => Object.assign({ size: 4 }, file)),
    },
  ],
]);

/** A lock of `tea@1` with documents at these addresses, each like the first of the catalog. */
function lockOf(urls: readonly string[]): Lock {
  const lockedFiles = urls.map((url) => ({ url, sha256: sha256Of('a: 1'), size: 4 }));
  return new Map([['tea@1', { version: '1', revision: 'v1', files: lockedFiles }]]);
}

/** A reader with a network of its own, which tells what was asked of it. */
class Network {
  readonly asked: string[] = [];
  readonly cacheFolder: string = temporaryFolder();
  readonly notes: Diagnostics = new Diagnostics();
  texts = texts;

  /** What was told beside what is wrong. */
  told(): readonly string[] {
    return this.notes.list().map(({ source, message }) => `${source} ${message}`);
  }

  reader(options: Partial<ConstructorParameters<typeof LockedReader>[0]> = {}): LockedReader {
    return new LockedReader({
      catalog: () => catalog,
      lock: new Map(),
      lockName: 'couplet.lock',
      cache: new Cache(this.cacheFolder),
      cacheFolder: this.cacheFolder,
      origin: async (url) => {
        this.asked.push(url);
        const text = this.texts[url.replace(base, '')];
        return text === undefined
          ? failure(netProblems['url-not-found'], { status: 404 })
          : Buffer.from(text);
      },
      isFrozen: false,
      locksAddresses: false,
      notes: this.notes,
      ...options,
    });
  }
}

async function read(reader: LockedReader, source = 'tea@1') {
  const diagnostics = new Diagnostics();
  const sources = await reader.read(source, diagnostics);
  return {
    texts: sources.map(({ name, bytes }) => `${name} ${Buffer.from(bytes).toString()}`),
    problems: diagnostics.list().map((problem) => `${problem.source} ${problem.message}`),
  };
}

const both = { texts: [`${base}one a: 1`, `${base}two b: 2`], problems: [] };

describe('what is not locked', () => {
  it('is read from where the catalog leads to, and locked', async () => {
    const reader = new Network().reader();
    expect(await read(reader)).toEqual(both);
    expect(reader.lock).toEqual(locked);
  });

  it('is not read if it is not what the catalog says', async () => {
    const network = new Network();
    network.texts = { one: 'a: 2', two: 'b: 2' };
    const reader = network.reader();
    expect(await read(reader)).toEqual({
      texts: [],
      problems: [
        `${base}one it has 4 bytes and the SHA-256 ${sha256Of('a: 2')}, not ${sha256Of('a: 1')}, as the catalog has it`,
      ],
    });
    expect(reader.lock).toEqual(new Map());
  });

  it('is refused if only what is locked may be read', async () => {
    const network = new Network();
    const reader = network.reader({ isFrozen: true });
    const refusal = 'it is not in "couplet.lock", and --frozen takes nothing else';
    expect(await read(reader)).toEqual({ texts: [], problems: [`tea@1 ${refusal}`] });
    expect(reader.owns('https://a:b@example.com/one')).toBe(true);
    expect(await read(reader, 'https://a:b@example.com/one')).toEqual({
      texts: [],
      problems: [`https://…@example.com/one ${refusal}`],
    });
    expect(network.asked).toEqual([]);
  });

  it('is locked for addresses too, where that is asked for', async () => {
    const reader = new Network().reader({ locksAddresses: true });
    expect(reader.owns(`${base}one`)).toBe(true);
    expect(await read(reader, `${base}one`)).toEqual({
      texts: both.texts.slice(0, 1),
      problems: [],
    });
    expect(reader.lock.get(`${base}one`)).toEqual({
      version: undefined,
      revision: undefined,
      files: [{ url: `${base}one`, sha256: sha256Of('a: 1'), size: 4 }],
    });
  });
});

describe('what the catalog has no SHA-256 for', () => {
  const unknown = files.map(({ url }) => ({ url, sha256: undefined }));

  function catalogOf(revision: string | undefined): Catalog {
    return new Map([['tea', new Map([['1', { version: '1', revision, files: unknown }]])]]);
  }

  it('is trusted once, and that is told', async () => {
    const network = new Network();
    const reader = network.reader({ catalog: () => catalogOf('v1') });
    expect(await read(reader)).toEqual(both);
    expect(reader.lock).toEqual(locked);
    expect(await read(reader)).toEqual(both);
    expect(network.told()).toEqual([
      'tea@1 the catalog has no SHA-256 for "tea@1": what came is trusted',
    ]);
  });

  it("is a user's own to trust, where the catalog is", async () => {
    const network = new Network();
    expect(await read(network.reader({ catalog: () => catalogOf(undefined) }))).toEqual(both);
    expect(network.told()).toEqual([]);
  });
});

describe('a lock with a part of what the catalog has', () => {
  const one: Lock = lockOf([`${base}one`]);

  it.each([true, false])('is read as it is, and told once (frozen: %s)', async (isFrozen) => {
    const network = new Network();
    const reader = network.reader({ lock: one, isFrozen });
    for (const _ of ['one library', 'another']) {
      expect(await read(reader)).toEqual({ texts: both.texts.slice(0, 1), problems: [] });
    }
    expect(network.told()).toEqual([
      'tea@1 "couplet.lock" has 1 of the 2 files that the catalog has of "tea@1" now',
    ]);
    expect(reader.lock).toEqual(one);
  });

  it('is not told where the lock is of another state of the release', async () => {
    const network = new Network();
    network.texts = { one: 'a: 1', moved: 'a: 1' };
    const reader = network.reader({ lock: lockOf([`${base}moved`]) });
    expect(await read(reader)).toEqual({ texts: [`${base}moved a: 1`], problems: [] });
    expect(network.told()).toEqual([]);
  });
});

describe('what is locked', () => {
  it.each([
    ['a changed byte', { one: 'a: 2', two: 'b: 2' }, 'a: 2'],
    ['a truncated download', { one: 'a:', two: 'b: 2' }, 'a:'],
    ['an error page', { one: '<p>Log in</p>', two: 'b: 2' }, '<p>Log in</p>'],
  ])('is refused with %s', async (_, changed, text) => {
    const network = new Network();
    network.texts = changed;
    const reader = network.reader({ lock: locked, isFrozen: true });
    expect(await read(reader)).toEqual({
      texts: [],
      problems: [
        `${base}one it has ${text.length} bytes and the SHA-256 ${sha256Of(text)}, not 4 bytes and ${sha256Of('a: 1')}, as "couplet.lock" has it for "tea@1"`,
      ],
    });
    expect(reader.lock).toEqual(locked);
  });

  it('is read whatever the catalog says now', async () => {
    const reader = new Network().reader({ lock: locked, catalog: () => new Map() });
    expect(await read(reader)).toEqual(both);
    expect(reader.versionOf('tea@1', new Diagnostics())).toBe('1');
  });

  it('is not downloaded again, unless what was kept is damaged', async () => {
    const network = new Network();
    await read(network.reader());
    network.asked.length = 0;
    expect(await read(network.reader({ lock: locked, isFrozen: true }))).toEqual(both);
    expect(network.asked).toEqual([]);
    const sha256 = sha256Of('a: 1');
    put(network.cacheFolder, { [`sha256/${sha256.slice(0, 2)}/${sha256}`]: 'a: 3' });
    expect(await read(network.reader({ lock: locked }))).toEqual(both);
    expect(network.asked).toEqual([`${base}one`]);
  });

  it('is read as it is now, once it was released', async () => {
    const reader = new Network().reader({ lock: locked });
    reader.release('tea@1');
    expect(reader.lock.size).toBe(0);
    expect(await read(reader)).toEqual(both);
  });
});

describe('a download that fails', () => {
  it('is told for each document that is missing', async () => {
    const network = new Network();
    network.texts = {};
    expect(await read(network.reader())).toEqual({
      texts: [],
      problems: ['one', 'two'].map(
        (name) => `${base}${name} the server has no such document (status 404)`,
      ),
    });
  });

  it('is not tried for a hundred documents if the server is at fault', async () => {
    const many = Array.from({ length: 100 }, (_, n) => ({ url: base + n, sha256: undefined }));
    const release = { version: '1', revision: undefined, files: many };
    const network = new Network();
    const reader = network.reader({
      catalog: () => new Map([['tea', new Map([['1', release]])]]),
      origin: async (url) => {
        network.asked.push(url);
        return failure(netProblems['url-forbidden'], { status: 403 });
      },
    });
    expect((await read(reader)).problems.length).toBeLessThanOrEqual(8);
    expect(network.asked.length).toBeLessThanOrEqual(8);
  });

  it('to be kept is a warning only', async () => {
    const network = new Network();
    put(network.cacheFolder, { sha256: 'in the way' });
    const { texts: read1, problems } = await read(network.reader());
    expect(read1).toEqual(both.texts);
    expect(problems).toEqual([
      `${network.cacheFolder} downloads cannot be kept in the cache "${network.cacheFolder}": not a directory`,
    ]);
  });
});
