import { chmodSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Diagnostics } from '../diagnostic/diagnostics.ts';
import type { Files } from '../testing/output-folder.ts';
import { contentsOf, problemsOf, put, temporaryFolder, write } from '../testing/output-folder.ts';
import { recover } from './write-output.ts';

// Every call that changes the file system goes through `fault` first, which may throw instead. What is killed or
// fails half way in reality does so here too: half of a text is written, one entry of a directory removed.
const disk = vi.hoisted(() => ({
  fault: (_call: string, _path: string): void => undefined,
}));

vi.mock('node:fs', async (importOriginal) => {
  const fs = await importOriginal<typeof import('node:fs')>();
  const half = (call: string, path: string, begin: () => void): void => {
    try {
      disk.fault(call, path);
    } catch (error) {
      begin();
      throw error;
    }
  };
  const names = ['renameSync', 'mkdirSync', 'linkSync', 'symlinkSync', 'chmodSync'] as const;
  const wrapped = names.map((name) => [
    name,
    (...parameters: [string, string]) => {
      disk.fault(name, parameters.join(' '));
      return Reflect.apply(fs[name], fs, parameters);
    },
  ]);
  return {
    ...fs,
    ...Object.fromEntries(wrapped),
    writeFileSync: (file: string, text: string) => {
      half('writeFileSync', file, () => fs.writeFileSync(file, text.slice(0, text.length / 2)));
      fs.writeFileSync(file, text);
    },
    rmSync: (path: string, options: object) => {
      half('rmSync', path, () => removeLastEntry(fs, path));
      fs.rmSync(path, options);
    },
  };
});

function removeLastEntry(fs: typeof import('node:fs'), path: string): void {
  const isDirectory = fs.lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  const last = isDirectory ? fs.readdirSync(path).sort().at(-1) : undefined;
  if (last !== undefined) fs.rmSync(join(path, last), { recursive: true });
}

beforeEach(() => {
  disk.fault = () => undefined;
});

const before = {
  '4.5/_gen/tea/pot': '1',
  '4.5/_gen/tea/cup': '1',
  '4.5/main': '1',
  'docs/4.5/README.md': '1',
  'docs/4.5/tea/index.md': '1',
  'docs/4.5/tea/gone.md': '1',
  'doc-util/main': '1',
  list: '1',
};
const after = {
  '4.5/_gen/tea/pot': '2',
  '4.5/_gen/tea/cup': '1',
  '4.5/main': '2',
  'docs/4.5/README.md': '2',
  'docs/4.5/tea/index.md': '1',
  'docs/4.5/coffee/index.md': '2',
  'doc-util/main': '1',
  list: '2',
};
const foreign = {
  'lib/README.md': 'mine',
  'lib/4.5/_custom/x': 'mine',
  'lib/docs/guide.md': 'mine',
};

interface Scenario {
  readonly name: string;
  /** What there is: files of the first run, `undefined` for no folder at all. */
  readonly from: Files | undefined;
  readonly to: Files;
  /** Renames after which the folder holds neither state, for the microseconds until the next one. */
  readonly betweenRenames: number;
}

const scenarios: readonly Scenario[] = [
  { name: 'much of a library changes', from: before, to: after, betweenRenames: 4 },
  { name: 'the folder is made', from: undefined, to: after, betweenRenames: 0 },
  { name: 'the library comes into a folder', from: {}, to: after, betweenRenames: 4 },
  { name: 'all of it goes', from: before, to: {}, betweenRenames: 4 },
  {
    name: 'one directory changes',
    from: before,
    to: { ...before, '4.5/_gen/tea/pot': '2', '4.5/_gen/tea/new': '2' },
    betweenRenames: 1,
  },
  {
    name: 'one directory comes',
    from: before,
    to: { ...before, '4.5/_gen/new/a': '2', '4.5/_gen/new/b': '2' },
    betweenRenames: 0,
  },
  { name: 'one file changes', from: before, to: { ...before, '4.5/main': '2' }, betweenRenames: 0 },
  { name: 'nothing changes', from: before, to: before, betweenRenames: 0 },
];

