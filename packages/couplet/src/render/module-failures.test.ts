import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../testing/output-folder.ts';
import { renderFiles } from '../testing/rendering.ts';
import { renderModule } from './module.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

async function problemsOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { manifests, problems } = await renderFiles(files);
  expect(manifests).toEqual([]);
  return problems;
}

describe('a module that cannot be loaded', () => {
  it('is told with all its faults and their positions', async () => {
    const app = [
      `import './lib/pot.ts';`,
      `import 'é'; import other from './missing.ts';`,
      `import kettle from 'kettle';`,
      `export default [other, kettle];`,
    ].join('\n');
    const problems = await problemsOf({ 'app.ts': app, 'lib/pot.ts': 'export { lid } from 4;' });
    expect([...problems].sort()).toEqual([
      'app.ts:2:31: could not resolve "./missing.ts"',
      'app.ts:2:8: could not resolve "é"',
      'app.ts:3:20: could not resolve "kettle"',
      'lib/pot.ts:1:21: expected string but found "4"',
    ]);
  });

  it('imports what its own module does not export', async () => {
    const app = `import {\n  lid,\n} from './pot.ts';\nexport default lid;`;
    const [problem] = await problemsOf({ 'app.ts': app, 'pot.ts': 'export const pot = 1;' });
    expect(problem).toMatch(/^app\.ts:2:3: no matching export in ".*pot\.ts" for import "lid"$/);
  });

  it('imports what a package does not export', async () => {
    const files = {
      'app.ts': `import {\n  spout,\n    lid } from 'kettle';\nexport default [spout, lid];`,
      'node_modules/kettle/package.json': '{"type": "module"}',
      'node_modules/kettle/index.js': 'export const spout = 1;',
    };
    const [problem] = await problemsOf(files);
    expect(problem).toMatch(
      /^app\.ts:3:5: SyntaxError: The requested module '.*kettle\/index\.js' does not provide an export named 'lid'$/,
    );
  });

  it('is not there', async () => {
    const { problems, files } = await renderFiles({}, { entry: 'app.ts' });
    expect(problems).toEqual(['app.ts: there is no such file or folder']);
    expect(files).toEqual(['app.ts']);
  });
});

describe('a module that throws', () => {
  it('is told with the place and the calls that led there', async () => {
    const lib = [
      'interface Pot {',
      '  readonly lid: string;',
      '}',
      'export function close({ lid }: Pot): never {',
      '  throw new TypeError(`no lid: ${lid}`);',
      '}',
    ].join('\n');
    const app = [
      `import { close } from './lib.ts';`,
      'type Unused = string;',
      `const closeAll = () => ['a'].map((lid) => close({ lid }));`,
      'export default async () => {',
      '  await Promise.resolve();',
      '  return closeAll();',
      '};',
    ].join('\n');
    expect(await problemsOf({ 'app.ts': app, 'lib.ts': lib })).toEqual([
      'lib.ts:5:9: TypeError: no lid: a (called at app.ts:3:43, app.ts:3:30, app.ts:6:10)',
    ]);
  });

  it('is told with the call into the package that throws', async () => {
    const files = {
      'app.ts': `import { pour } from 'kettle';\n\nexport default pour();`,
      'node_modules/kettle/package.json': '{"type": "module"}',
      'node_modules/kettle/index.js': 'export function pour() { throw new Error("empty"); }',
    };
    expect(await problemsOf(files)).toEqual(['app.ts:3:16: empty']);
  });

  it.each([
    [`throw 'tea';`, "app.ts: it throws 'tea', which is no Error"],
    ['throw undefined;', 'app.ts: it throws undefined, which is no Error'],
    [`throw new Error('a\\nb');`, 'app.ts:1:7: a b'],
    [`throw new Error();`, 'app.ts:1:7: Error'],
    [`Promise.reject(new Error('late')); await new Promise(() => {});`, 'app.ts:1:16: late'],
    [
      `setTimeout(() => { throw new Error('late'); }); await new Promise((r) => setTimeout(r, 5000));`,
      'app.ts:1:26: late',
    ],
    [`export default { get a() { throw new Error('read'); } };`, 'app.ts:1:34: read'],
    ['process.exit(3);', 'app.ts: the module ends with code 3 before it has given anything'],
    [
      'await new Promise(() => {});',
      'app.ts: the module ends with code 0 before it has given anything',
    ],
    [
      `process.removeAllListeners(); setTimeout(() => { throw new Error('late'); }); await new Promise(() => {});`,
      'app.ts: late',
    ],
  ])('%s', async (app, problem) => {
    expect(await problemsOf({ 'app.ts': app })).toEqual([problem]);
  });

  it('may be one whose parameter is missing', async () => {
    const app = 'export default ({ name }) => [name.toUpperCase()];';
    const [problem] = await problemsOf({ 'app.ts': app });
    expect(problem).toContain('app.ts:1:36: TypeError: Cannot read properties of undefined');
  });
});

