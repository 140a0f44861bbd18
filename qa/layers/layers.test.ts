import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { checkArrows, checkBrowsers, findCycles } from './check.ts';
import { importsOf } from './imports.ts';
import { readLayers } from './table.ts';

const source = join(import.meta.dirname, '../../packages/couplet/src');
const document = readFileSync(join(import.meta.dirname, '../../docs/architecture.md'), 'utf8');
const layers = readLayers(document);

/** The programs of the package; tests and what only tests need are outside of the layers. */
const programs = new Map(
  readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter(
      (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('testing/'),
    )
    .map((file) => [file, readFileSync(join(source, file), 'utf8')]),
);

describe('the layers of docs/architecture.md', () => {
  test('are the folders, and every import is allowed', () => {
    expect(checkArrows(programs, layers)).toEqual([]);
  });

  test('have no cycle of files, types included', () => {
    expect(findCycles(programs)).toEqual([]);
  });

  test('reach no module of Node where browsers shall have them', () => {
    const forBrowsers = layers.filter(({ isForBrowsers }) => isForBrowsers).map(({ name }) => name);
    const wanted = [
      'text',
      'diagnostic',
      'json',
      'schema',
      'api',
      'reader',
      'library',
      'types',
      'target',
      'compare',
    ];
    expect(forBrowsers).toEqual(expect.arrayContaining(wanted));
    expect(checkBrowsers(programs, layers)).toEqual([]);
  });
});

/** The imports of a module that are there at run time: each name once. */
function runTimeNames(program: string): readonly string[] {
  return [
    ...new Set(
      importsOf(program)
        .filter(({ kind }) => kind !== 'type')
        .map(({ name }) => name),
    ),
  ].sort();
}

test('all imports are found that esbuild finds', async () => {
  const found = new Map<string, Set<string>>();
  await build({
    entryPoints: [...programs.keys()].map((file) => join(source, file)),
    bundle: true,
    write: false,
    outdir: join(source, 'nowhere'),
    platform: 'node',
    format: 'esm',
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
    plugins: [
      {
        name: 'note',
        setup: (bundling) => {
          bundling.onResolve({ filter: /.*/ }, ({ path, importer, kind }) => {
            if (kind === 'entry-point') return undefined;
            found.set(importer, (found.get(importer) ?? new Set()).add(path));
            return { external: true };
          });
        },
      },
    ],
  });
  expect(found.size).toBeGreaterThan(100);
  const ours = [...programs].map(([file, program]) => [file, runTimeNames(program)]);
  const theirs = [...programs.keys()].map((file) => [
    file,
    [...(found.get(join(source, file)) ?? [])].sort(),
  ]);
  expect(ours).toEqual(theirs);
});

test('imports are found by kind and line, and nothing else is taken for one', () => {
  const program = [
    "import fs from 'node:fs';",
    'import type {',
    '  A,',
    "} from './types.ts';",
    "import { type B, c } from './values.ts';",
    "export type { D } from './d.ts';",
    "export * from './star.ts';",
    'export { e };',
    "// import f from './comment.ts'",
    "/* import f from './comment.ts' */",
    "const g = `import f from './template.ts' ${await import('./dynamic.ts')} import('./text.ts')`;",
    "const h = \"import f from './quotes.ts'\" + /import('.\\/[/'`]pattern.ts')/.source;",
    "const i = { import: './key.ts' }.import('./method.ts') / 2;",
    "import type from './type.ts';",
    'const j = import.meta.url, k = `${{ a: `${1}` }}`, l = import(j);',
    "let m: typeof import('./type-of.ts');",
    "export default import('./last.ts');",
  ].join('\n');
  expect(importsOf(program).map(({ name, line, kind }) => `${line} ${kind} ${name}`)).toEqual([
    '1 value node:fs',
    '2 type ./types.ts',
    '5 value ./values.ts',
    '6 type ./d.ts',
    '7 value ./star.ts',
    '11 dynamic ./dynamic.ts',
    '14 value ./type.ts',
    '16 type ./type-of.ts',
    '17 dynamic ./last.ts',
  ]);
});

const table = (...rows: readonly string[]): string =>
  ['| layer | what | it imports | runs in |', '|---|---|---|---|', ...rows].join('\n');

const rows = [
  '| `leaf` | | nothing | browsers |',
  '| `water`, `root.ts` | | the ground above | Node |',
  '| `tea` | | the ground | browsers |',
  '| `cup` | | the ground and `tea` | Node |',
  '| `pot` | | the ground and `tea` | Node |',
  '| `table` | | all above | Node |',
];

const invented = new Map([
  ['leaf/leaf.ts', 'export const leaf = 1;'],
  ['water/water.ts', "import { leaf } from '../leaf/leaf.ts';"],
  ['root.ts', "import { water } from './water/water.ts';"],
  ['tea/tea.ts', "import { leaf } from '../leaf/leaf.ts';"],
  ['cup/cup.ts', "import { tea } from '../tea/tea.ts';"],
  ['pot/pot.ts', "import { root } from '../root.ts';\nimport type { tea } from '../tea/tea.ts';"],
  [
    'table/table.ts',
    "import { cup } from '../cup/cup.ts';\nconst pot = await import('../pot/pot.ts');",
  ],
]);

describe('the check', () => {
  const withFile = (file: string, program: string): Map<string, string> =>
    new Map(invented).set(file, program);
  const allowed = readLayers(table(...rows));

  test('finds nothing where there is nothing', () => {
    expect(checkArrows(invented, allowed)).toEqual([]);
    expect(checkBrowsers(invented, allowed)).toEqual([]);
    expect(findCycles(invented)).toEqual([]);
  });

  test.for([
    [
      'an arrow up',
      'tea/tea.ts',
      "import { cup } from '../cup/cup.ts';",
      'tea/tea.ts:1: tea → cup (cup/cup.ts); tea may import leaf, water, root.ts',
    ],
    [
      'an arrow between views',
      'pot/pot.ts',
      "\nimport { cup } from '../cup/cup.ts';",
      'pot/pot.ts:2: pot → cup (cup/cup.ts); pot may import leaf, water, root.ts, tea',
    ],
    [
      'an arrow of types',
      'leaf/leaf.ts',
      "import type { tea } from '../tea/tea.ts';",
      'leaf/leaf.ts:1: leaf → tea (tea/tea.ts); leaf may import nothing',
    ],
    [
      'an arrow that is taken on demand',
      'tea/tea.ts',
      "\n\nawait import('../table/table.ts');",
      'tea/tea.ts:3: tea → table (table/table.ts); tea may import leaf, water, root.ts',
    ],
    [
      'an arrow within a row',
      'water/water.ts',
      "export * from '../root.ts';",
      'water/water.ts:1: water → root.ts (root.ts); water may import leaf',
    ],
    [
      'an arrow out of the layers',
      'tea/tea.ts',
      "import '../testing/tea.ts';",
      'tea/tea.ts:1: testing/tea.ts is no file of the layers',
    ],
    ['a folder that the table lacks', 'milk/milk.ts', '', 'milk is missing in the table'],
    ['a file that the table lacks', 'milk.ts', '', 'milk.ts is missing in the table'],
  ] as const)('finds %s', ([, file, program, problem]) => {
    expect(checkArrows(withFile(file, program), allowed)).toEqual([problem]);
  });

  test('finds a row without a folder', () => {
    const more = readLayers(table(...rows, '| `milk` | | all above | Node |'));
    expect(checkArrows(invented, more)).toEqual(['milk is in the table, and nowhere else']);
  });

  test.for([
    ['no table', '', 'There is no table of layers'],
    [
      'a layer twice',
      table(...rows, '| `tea` | | all above | Node |'),
      'tea stands in the table twice',
    ],
    [
      'an arrow to below',
      table('| `tea` | | the ground and `cup` | Node |', '| `cup` | | nothing | Node |'),
      'tea may not import cup, which does not stand above it',
    ],
    [
      'other words',
      table('| `tea` | | whatever | Node |'),
      'tea imports what is unclear: whatever',
    ],
  ] as const)('refuses a document with %s', ([, text, problem]) => {
    expect(() => readLayers(text)).toThrow(problem);
  });

  test('finds a way to a module of Node, however long, but none of types', () => {
    const file = "import { readFileSync } from 'node:fs';";
    expect(checkBrowsers(withFile('leaf/leaf.ts', file), allowed)).toEqual([
      'leaf/leaf.ts:1 → node:fs',
      'tea/tea.ts → leaf/leaf.ts:1 → node:fs',
    ]);
    const onDemand = "export const leaf = () => import('node:fs');";
    expect(checkBrowsers(withFile('leaf/leaf.ts', onDemand), allowed)).toHaveLength(2);
    const type = "import type { Stats } from 'node:fs';";
    expect(checkBrowsers(withFile('leaf/leaf.ts', type), allowed)).toEqual([]);
    expect(checkBrowsers(withFile('cup/cup.ts', file), allowed)).toEqual([]);
  });

  test('finds a cycle within a layer, by a type, and each once', () => {
    const cyclic = new Map([
      ['a.ts', "import type { B } from './b.ts';"],
      ['b.ts', "import { C } from './c.ts';"],
      ['c.ts', "const b = await import('./b.ts');"],
      ['d.ts', "export * from './e.ts';"],
      ['e.ts', "import type { F } from './f.ts';"],
      ['f.ts', "import { D } from './d.ts';"],
    ]);
    expect(findCycles(cyclic)).toEqual(['b.ts → c.ts → b.ts', 'd.ts → e.ts → f.ts → d.ts']);
  });
});