/** What a run starts from, and what the folder may hold from then on. */
interface Stage {
  readonly parent: string;
  readonly folder: string;
  readonly old: Files;
  readonly next: Files;
}

function setUp({ from, to }: Scenario): Stage {
  const parent = temporaryFolder();
  const folder = join(parent, 'lib');
  if (from !== undefined) {
    put(parent, foreign);
    if (Object.keys(from).length > 0) write(folder, from);
  }
  const old = withoutStaging(parent);
  const others = from === undefined ? {} : foreign;
  const added = Object.entries(to).map(([path, text]) => [`lib/${path}`, text]);
  return { parent, folder, old, next: { ...others, ...Object.fromEntries(added) } };
}

/** What readers see: all but the staging folder and the record. */
function withoutStaging(parent: string): Files {
  const isOwn = /^(?:lib\/\.couplet|\.lib\.couplet-)/;
  return Object.fromEntries(
    Object.entries(contentsOf(parent)).filter(([path]) => !isOwn.test(path)),
  );
}

/** Everything, the record aside: nothing of a staging folder may be left. */
function allOf(parent: string): Files {
  const { 'lib/.couplet.json': _, ...contents } = contentsOf(parent);
  return contents;
}

class Killed extends Error {}

/** From the given call on, nothing reaches the disk any more. Tells whether it came to that. */
function killAt(call: number): () => boolean {
  let calls = 0;
  disk.fault = () => {
    calls++;
    if (calls > call) throw new Killed();
  };
  return () => calls > call;
}

describe('killed before any call that changes the disk', () => {
  test.each(scenarios)('while $name', (scenario) => {
    let betweenRenames = 0;
    let wasKilled = true;
    for (let call = 0; wasKilled; call++) {
      const { parent, folder, old, next } = setUp(scenario);
      const isKilled = killAt(call);
      try {
        write(folder, scenario.to);
      } catch (error) {
        expect(error).toBeInstanceOf(Killed);
      }
      wasKilled = isKilled();
      disk.fault = () => undefined;
      const seen = withoutStaging(parent);
      if (!isOneOf(seen, [old, next])) betweenRenames++;
      const diagnostics = new Diagnostics();
      recover(folder, diagnostics);
      expect(problemsOf(diagnostics, folder)).toEqual([]);
      expect([old, next]).toContainEqual(withoutStaging(parent));
      expect(write(folder, scenario.to).problems).toEqual([]);
      expect(allOf(parent)).toEqual(next);
    }
    expect(betweenRenames).toBe(scenario.betweenRenames);
  });
});

test('killed while it undoes a swap that failed', () => {
  const scenario: Scenario = { name: '', from: before, to: after, betweenRenames: 0 };
  let wasKilled = true;
  for (let call = 0; wasKilled; call++) {
    const { parent, folder, old, next } = setUp(scenario);
    let isKilled = (): boolean => false;
    disk.fault = (name, path) => {
      if (!path.endsWith('lib/list')) return;
      isKilled = killAt(call);
      throw failure('EIO', 'input/output error', name, path);
    };
    expect(() => {
      const { problems } = write(folder, after);
      expect(problems).toEqual([expect.stringMatching(/^output-failed: .*input\/output error$/)]);
      throw new Killed();
    }).toThrow(Killed);
    wasKilled = isKilled();
    disk.fault = () => undefined;
    recover(folder, new Diagnostics());
    expect(withoutStaging(parent)).toEqual(old);
    expect(write(folder, after).problems).toEqual([]);
    expect(allOf(parent)).toEqual(next);
  }
});

function isOneOf(seen: Files, states: readonly Files[]): boolean {
  return states.some((state) => JSON.stringify(sorted(state)) === JSON.stringify(sorted(seen)));
}

function sorted(files: Files): readonly (readonly [string, string])[] {
  return Object.entries(files).sort(([left], [right]) => (left < right ? -1 : 1));
}

function failure(code: string, reason: string, call: string, path: string): Error {
  const file = path.split(' ')[0];
  const hasPath = call !== 'writeFileSync';
  return Object.assign(new Error(`${code}: ${reason}, ${call} '${path}'`), {
    code,
    syscall: call,
    ...(hasPath && { path: file }),
  });
}