describe('what esbuild doubts', () => {
  it('is a warning', async () => {
    const app = `export default { apiVersion: 'v1', kind: 'Pot', spec: {\n  lid: 1,\n  lid: 2 } };`;
    const { manifests, problems } = await renderFiles({ 'app.ts': app });
    expect(problems).toEqual(['app.ts:3:3: duplicate key "lid" in object literal']);
    expect(manifests).toEqual([{ apiVersion: 'v1', kind: 'Pot', spec: { lid: 2 } }]);
  });
});

describe('a module that does more than to export', () => {
  const manifest = `{ apiVersion: 'v1', kind: 'Pot' }`;

  it('prints to standard error, all of it', async () => {
    const app = `
      console.log('out');
      console.error('err');
      process.stdout.write('x'.repeat(200_000) + 'end');
      export default ${manifest};
    `;
    const { printed, problems } = await renderFiles({ 'app.ts': app });
    expect(problems).toEqual([]);
    expect(printed).toHaveLength('out\nerr\nend'.length + 200_000);
    for (const part of ['out\n', 'err\n', 'xend']) expect(printed).toContain(part);
  });

  it('ends with what it leaves running', async () => {
    const app = `setInterval(() => console.log('tick'), 1); export default ${manifest};`;
    expect((await renderFiles({ 'app.ts': app })).problems).toEqual([]);
  });

  it('does not change the world around it', async () => {
    const app = `
      Object.prototype.isPolluted = true;
      Array.prototype.map = () => ['none'];
      process.env.POLLUTED = 'yes';
      export default ${manifest};
    `;
    await renderFiles({ 'app.ts': app });
    expect(Object({})).not.toHaveProperty('isPolluted');
    expect([1].map(String)).toEqual(['1']);
    expect(process.env).not.toHaveProperty('POLLUTED');
  });

  it('is ended by the signal', async () => {
    const signal = AbortSignal.timeout(300);
    const { manifests } = await renderFiles({ 'app.ts': 'for (;;);' }, { signal });
    expect(manifests).toEqual([]);
  });

  it.each([`export default ${manifest};`, 'export default [', 'throw new Error();'])(
    'leaves nothing behind: %s',
    async (app) => {
      const temporary = temporaryFolder();
      vi.stubEnv('TMPDIR', temporary);
      expect((await renderFiles({ 'app.ts': app })).files).toEqual(['app.ts']);
      const left = readdirSync(temporary).filter((name) => name.startsWith('couplet-render-'));
      expect(left).toEqual([]);
    },
  );

  it('needs a place for that', async () => {
    const entry = join(temporaryFolder(), 'app.ts');
    vi.stubEnv('TMPDIR', join(entry, 'nowhere'));
    const request = {
      entry,
      parameters: {},
      libraryPaths: [],
      topLevelArguments: [],
      externalVariables: [],
    };
    const surroundings = {
      stderr: new PassThrough(),
      env: {},
      signal: new AbortController().signal,
    };
    const { diagnostics } = await renderModule(request, surroundings);
    expect(diagnostics.map(({ code }) => code)).toEqual(['module-unloadable']);
    expect(diagnostics[0]?.message).toMatch(/^modules cannot be loaded here: Error: ENOENT: /);
  });
});
