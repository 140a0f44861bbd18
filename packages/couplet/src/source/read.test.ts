import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import { maximumBytes } from '../files/limits.ts';
import { readEmbedded, readSources } from './read.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'couplet-read-'));
  writeFileSync(join(folder, 'a.json'), '{}');
  writeFileSync(join(folder, 'b.json'), '[]');
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function read(
  names: readonly string[],
  stdin: AsyncIterable<Uint8Array> = Readable.from([]),
) {
  const diagnostics = new Diagnostics();
  const sources = await readSources(names, diagnostics, { stdin });
  const problems = diagnostics.list().map(({ code, message, source }) => {
    return `${source} ${code}: ${message}`;
  });
  return { sources, names: sources.map((source) => source.name), problems };
}

describe('readSources', () => {
  test('reads what was named, in that order', async () => {
    const one = join(folder, 'a.json');
    const other = join(folder, 'b.json');
    const stdin = Readable.from([Buffer.from('a: '), Buffer.from('1')]);
    const { sources, names, problems } = await read([other, '-', one], stdin);
    expect(problems).toEqual([]);
    expect(names).toEqual([other, '<stdin>', one]);
    expect(Buffer.from(sources[1]?.bytes ?? []).toString()).toBe('a: 1');
  });

  test('reads nothing twice', async () => {
    const file = join(folder, 'b.json');
    expect((await read(['-', file, folder, '-', file])).names).toEqual([
      '<stdin>',
      file,
      join(folder, 'a.json'),
      // A folder may be a package, which is a whole.
      file,
    ]);
    expect((await read([folder, `${folder}/.`, file, `${folder}/./b.json`])).names).toEqual([
      join(folder, 'a.json'),
      file,
      file,
    ]);
  });

  test('reads the rest when something is missing', async () => {
    const file = join(folder, 'a.json');
    expect(await read(['', join(folder, 'x'), file])).toMatchObject({
      names: [file],
      problems: [
        ' file-not-found: there is no such file or folder',
        `${join(folder, 'x')} file-not-found: there is no such file or folder`,
      ],
    });
  });

  test('gives the hash of the bytes as they came', async () => {
    const { sources } = await read([join(folder, 'a.json')]);
    expect(sources[0]?.sha256).toBe(
      '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
    );
  });

  test('refuses addresses that are neither http nor https', async () => {
    expect((await read(['ftp://example.com/a.json', 'file:///a.json'])).problems).toEqual([
      'ftp://example.com/a.json url-invalid: the address cannot be used: "ftp:" is neither http: nor https:',
      'file:///a.json url-invalid: the address cannot be used: "file:" is neither http: nor https:',
    ]);
  });
});

describe('standard input', () => {
  test('that never ends is left at the limit', async () => {
    let given = 0;
    let isLetGo = false;
    async function* endless(): AsyncGenerator<Uint8Array> {
      const chunk = new Uint8Array(1024 * 1024);
      try {
        for (;;) {
          given += chunk.length;
          yield chunk;
        }
      } finally {
        isLetGo = true;
      }
    }
    expect(await read(['-'], endless())).toMatchObject({
      names: [],
      problems: ['<stdin> too-large: it is larger than 64 MiB'],
    });
    expect(given).toBe(maximumBytes + 1024 * 1024);
    expect(isLetGo).toBe(true);
  });

  test('that breaks off is told', async () => {
    const stdin = new Readable({
      read() {
        this.destroy(new Error('read EIO'));
      },
    });
    expect(await read(['-'], stdin)).toMatchObject({
      names: [],
      problems: ['<stdin> standard-input-broken: standard input broke off: "read EIO"'],
    });
  });
});

describe('the embedded document', () => {
  test('is read from the package', () => {
    const diagnostics = new Diagnostics();
    const [source] = readEmbedded(diagnostics);
    expect(diagnostics.list()).toEqual([]);
    expect(source?.name).toBe('<embedded>');
    const text = gunzipSync(source?.bytes ?? '').toString();
    expect(text.slice(0, 20)).toContain('"swagger"');
  });

  test('is told to be missing from a package that was not built', async () => {
    vi.resetModules();
    vi.doMock('../package-root.ts', () => ({ packageRoot: pathToFileURL(`${folder}/`) }));
    const unbuilt = await import('./read.ts');
    vi.doUnmock('../package-root.ts');
    const diagnostics = new Diagnostics();
    expect(unbuilt.readEmbedded(diagnostics)).toEqual([]);
    expect(diagnostics.list()).toMatchObject([
      {
        code: 'embedded-missing',
        message: 'the embedded OpenShift document is missing',
        advice: 'Run npm run build, or install the package anew.',
      },
    ]);
  });
});