describe('a disk that is full at any call', () => {
  test.each(scenarios)('while $name', (scenario) => {
    let failed: string | undefined = '';
    for (let call = 0; failed !== undefined; call++) {
      const { parent, folder, old, next } = setUp(scenario);
      failed = undefined;
      let calls = 0;
      disk.fault = (name, path) => {
        if (calls++ !== call) return;
        failed = name;
        throw failure('ENOSPC', 'no space left on device', name, path);
      };
      const { changes, problems } = write(folder, scenario.to);
      disk.fault = () => undefined;
      expect(withoutStaging(parent)).toEqual(changes === undefined ? old : next);
      // What cannot be linked is copied.
      if (failed !== undefined && failed !== 'linkSync') expect(problems).toHaveLength(1);
      for (const problem of problems) {
        expect(problem).toMatch(
          changes === undefined
            ? /^output-no-space: ".*" cannot be written: no space left on device$/
            : /^output-leftover: ".*staging" could not be cleared away: no space left on device$/,
        );
      }
      if (changes === undefined) expect(allOf(parent)).toEqual(old);
      expect(write(folder, scenario.to).problems).toEqual([]);
      expect(allOf(parent)).toEqual(next);
    }
  });
});

describe('a disk that can only be read from any call on', () => {
  test.each(scenarios.slice(0, 2))('while $name', (scenario) => {
    let hasFailed = true;
    for (let call = 0; hasFailed; call++) {
      const { parent, folder, old, next } = setUp(scenario);
      hasFailed = false;
      let calls = 0;
      disk.fault = (name, path) => {
        if (calls++ < call) return;
        hasFailed = true;
        throw failure('EROFS', 'read-only file system', name, path);
      };
      const { problems } = write(folder, scenario.to);
      disk.fault = () => undefined;
      if (hasFailed) expect(problems[0]).toMatch(/^output-(?:denied|leftover): /);
      recover(folder, new Diagnostics());
      expect([old, next]).toContainEqual(withoutStaging(parent));
      expect(write(folder, scenario.to).problems).toEqual([]);
      expect(allOf(parent)).toEqual(next);
    }
  });
});

test('where there are no hard links, files are copied with their times', () => {
  const { parent, folder, next } = setUp({ name: '', from: before, to: after, betweenRenames: 0 });
  const kept = ['4.5/_gen/tea/cup', '4.5/_custom/x', 'docs/4.5/tea/index.md'];
  for (const path of kept) utimesSync(join(folder, path), 1000, 1000);
  chmodSync(join(folder, '4.5/_custom/x'), 0o750);
  disk.fault = (name, path) => {
    if (name === 'linkSync') throw failure('EPERM', 'operation not permitted', name, path);
  };
  expect(write(folder, after).problems).toEqual([]);
  expect(allOf(parent)).toEqual(next);
  expect(kept.map((path) => statSync(join(folder, path)).mtimeMs)).toEqual([1e6, 1e6, 1e6]);
  expect(statSync(join(folder, '4.5/_custom/x')).mode & 0o777).toBe(0o750);
});

test('a problem is shown at the file’s own place, not at its staged one', () => {
  const { folder } = setUp({ name: '', from: before, to: after, betweenRenames: 0 });
  disk.fault = (name, path) => {
    if (path.endsWith('index.md')) throw failure('ENOSPC', 'no space left on device', name, path);
  };
  expect(write(folder, after).problems).toEqual([
    'output-no-space: "docs/4.5/coffee/index.md" cannot be written: no space left on device',
  ]);
});

test('what is mounted below the library is left where it is', () => {
  const { parent, folder, old } = setUp({ name: '', from: before, to: after, betweenRenames: 0 });
  disk.fault = (name, path) => {
    if (name === 'linkSync') throw failure('EXDEV', 'cross-device link not permitted', name, path);
  };
  expect(write(folder, after).problems).toEqual([
    expect.stringMatching(
      /^output-failed: ".*" cannot be written: cross-device link not permitted$/,
    ),
  ]);
  expect(allOf(parent)).toEqual(old);
});
