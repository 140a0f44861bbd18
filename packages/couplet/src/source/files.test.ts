import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import { readPath } from './files.ts';
import { maximumBytes } from '../files/limits.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'couplet-files-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Writes a file that holds its own path. */
function write(...paths: readonly string[]): void {
  for (const path of paths) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), path);
  }
}

function read(path: string, seen: Set<string> = new Set()) {
  const diagnostics = new Diagnostics();
  const sources = readPath(join(folder, path), seen, diagnostics);
  const files = sources.map(
    ({ name, bytes }) => `${relative(folder, name)}=${Buffer.from(bytes).toString()}`,
  );
  const problems = diagnostics.list().map(({ code, message, source }) => {
    return `${relative(folder, source ?? '')} ${code}: ${message}`;
  });
  return { files, problems };
}

describe('a file', () => {
  test('is read, whatever its name', () => {
    write('notes.txt');
    expect(read('notes.txt')).toEqual({ files: ['notes.txt=notes.txt'], problems: [] });
  });

  test('that is not there is told', () => {
    write('here.json');
    const problem = 'file-not-found: there is no such file or folder';
    expect(read('there.json')).toEqual({ files: [], problems: [`there.json ${problem}`] });
    expect(read('here.json/below')).toEqual({
      files: [],
      problems: [`here.json/below ${problem}`],
    });
  });

  test('with a NUL or too many characters in its path is told', () => {
    expect(read('a\0b').problems).toEqual([
      'a\0b file-unreadable: it cannot be read: the path holds a NUL character',
    ]);
    const name = 'x'.repeat(10_000);
    expect(read(name).problems).toEqual([
      `${name} file-unreadable: it cannot be read: the path is too long`,
    ]);
  });

  test('above the limit is told without being read', () => {
    write('big.json');
    truncateSync(join(folder, 'big.json'), maximumBytes + 1);
    expect(read('big.json')).toEqual({
      files: [],
      problems: ['big.json too-large: it is larger than 64 MiB'],
    });
  });

  test('without permission is told', ({ skip }) => {
    skip(process.seteuid === undefined, 'this system has no users to switch between');
    write('secret.json');
    chmodSync(join(folder, 'secret.json'), 0o000);
    chmodSync(folder, 0o755);
    expect(asNobody(() => read('secret.json'))).toEqual({
      files: [],
      problems: ['secret.json file-unreadable: it cannot be read: permission denied'],
    });
  });

  test('that was read before is not read again', () => {
    write('a.json');
    symlinkSync('a.json', join(folder, 'b.json'));
    const seen = new Set<string>();
    expect(read('b.json', seen).files).toEqual(['b.json=a.json']);
    expect(read('a.json', seen)).toEqual({ files: [], problems: [] });
  });

  test('is read with its folder also where it was read before, and the folder once', () => {
    write('a.json');
    symlinkSync('.', join(folder, 'same'));
    const seen = new Set<string>();
    expect(read('a.json', seen).files).toHaveLength(1);
    expect(read('.', seen).files).toEqual(['a.json=a.json']);
    expect(read('same', seen)).toEqual({ files: [], problems: [] });
  });
});

/** Root may read everything: gives that up while the action runs. */
function asNobody<Result>(action: () => Result): Result {
  const user = process.geteuid?.();
  if (user !== 0) return action();
  process.seteuid?.(65_534);
  try {
    return action();
  } finally {
    process.seteuid?.(user);
  }
}

describe('what is no regular file', () => {
  test('such as a device is told and not read', ({ skip }) => {
    skip(process.platform === 'win32', 'Windows has no device files');
    const diagnostics = new Diagnostics();
    expect(readPath('/dev/zero', new Set(), diagnostics)).toEqual([]);
    expect(diagnostics.list()).toMatchObject([
      {
        code: 'not-a-file',
        source: '/dev/zero',
        message: 'it is a device, and only files and folders are read',
        advice: 'To read from a pipe, give - and connect it to standard input.',
      },
    ]);
  });

  test('such as a pipe is told and not waited for', ({ skip }) => {
    skip(process.platform === 'win32', 'Windows has no named pipes in folders');
    execFileSync('mkfifo', [join(folder, 'pipe.json')]);
    const problems = ['pipe.json not-a-file: it is a pipe, and only files and folders are read'];
    expect(read('pipe.json')).toEqual({ files: [], problems });
    expect(read('.')).toEqual({ files: [], problems });
  });

  test('such as a socket is told', async ({ skip }) => {
    skip(process.platform === 'win32', 'Windows has no sockets in folders');
    const server = createServer();
    await new Promise<void>((resolve) => {
      server.listen(join(folder, 'socket'), resolve);
    });
    expect(read('socket').problems).toEqual([
      'socket not-a-file: it is a socket, and only files and folders are read',
    ]);
    await new Promise((resolve) => {
      server.close(resolve);
    });
  });
});

