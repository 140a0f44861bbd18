import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Dialect, Target, TargetOptionValues } from '../index.ts';
import { CoupletError, generate, targets } from '../index.ts';
import { put, temporaryFolder } from '../testing/output-folder.ts';
import { teaApi } from '../testing/tea.ts';

function teaFolder(): { readonly from: string; readonly out: string } {
  const folder = temporaryFolder();
  put(folder, { 'tea.json': JSON.stringify(teaApi) });
  return { from: join(folder, 'tea.json'), out: join(folder, 'lib') };
}

const typescript = targets.filter(({ name }) => name === 'typescript');

describe('a run', () => {
  it('is not taken for one that a dialect of somebody else decided', async () => {
    const choice = { ...teaFolder(), label: 'tea' };
    const silent: Dialect = { name: 'silent', recognises: () => false, read: () => undefined };
    const teaOnly: Dialect = {
      name: 'tea',
      recognises: () => true,
      read: (document, _, found) => {
        found.define([
          {
            name: 'com.example.tea.v1.Cup',
            schema: { kind: 'object', properties: new Map(), required: new Set() },
            groupVersionKinds: [{ group: 'tea.example.com', version: 'v1', kind: 'Cup' }],
            scope: undefined,
            origin: { dialect: 'tea' },
            place: { locator: document, path: [] },
          },
        ]);
      },
    };
    const kinds = [];
    for (const dialects of [[teaOnly], undefined, [silent], [teaOnly]]) {
      kinds.push((await generate({ ...choice, dialects })).statistics.kinds);
    }
    expect(kinds).toEqual([1, 3, 3, 1]);
  });

  it('is not taken for one of a target that has the same name', async () => {
    const choice = { ...teaFolder(), label: 'tea' };
    const other: Target = {
      name: 'typescript',
      summary: '',
      folders: ['typescript'],
      options: [],
      emit: async () => [{ path: 'typescript/tea.txt', text: 'tea' }],
    };
    await generate({ ...choice, targets: [other] });
    const { changes } = await generate({ ...choice, targets: typescript });
    expect(changes.removed).toEqual(['typescript/tea.txt']);
    expect(changes.created).toContain('typescript/package.json');
  });
});

describe('options of targets', () => {
  it.each<[TargetOptionValues, string]>([
    [{ slimm: true }, 'no target has an option "slimm"'],
    [{ slim: 'no' }, 'the option slim: it is true or false'],
    [{ package: true }, 'the option package: it is a text'],
    [{ package: 'Bad Name!!' }, 'the option package: '],
  ])('%j are refused', async (options, message) => {
    const { from, out } = teaFolder();
    const run = generate({ from, out, label: 'tea', targets: typescript, options });
    await expect(run).rejects.toThrow(RangeError);
    await expect(run).rejects.toThrow(message);
    expect(existsSync(out)).toBe(false);
  });

  it('of targets that are not chosen are passed over', async () => {
    const { from, out } = teaFolder();
    const options = { package: '@example/tea' };
    expect((await generate({ from, out, label: 'tea', options })).statistics.kinds).toBe(3);
  });
});

it('an error of a run is told on lines that a terminal can show', async () => {
  const from = 'none\n\u001B[31m.json';
  const error: unknown = await generate({ from, out: 'lib' }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(CoupletError);
  // oxlint-disable-next-line no-control-regex -- what must not be there
  expect(String(error)).not.toMatch(/[\n\u001B]/);
});
