import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../../diagnostic/diagnostics.ts';
import type { PackedFile } from '../../testing/archives.ts';
import { packedFiles, tarOf, tgzOf, zipOf } from '../../testing/archives.ts';
import { rawSource } from '../document.ts';
import { fullAllowance } from './entry.ts';
import { FileSet, openFile, openFolder } from './file-set.ts';

/** Opens bytes; gives the files that are there, and the codes of what was reported, with the names of their places. */
async function open(bytes: Uint8Array): Promise<{ files: object; problems: readonly string[] }> {
  const diagnostics = new Diagnostics();
  const files = await openFile(rawSource('a.bin', bytes), diagnostics);
  const texts = files.paths.map((path) => [path, Buffer.from(files.bytes(path)).toString()]);
  const problems = diagnostics.list().map(({ code, source }) => `${source}: ${code}`);
  return { files: Object.fromEntries(texts), problems };
}

const writers = [
  ['tar', tarOf],
  ['tgz', tgzOf],
  ['zip', zipOf],
] as const;

/** A text that hardly gets smaller. */
const noise = Array.from({ length: 2000 }, (_, index) => (index * index * 7919) % 65_521).join();

const pots = { 'pots/a.yaml': 'a: 1', 'pots/lids/b.json': '{}' };

/** An archive that has one empty file many times. */
function repeated(format: string, count: number): Buffer {
  const file = [{ path: 'a.md', method: 0 }];
  if (format !== 'zip') {
    const header = tarOf(file).subarray(0, 512);
    const tar = Buffer.concat([Buffer.alloc(count * header.length, header), Buffer.alloc(1024)]);
    return format === 'tar' ? tar : gzipSync(tar);
  }
  const zip = zipOf(file);
  const list = zip.indexOf('PK\x01\x02');
  const end = Buffer.from(zip.subarray(-22));
  const entry = zip.subarray(list, -22);
  // Where it is full, only the 64-bit form could tell of more.
  for (const offset of [8, 10]) end.writeUInt16LE(Math.min(count, 0xff_ff), offset);
  end.writeUInt32LE(count * entry.length, 12);
  return Buffer.concat([zip.subarray(0, list), Buffer.alloc(count * entry.length, entry), end]);
}

