import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { Diagnostics } from '../../packages/couplet/src/diagnostic/diagnostics.ts';
import { buildLibrary } from '../../packages/couplet/src/library/build.ts';
import type { Library } from '../../packages/couplet/src/library/library.ts';
import { readDefinitions } from '../../packages/couplet/src/reader/read.ts';
import { casesByKind, mismatchesOf, takeCensus } from './compare.ts';
import { Executed } from './executed.ts';
import type { GeneratedLibrary } from './generated.ts';
import { writeLibrary } from './generated.ts';
import { skipWithoutCommands } from './jsonnet.ts';
import { consult } from './oracle/functions.ts';
import { rawDefinitionsOf } from './oracle/read.ts';
import { readIndex, runKinds } from './run.ts';

/** An API of our own: what the comparison finds out about its library must be known beforehand. */
const api = {
  swagger: '2.0',
  definitions: {
    'com.example.tea.v1.Teapot': {
      'x-kubernetes-group-version-kind': [
        { group: 'tea.example.com', version: 'v1', kind: 'Teapot' },
      ],
      type: 'object',
      properties: {
        metadata: {
          type: 'object',
          properties: { name: { type: 'string' }, labels: { type: 'object' } },
        },
        spec: {
          type: 'object',
          properties: {
            leaves: { type: 'array', items: { type: 'string' } },
            cups: {
              type: 'array',
              items: { type: 'object', properties: { size: { type: 'integer' } } },
            },
            CIDR: { type: 'string' },
          },
        },
      },
    },
  },
};

/** Damage to the library: a text in its file and what takes its place, and what is to be found out. */
const damages: readonly (readonly [
  name: string,
  from: string,
  to: string,
  finds: {
    readonly calls?: readonly string[];
    readonly unexpected?: readonly string[];
    readonly missing?: readonly string[];
  },
])[] = [
  ['none', '', '', {}],
  [
    'an object that is replaced where it should be added to',
    'withCidr(cidr): { spec+: {',
    'withCidr(cidr): { spec: {',
    { calls: ['withCidr("new value")'] },
  ],
  ['a wrong property', '{ CIDR: cidr }', '{ cidr: cidr }', { calls: ['withCidr("new value")'] }],
  [
    'a list that is replaced where it should be added to',
    'leaves+: if',
    'leaves: if',
    { calls: ['withLeavesMixin(["new value","new value"])', 'withLeavesMixin("new value")'] },
  ],
  [
    'a single value that is not wrapped',
    '{ cups: if std.isArray(v=cups) then cups else [cups] }',
    '{ cups: cups }',
    { calls: ['withCups({})'] },
  ],
  [
    'an item that is built in the place of its list',
    'withSize(size): { size: size }',
    'withSize(size): { spec+: { cups+: { size: size } } }',
    { calls: ['cups.withSize(7)'] },
  ],
  [
    'a constructor with another kind',
    "kind: 'Teapot'",
    "kind: 'TeaPot'",
    { calls: ['new("example")'] },
  ],
  [
    'a function that is missing',
    'withCidr(cidr):',
    'withIdr(cidr):',
    {
      calls: ['withCidr("new value")'],
      missing: ['tea.v1.teapot.spec.withCidr: 1'],
      unexpected: ['tea.v1.teapot.spec.withIdr: 1'],
    },
  ],
  [
    'a namespace that nothing asks for',
    'mixin: self',
    'mixin: self, extra: {}',
    { unexpected: ['tea.v1.teapot.extra'] },
  ],
];

let folder = '';
let library: Library | undefined;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'couplet-detection-'));
  const diagnostics = new Diagnostics();
  const document = { source: 'tea.json', value: api, locate: () => [] };
  library = buildLibrary(readDefinitions([document], diagnostics), undefined, diagnostics);
});

afterAll(() => rmSync(folder, { recursive: true }));

beforeEach((context) => skipWithoutCommands(context, 'jsonnet'));

const oracle = consult(rawDefinitionsOf([api]));

/** What is found in a library after one like it was found right. */
async function findIn(written: GeneratedLibrary, name: string) {
  if (library === undefined) throw new Error('no library was made');
  const executed = new Executed();
  const right = writeLibrary(library, join(folder, name, 'right'), true);
  expect(mismatchesOf(await runKinds(right, casesByKind(oracle), executed, 'right'))).toEqual([]);
  const runs = await runKinds(written, casesByKind(oracle), executed, 'second');
  const calls = mismatchesOf(runs).map(({ called }) =>
    called.replace(/^tea\.v1\.teapot\.(spec\.)?/, ''),
  );
  const census = takeCensus(await readIndex(written), runs, oracle, true);
  return { calls, census, told: executed.tell('second') };
}

it.for(damages)('the comparison finds %s', async ([name, from, to, finds]) => {
  if (library === undefined) throw new Error('no library was made');
  const written = writeLibrary(library, join(folder, name), true);
  const file = written.files.find((path) => path.endsWith('teapot.libsonnet')) ?? '';
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));

  const { calls, census, told } = await findIn(written, name);
  const { unexpected = [], missing = [] } = finds;
  expect(calls).toEqual(finds.calls ?? []);
  expect(census).toEqual({ unexpected, missing });
  // Only the same bytes are not called again.
  expect(told).toBe(name === 'none' ? 'second: called; 1 kinds as in right' : 'second: called');
});

it('the comparison finds a kind that stands for another', async () => {
  if (library === undefined) throw new Error('no library was made');
  const written = writeLibrary(library, join(folder, 'another'), true);
  const file = written.files.find((path) => path.endsWith('teapot.libsonnet')) ?? '';
  const damaged = readFileSync(file, 'utf8').replace('{ CIDR: cidr }', '{ cidr: cidr }');
  writeFileSync(file.replace('teapot', 'other'), damaged);
  const main = file.replace('teapot', 'main');
  const lines = readFileSync(main, 'utf8').replace("'teapot.libsonnet'", "'other.libsonnet'");
  writeFileSync(main, lines);

  const { calls, told } = await findIn(written, 'another');
  expect(calls).toEqual(['withCidr("new value")']);
  expect(told).toBe('second: called');
});