describe('a folder', () => {
  test('gives its files and those of the folders in it, in byte order', () => {
    write(
      'b.yaml',
      'a/z.yml',
      'a.json',
      'a/\u{1f600}.json',
      'a/\uffee.json',
      'A.json.gz',
      'a/b/c.yaml.gz',
    );
    write('a/note.md', 'a/json', 'b.json.bak', 'a/x.JSON', '.yaml/note');
    expect(read('.').files.map((file) => file.replace(/=.*/, ''))).toEqual([
      'A.json.gz',
      'a.json',
      'a/b/c.yaml.gz',
      'a/z.yml',
      'a/\uffee.json',
      'a/\u{1f600}.json',
      'b.yaml',
    ]);
  });

  test('is read without what Couplet keeps in the folders that it writes', () => {
    write('all/.couplet.json', 'all/.couplet-1/a.json', 'all/.hidden.json', 'all/a.json');
    expect(read('all').files).toEqual([
      'all/.hidden.json=all/.hidden.json',
      'all/a.json=all/a.json',
    ]);
  });

  test('gives the packed charts that a Helm chart in it is made of', () => {
    write('tea/Chart.yaml', 'tea/charts/pots-1.0.tgz', 'tea/charts/README.md', 'tea/x.tgz');
    write('other/charts/cups-1.0.tgz', 'other/a.json');
    expect(read('.').files.map((file) => file.replace(/=.*/, ''))).toEqual([
      'other/a.json',
      'tea/Chart.yaml',
      'tea/charts/pots-1.0.tgz',
    ]);
  });

  test('without any is told', () => {
    write('a/b/note.md');
    expect(read('a')).toEqual({
      files: [],
      problems: [
        'a folder-without-sources: the folder holds no file that ends in .json, .yaml or .yml, or one of these and .gz',
      ],
    });
  });

  test('whose links lead in a circle is gone through once', () => {
    write('a/b/c.json');
    symlinkSync('..', join(folder, 'a/b/up'));
    symlinkSync('.', join(folder, 'a/self'));
    symlinkSync('loop', join(folder, 'a/loop'));
    expect(read('.')).toEqual({ files: ['a/b/c.json=a/b/c.json'], problems: [] });
  });

  test('that many links lead to is gone through once', () => {
    write('level0/a.json');
    for (let level = 1; level <= 40; level += 1) {
      mkdirSync(join(folder, `level${level}`));
      symlinkSync(`../level${level - 1}`, join(folder, `level${level}/left`));
      symlinkSync(`../level${level - 1}`, join(folder, `level${level}/right`));
    }
    expect(read('level40').files).toHaveLength(1);
  });

  test('of files that are links gives each file once', () => {
    write('..2024/crd.yaml');
    symlinkSync('..2024', join(folder, '..data'));
    symlinkSync('..data/crd.yaml', join(folder, 'crd.yaml'));
    expect(read('.')).toEqual({ files: ['..2024/crd.yaml=..2024/crd.yaml'], problems: [] });
  });

  test('with a link to nowhere gives the rest', () => {
    write('a.json');
    symlinkSync('gone.json', join(folder, 'b.json'));
    symlinkSync('c.json', join(folder, 'c.json'));
    expect(read('.')).toEqual({
      files: ['a.json=a.json'],
      problems: [
        'b.json file-not-found: there is no such file or folder',
        'c.json file-unreadable: it cannot be read: its symbolic links lead in a circle',
      ],
    });
  });

  test('with a folder that may not be read gives the rest', ({ skip }) => {
    skip(process.seteuid === undefined, 'this system has no users to switch between');
    write('a.json', 'secret/b.json');
    chmodSync(join(folder, 'secret'), 0o000);
    chmodSync(folder, 0o755);
    const result = asNobody(() => read('.'));
    chmodSync(join(folder, 'secret'), 0o755);
    expect(result).toEqual({
      files: ['a.json=a.json'],
      problems: ['secret file-unreadable: it cannot be read: permission denied'],
    });
  });
});