describe.each(writers)('a %s archive', (format, write) => {
  it('gives the documents in it by their paths', async () => {
    const others = {
      'README.md': '#',
      'pots/c.yaml.gz': 'x',
      '._a.yaml': 'x',
      '__MACOSX/a.json': '',
    };
    const folders = [{ path: 'pots/', type: '5' }];
    const bytes = write([...folders, ...packedFiles({ ...pots, ...others }, './')]);
    expect(await open(bytes)).toEqual({ files: pots, problems: [] });
  });

  it.each([
    '../a.yaml',
    'a/../../b.yaml',
    '/etc/a.yaml',
    'C:/a.yaml',
    'c:a.yaml',
    'a\\b.yaml',
    '..',
    '../README.md',
  ])('gives nothing where a path is %s', async (path) => {
    const bytes = write([...packedFiles(pots), { path, content: 'a' }]);
    const reported = await open(bytes);
    expect(reported).toEqual({ files: {}, problems: ['a.bin: archive-path-unsafe'] });
  });

  it('keeps the last of several files with one path', async () => {
    const files = ['1', '2', '3'].map((content) => ({ path: 'a.yaml', content }));
    expect(await open(write([...files, { path: './a.yaml', content: '4' }]))).toEqual({
      files: { 'a.yaml': '4' },
      problems: ['a.bin!/a.yaml: archive-repeats'],
    });
  });

  it('has names that JavaScript has other plans for', async () => {
    const files = { '__proto__/constructor.yaml': 'a', 'toString.json': 'b' };
    expect(await open(write(packedFiles(files)))).toEqual({ files, problems: [] });
  });

  it('follows no link', async () => {
    const link = { type: '2', mode: 0o120_777, target: '/etc/passwd', method: 0 };
    const links = ['a.yaml', 'README.md'].map((path) => ({ path, ...link }));
    const { files, problems } = await open(write([...links, ...packedFiles(pots)]));
    expect(files).toEqual(pots);
    expect(problems).toEqual(['a.bin!/a.yaml: archive-link']);
  });

  it.each([
    ['a device', { type: '3', mode: 0o020_644 }],
    ['a pipe', { type: '6', mode: 0o010_644 }],
  ])('gives nothing where it has %s', async (_what, kind) => {
    const bytes = write([...packedFiles(pots), { path: 'x', ...kind }]);
    expect(await open(bytes)).toEqual({ files: {}, problems: ['a.bin: archive-device'] });
  });

  it('is told where no file of it can be a document', async () => {
    const problems = ['a.bin: archive-without-sources'];
    expect(await open(write(packedFiles({ 'README.md': '#' })))).toEqual({ files: {}, problems });
  });

  it('is told where a file is packed once more', async () => {
    const files = { 'a.yaml': gzipSync('a: 1'), 'b.yaml': 'b' };
    const { problems } = await open(write(packedFiles(files)));
    expect(problems).toEqual(['a.bin!/a.yaml: archive-unsupported']);
  });

  it('with ten thousand entries is read, with a hundred thousand it is refused at once', async () => {
    const problems = ['a.bin: archive-without-sources'];
    expect(await open(repeated(format, 10_000))).toEqual({ files: {}, problems });
    const many = repeated(format, 100_000);
    const started = performance.now();
    expect(await open(many)).toEqual({ files: {}, problems: ['a.bin: archive-too-many-files'] });
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('that is cut off is told', async () => {
    const bytes = write(packedFiles({ 'a.yaml': noise }));
    const { files, problems } = await open(bytes.subarray(0, bytes.length / 2));
    expect(files).toEqual({});
    expect(problems).toEqual([format === 'tgz' ? 'a.bin: gzip-broken' : 'a.bin: archive-broken']);
  });

  it('with a wrong checksum is told', async () => {
    const bytes = write([{ path: 'a.yaml', content: 'a', checksumOff: 1 }]);
    const { files, problems } = await open(bytes);
    expect(files).toEqual({});
    expect(problems.join()).toMatch(/: archive-broken$/);
  });

  it.each([2 ** 31, 2 ** 20])('that tells a size of %i is told', async (size) => {
    const bytes = write([{ path: 'a.yaml', content: 'a', size }]);
    const { files, problems } = await open(bytes);
    expect(files).toEqual({});
    expect(problems.join()).toMatch(/: archive-(?:broken|too-large)$/);
  });

  it('is never more than its files or a problem, whatever is done to it', async () => {
    const good = write(packedFiles({ ...pots, 'charts/c.tgz': tgzOf(packedFiles(pots)) }));
    const change = fc.tuple(fc.nat(good.length - 1), fc.nat(255));
    const cut = fc.option(fc.nat(good.length));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 5 }), cut, async (changes, length) => {
        const bytes = Buffer.from(good);
        for (const [index, byte] of changes) bytes[index] = byte;
        const diagnostics = new Diagnostics();
        const raw = rawSource('a.bin', bytes.subarray(0, length ?? bytes.length));
        const files = await openFile(raw, diagnostics);
        expect(files.paths.length > 0 || diagnostics.hasErrors).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

const mebibyte = 'x'.repeat(1024 * 1024);

function mebibytes(count: number): readonly PackedFile[] {
  return Array.from({ length: count }, (_, index) => ({
    path: `${index}.yaml`,
    content: mebibyte,
  }));
}

describe('an archive that unpacks to more than 64 MiB', () => {
  it.each([
    ['tgz', tgzOf(mebibytes(64))],
    ['zip', zipOf(mebibytes(65))],
  ])('is told: %s', async (_format, bytes) => {
    expect(bytes.length).toBeLessThan(300_000);
    const { files, problems } = await open(bytes);
    expect(files).toEqual({});
    expect(problems.join()).toMatch(/^a\.bin(?:!\/64\.yaml)?: archive-too-large$/);
  });

  it('is told where the archives in it do', async () => {
    const chart = tgzOf(mebibytes(20));
    const diagnostics = new Diagnostics();
    const charts = Object.fromEntries(
      'abcde'.split('').map((name) => [`charts/${name}.tgz`, chart]),
    );
    const files = await openFile(rawSource('a.zip', zipOf(packedFiles(charts))), diagnostics);
    for (const path of files.paths) await files.open(path);
    expect(diagnostics.list().map(({ code }) => code)).toEqual([
      'archive-too-large',
      'archive-too-large',
    ]);
  });
});

describe('an archive in a source', () => {
  it('that is too large leaves nothing to those after it', async () => {
    const chart = tgzOf([{ path: 'c/a.yaml', content: new Uint8Array(70 * 1024 * 1024) }]);
    const small = tgzOf(packedFiles(pots));
    const charts = Array.from({ length: 200 }, (_, index) => {
      const path = `charts/c${index}.tgz`;
      return [path, rawSource(`x/${path}`, index === 199 ? small : chart)] as const;
    });
    const diagnostics = new Diagnostics();
    const allowance = fullAllowance();
    const files = new FileSet('x', new Map(charts), { allowance, diagnostics, depth: 0 });
    await files.open('charts/c0.tgz');
    expect(allowance.bytes).toBe(0);
    for (const path of files.paths.slice(1)) {
      expect((await files.open(path)).paths).toEqual([]);
    }
    expect(allowance.bytes).toBe(0);
    expect(diagnostics.list().map(({ code }) => code)).toEqual(
      charts.map(() => 'archive-too-large'),
    );
  });

  it('takes off what it says that it unpacks to, also where that is not true', async () => {
    const size = 40 * 1024 * 1024;
    const chart = zipOf([{ path: 'a.yaml', content: 'a', size }]);
    const raw = new Map(['a', 'b'].map((name) => [name, rawSource(name, chart)]));
    const diagnostics = new Diagnostics();
    const files = new FileSet('x', raw, { allowance: fullAllowance(), diagnostics, depth: 0 });
    await files.open('a');
    await files.open('b');
    expect(diagnostics.list().map(({ code }) => code)).toEqual([
      'archive-broken',
      'archive-too-large',
    ]);
  });

  it('is opened, and never read as a document', async () => {
    const path = 'crds/charts/a.tgz';
    const diagnostics = new Diagnostics();
    const files = new Map([[path, rawSource(`x/${path}`, gzipSync('a: 1'))]]);
    expect(await openFolder('x', files, diagnostics).read(path)).toEqual([]);
    expect(diagnostics.list()).toEqual([]);
    const named = await openFile(rawSource(path, gzipSync('a: 1')), diagnostics);
    expect(await named.read('')).toHaveLength(1);
  });
});

describe('archives in archives', () => {
  function nested(depth: number): Uint8Array {
    if (depth === 0) return Buffer.from('a: 1');
    return tgzOf([{ path: 'charts/a.tgz', content: nested(depth - 1) }]);
  }

  async function levels(bytes: Uint8Array): Promise<readonly string[]> {
    const diagnostics = new Diagnostics();
    let files = await openFile(rawSource('a.tgz', bytes), diagnostics);
    while (files.paths.length > 0) files = await files.open('charts/a.tgz');
    return diagnostics.list().map(({ code, source }) => `${source}: ${code}`);
  }

  it('are opened five levels deep', async () => {
    const name = `a.tgz${'!/charts/a.tgz'.repeat(5)}`;
    expect(await levels(nested(5))).toEqual([`${name}: archive-broken`]);
    expect(await levels(nested(6))).toEqual([`${name}: archive-too-deep`]);
  });

  it('are told where they are none', async () => {
    const diagnostics = new Diagnostics();
    const files = new Map([['charts/a.tgz', rawSource('x/charts/a.tgz', Buffer.from('a: 1'))]]);
    await openFolder('x', files, diagnostics).open('charts/a.tgz');
    expect(diagnostics.list()).toMatchObject([
      { code: 'archive-broken', source: 'x/charts/a.tgz' },
    ]);
  });
});

describe('a zip archive', () => {
  it.each([
    ['that is encrypted', { flags: 1 }, /it is encrypted$/],
    ['that is encrypted more strongly', { flags: 0x41 }, /strong encryption is not supported"$/],
    ['that is packed by another method', { method: 12 }, /method 12, and only 0 and 8 are read$/],
  ])('with a file %s is told', async (_what, file, message) => {
    const diagnostics = new Diagnostics();
    const bytes = zipOf([{ path: 'a.yaml', content: 'a', ...file }]);
    expect((await openFile(rawSource('a.zip', bytes), diagnostics)).paths).toEqual([]);
    expect(diagnostics.list()).toMatchObject([
      { code: 'archive-unsupported', message: expect.stringMatching(message) },
    ]);
  });

  it('of several parts is told', async () => {
    const bytes = zipOf(packedFiles(pots));
    bytes[bytes.length - 18] = 1;
    expect(await open(bytes)).toEqual({ files: {}, problems: ['a.bin: archive-unsupported'] });
  });

  it('is read where such a file is not wanted', async () => {
    const bytes = zipOf([{ path: 'a.png', method: 12 }, ...packedFiles(pots)]);
    expect(await open(bytes)).toEqual({ files: pots, problems: [] });
  });

  it('with nothing in it is told', async () => {
    expect((await open(zipOf([]))).problems).toEqual(['a.bin: archive-without-sources']);
  });
});

describe('a tar archive', () => {
  it('has long names of pax and of GNU', async () => {
    const long = `${'pot/'.repeat(50)}a.yaml`;
    const record = `${long.length + 10} path=${long}\n`;
    expect(record).toHaveLength(long.length + 10);
    const pax = [
      { path: 'x', type: 'x', content: record },
      { path: 'short', content: 'a' },
    ];
    const gnu = [
      { path: 'L', type: 'L', content: `${long}\0` },
      { path: 'short', content: 'a' },
    ];
    const expected = { files: { [long]: 'a' }, problems: [] };
    expect(await open(tarOf(pax))).toEqual(expected);
    expect(await open(tgzOf(gnu))).toEqual(expected);
  });

  it('with a path that leads out in a long name gives nothing', async () => {
    const bytes = tarOf([
      { path: 'L', type: 'L', content: '../../a.yaml\0' },
      { path: 'a.yaml', content: 'a' },
    ]);
    expect((await open(bytes)).problems).toEqual(['a.bin: archive-path-unsafe']);
  });
});

it('any bytes are a file, an archive or told', async () => {
  const magic = fc.constantFrom(
    'PK\x03\x04',
    'PK\x05\x06',
    '\x1f\x8b\x08',
    `${'a'.repeat(257)}ustar`,
    '',
  );
  await fc.assert(
    fc.asyncProperty(magic, fc.uint8Array({ maxLength: 2000 }), async (start, rest) => {
      const bytes = Buffer.concat([Buffer.from(start, 'latin1'), rest]);
      const { files, problems } = await open(bytes);
      expect(Object.keys(files).length + problems.length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});
