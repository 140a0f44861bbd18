import { describe, expect, it } from 'vitest';
import { renderFiles } from '../testing/rendering.ts';

/** A module that makes manifests, for others to import. */
const potModule = `
interface Pot { readonly apiVersion: string; readonly kind: string; readonly metadata: { readonly name: string } }
export enum Tea { Green = 'green', Black = 'black' }
export const pot = (name: string): Pot => ({ apiVersion: 'v1', kind: 'Pot', metadata: { name } });
`;

function pot(name: string): object {
  return { apiVersion: 'v1', kind: 'Pot', metadata: { name } };
}

/** A package that somebody has installed, with its manifest. */
function installed(
  name: string,
  files: Readonly<Record<string, string>>,
  facts: object = {},
): Readonly<Record<string, string>> {
  const folder = `node_modules/${name}`;
  const manifest = JSON.stringify({ name, version: '1.0.0', type: 'module', ...facts });
  const entries = Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]);
  return { [`${folder}/package.json`]: manifest, ...Object.fromEntries(entries) };
}

async function manifestsOf(
  files: Readonly<Record<string, string>>,
  parameters = {},
): Promise<readonly unknown[]> {
  const { manifests, problems } = await renderFiles(files, { parameters });
  expect(problems).toEqual([]);
  return manifests;
}

describe('a module', () => {
  it.each(['app.ts', 'app.mts', 'app.js', 'app.mjs'])('may be called %s', async (entry) => {
    const text = `export default { apiVersion: 'v1', kind: 'Pot', metadata: { name: 'a' } };`;
    expect(await manifestsOf({ [entry]: text })).toEqual([pot('a')]);
  });

  it('has what TypeScript has, and imports by paths with and without endings', async () => {
    const app = `
      import { pot, Tea } from './lib/pot.ts';
      import { pot as again } from './lib/pot.js';
      import { pot as bare } from './lib/pot';
      import type { Missing } from './lib/missing.ts';
      const names = ['a', Tea.Green] satisfies readonly string[];
      export default [...names.map(pot), again('b' as const), bare(<string>'c')];
    `;
    const manifests = await manifestsOf({ 'app.ts': app, 'lib/pot.ts': potModule });
    expect(manifests).toEqual(['a', 'green', 'b', 'c'].map(pot));
  });

  it("follows the paths of the user's own tsconfig.json", async () => {
    const tsconfig = JSON.stringify({ compilerOptions: { paths: { '@lib/*': ['./lib/*'] } } });
    const app = `import { pot } from '@lib/pot';\nexport default pot('a');`;
    const files = { 'app.ts': app, 'lib/pot.ts': potModule, 'tsconfig.json': tsconfig };
    expect(await manifestsOf(files)).toEqual([pot('a')]);
  });

  it('imports JSON and CommonJS', async () => {
    const app = `
      import names from './names.json' with { type: 'json' };
      import { make } from './make.cjs';
      export default names.map(make);
    `;
    const make = `
      const { sep } = require('node:path');
      module.exports.make = (name) => ({ apiVersion: 'v1', kind: 'Pot', metadata: { name: name + sep } });
    `;
    const files = { 'app.ts': app, 'names.json': '["a", "b"]', 'make.cjs': make };
    expect(await manifestsOf(files)).toEqual(['a/', 'b/'].map(pot));
  });

  it('knows where it is', async () => {
    const app = `
      import { readFileSync } from 'node:fs';
      import { basename } from 'node:path';
      import { here } from './lib/here.ts';
      const text = readFileSync(new URL('./lib/motd.txt', import.meta.url), 'utf8');
      export default { apiVersion: 'v1', kind: 'Pot', data: { text, here, name: basename(import.meta.filename) } };
    `;
    const here = `import { basename } from 'node:path';\nexport const here = basename(import.meta.dirname);`;
    const files = { 'app.ts': app, 'lib/here.ts': here, 'lib/motd.txt': 'tea is ready' };
    const data = { here: 'lib', name: 'app.ts', text: 'tea is ready' };
    expect(await manifestsOf(files)).toEqual([{ apiVersion: 'v1', kind: 'Pot', data }]);
  });

  it('may wait, and import when it needs to', async () => {
    const app = `
      const { pot } = await import('./pot.ts');
      const name = await new Promise((answer) => setTimeout(() => answer('a'), 5));
      export default pot(name);
    `;
    expect(await manifestsOf({ 'app.ts': app, 'pot.ts': potModule })).toEqual([pot('a')]);
  });
});

describe('a package', () => {
  it('is taken as Node takes it', async () => {
    const kettle = installed(
      'kettle',
      {
        'index.mjs': `export const kind = 'Kettle'; export const url = import.meta.url;`,
        'bundler.js': 'throw new Error("this is for bundlers");',
      },
      { exports: { module: './bundler.js', import: './index.mjs', require: './index.cjs' } },
    );
    const old = installed(
      'old',
      { 'index.js': 'exports.apiVersion = "v1";' },
      { type: 'commonjs' },
    );
    const app = `
      import { kind, url } from 'kettle';
      import { apiVersion } from 'old';
      export default { apiVersion, kind, metadata: { name: url.split('/').at(-1) } };
    `;
    expect(await manifestsOf({ 'app.ts': app, ...kettle, ...old })).toEqual([
      { apiVersion: 'v1', kind: 'Kettle', metadata: { name: 'index.mjs' } },
    ]);
  });

  it('may be in TypeScript', async () => {
    const shared = installed('@tea/shared', { 'index.ts': potModule }, { exports: './index.ts' });
    const app = `import { pot } from '@tea/shared';\nexport default pot('a');`;
    expect(await manifestsOf({ 'app.ts': app, ...shared })).toEqual([pot('a')]);
  });
});

describe('what is exported', () => {
  it('is the default export alone, if there is one', async () => {
    const app = `${potModule} export default pot('a'); export const other = pot('b');`;
    expect(await manifestsOf({ 'app.ts': app })).toEqual([pot('a')]);
  });

  it('is all named exports otherwise, sorted by name', async () => {
    const app = `import { pot } from './pot.ts'; export const [b, a] = [pot('b'), [pot('a')]];`;
    expect(await manifestsOf({ 'app.ts': app, 'pot.ts': potModule })).toEqual([pot('a'), pot('b')]);
  });

  it('may be a function, or a promise of one, which is called with the parameters', async () => {
    const parameters = { name: 'a=b', __proto__x: 'c' };
    const body = `(given) => [{ apiVersion: 'v1', kind: 'Pot', metadata: given }]`;
    for (const start of ['', 'async ', 'Promise.resolve(', 'Promise.resolve(async ']) {
      const app = `export default ${start}${body}${start.includes('(') ? ')' : ''};`;
      expect(await manifestsOf({ 'app.js': app }, parameters)).toEqual([
        { apiVersion: 'v1', kind: 'Pot', metadata: parameters },
      ]);
    }
  });

  it.each([
    ['const a = 1;', 'app.ts: the module exports nothing'],
    [
      'export const make = () => [];',
      'app.ts: make: it is a function, and only a function that is the default export is called',
    ],
    ['export default () => () => [];', 'app.ts: default: a function cannot stand in a manifest'],
    [
      'export default async () => undefined;',
      'app.ts: default: undefined cannot stand in a manifest',
    ],
    ['export const web = { kind: 5 };', 'app.ts: web: the manifest has no apiVersion'],
  ])('%s', async (app, problem) => {
    const { problems } = await renderFiles({ 'app.ts': app });
    expect(problems[0]).toBe(problem);
  });
});
