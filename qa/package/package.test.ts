import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tarballs } from './installed.ts';
import { compilers, strictest } from '../typescript/workspace.ts';
import { installAll, installNode, packAll } from './installed.ts';

const root = join(import.meta.dirname, '..', '..');

const program = `
import { compose } from '@couplet/runtime';
import { toYaml } from '@couplet/runtime/yaml';
import { isRoute, route } from '@couplet/openshift/4.5/route/v1';

const web = compose(route.new('web'), route.spec.withHost('web.example.com'));
export const text = isRoute(web) ? toYaml(web) : 'no route';
`;
const printed = [
  'apiVersion: route.openshift.io/v1',
  'kind: Route',
  'metadata:',
  '  name: web',
  'spec:',
  '  host: web.example.com',
  '',
].join('\n');

/** Calls all that the package has for programs; nothing of it needs a network. */
const apiProgram = `
import { diff, generate, loadApi, openApi, render, targets } from 'couplet';

const store = process.version + '.store';
const loaded = await loadApi({ store });
const stored = openApi(store);
const [config] = stored.find('dc');
const field = config?.field('spec.replicas');
if (config === undefined || field === undefined) throw new Error('there is no such field');
const { changes } = await generate({
  out: 'generated-' + process.version,
  targets: targets.filter(({ name }) => name === 'jsonnet'),
  options: { slim: true },
});
const manifests = await render({ entry: 'manifest.js' });
console.log(
  JSON.stringify({
    kind: config.kind,
    jsonnet: stored.callsOf(config, field)?.jsonnet,
    sameKinds: loaded.kinds.length === stored.kinds.length,
    isGenerated: changes.created.includes('4.5/main.libsonnet'),
    changes: await diff({ before: {}, after: {} }),
    manifests: manifests.map(({ kind }) => kind),
  }),
);
stored.close();
`;
/** What only a type checker sees. */
const typedUse = `
import type { ApiField, LoadedApi, Target } from 'couplet';

export const limitsOf = ({ limits }: ApiField): readonly string[] => limits.map(({ text }) => text);
export const keysOf = ({ library }: LoadedApi): readonly string[] =>
  library.groups.flatMap(({ versions }) => versions.flatMap(({ kinds }) => kinds.map(({ key }) => key)));
export const list: Target = {
  name: 'list',
  summary: 'a list of the kinds',
  folders: ['list'],
  options: [],
  emit: async ({ library, naming }) => [
    { path: \`list/\${naming.label}\`, text: String(library.groups.length) },
  ],
};
// @ts-expect-error -- a choice that there is not
export const wrong = loadApi({ form: 'crds/' });
`;
const apiAnswer = {
  kind: 'DeploymentConfig',
  jsonnet: 'o.apps.v1.deploymentConfig.spec.withReplicas(replicas)',
  sameKinds: true,
  isGenerated: true,
  changes: [],
  manifests: ['ConfigMap'],
};

const timeout = 600_000;
let folder = '';
let tarballs: Tarballs = { folder: '', files: [] };

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'couplet-package-'));
  tarballs = packAll(join(folder, 'packed'));
  installAll(join(folder, 'installed'), tarballs);
  writeFileSync(inFolder('program.js'), program);
  writeFileSync(
    inFolder('print.js'),
    "import { text } from './program.js';\nprocess.stdout.write(text);\n",
  );
  writeFileSync(inFolder('api.js'), apiProgram);
  writeFileSync(
    inFolder('manifest.js'),
    "export default { apiVersion: 'v1', kind: 'ConfigMap' };\n",
  );
  writeFileSync(
    inFolder('required.cjs'),
    "const { formatFieldPath, parseFieldPath } = require('couplet');\n" +
      "process.stdout.write(formatFieldPath(parseFieldPath('spec.tls')));\n",
  );
}, timeout);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
}, timeout);

describe('the packed packages, installed in an empty folder', () => {
  it.for([20, 22, 24, 26])('work in Node %i', { timeout }, (release, context) => {
    const installed = installNode(join(folder, `node-${release}`), release);
    if ('reason' in installed) {
      console.warn(`skipped: ${installed.reason}`);
      context.skip(installed.reason);
      return;
    }
    const { node } = installed;
    expect(execFileSync(node, ['--version'], { encoding: 'utf8' })).toMatch(`v${release}.`);
    expect(execFileSync(node, [inFolder('print.js')], { encoding: 'utf8' })).toBe(printed);
    const cwd = inFolder('');
    const answer: unknown = JSON.parse(execFileSync(node, ['api.js'], { encoding: 'utf8', cwd }));
    expect(answer).toEqual(apiAnswer);
    const required = spawnSync(node, ['required.cjs'], { encoding: 'utf8', cwd });
    expect(required.stdout, required.stderr).toBe('spec.tls');
    const couplet = inFolder('node_modules/couplet/bin/couplet.js');
    const out = inFolder(`lib-${release}`);
    const run = spawnSync(node, [couplet, 'generate', '--out', out, '--json'], {
      encoding: 'utf8',
    });
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
    expect(readFileSync(join(out, '4.5/main.libsonnet'), 'utf8')).toBe(
      "(import 'gen.libsonnet')\n",
    );
  });

  it('explain their problems without a network', () => {
    const couplet = inFolder('node_modules/couplet/bin/couplet.js');
    const args = [couplet, 'generate', '--from', 'nowhere.json', '--label', 'tea', '--json'];
    const run = spawnSync(process.execPath, args, { cwd: inFolder(''), encoding: 'utf8' });
    const [{ documentation }] = JSON.parse(run.stdout).libraries[0].diagnostics;
    const [page, heading] = documentation.split('#');
    const text = readFileSync(join(inFolder('node_modules/couplet'), page), 'utf8');
    expect(text).toContain(`\n### ${heading}\n`);
  });

  it.for(compilers)('have types that suit $name', { timeout }, ({ path }) => {
    writeFileSync(inFolder('api.ts'), `${apiProgram}\n${typedUse}`);
    const types = inFolder('node_modules/@types');
    if (!existsSync(types)) symlinkSync(join(root, 'node_modules', '@types'), types);
    const compilerOptions = { ...strictest, types: ['node'] };
    writeFileSync(
      inFolder('tsconfig.json'),
      JSON.stringify({ compilerOptions, files: ['api.ts'] }),
    );
    const run = spawnSync(process.execPath, [path, '-p', inFolder('tsconfig.json')], {
      encoding: 'utf8',
    });
    expect(run.stdout).toBe('');
    expect(run.status).toBe(0);
  });

  it('let a program run a command', () => {
    writeFileSync(
      inFolder('command.js'),
      "import { exitCodes, main } from 'couplet';\n" +
        "const code = await main(['generate', '--out', 'from-a-program', '--slim'], process);\n" +
        'console.log(code === exitCodes.done);\n',
    );
    const run = spawnSync(process.execPath, ['command.js'], {
      cwd: inFolder(''),
      encoding: 'utf8',
    });
    expect(run.stdout).toBe('true\n');
    expect(existsSync(inFolder('from-a-program/4.5/main.libsonnet'))).toBe(true);
  });

  it('bundle to what a program uses, and no more', async (context) => {
    const text = await bundle();
    const bytes = Buffer.byteLength(text);
    const compressed = gzipSync(text, { level: 9 }).length;
    await context.annotate(`${bytes} bytes minified, ${compressed} compressed`);
    expect(text).toContain('RouteSpec');
    // Other kinds are in modules that the program does not import.
    expect(text).not.toContain('DeploymentConfig');
    expect(compressed).toBeLessThan(8_000);
  });

  it('work in a browser', { timeout }, async (context) => {
    const chromium = ['chromium', 'chromium-browser', 'google-chrome'].find(
      (name) => spawnSync(name, ['--version']).status === 0,
    );
    if (chromium === undefined) {
      console.warn('skipped: there is no Chromium on the PATH');
      context.skip('there is no Chromium on the PATH');
      return;
    }
    const page = inFolder('page.html');
    const script = await bundle();
    writeFileSync(
      page,
      `<pre></pre><script>${script}\ndocument.querySelector('pre').textContent = program.text;</script>`,
    );
    const dom = execFileSync(
      chromium,
      [...browserFlags, `--user-data-dir=${inFolder('profile')}`, '--dump-dom', page],
      {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    expect(dom).toContain(`<pre>${printed}</pre>`);
  });

  it('have nothing that publint or attw would change', { timeout }, () => {
    for (const file of tarballs.files) {
      const lint = spawnSync('npx', ['publint', 'run', file, '--strict'], {
        cwd: root,
        encoding: 'utf8',
      });
      expect(`${lint.stdout}${lint.stderr}`).toContain('All good!');
    }
    for (const [index, file] of tarballs.files.entries()) {
      // attw cannot list what a pattern of exports stands for.
      const entrypoints = index === 2 ? ['--entrypoints', '4.5/route/v1', '4.5/image/v1'] : [];
      const command = ['attw', file, '--profile', 'esm-only', ...entrypoints];
      const types = spawnSync('npx', command, { cwd: root, encoding: 'utf8' });
      expect(types.status, types.stdout).toBe(0);
    }
  });
});

const browserFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [inFolder('program.js')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    globalName: 'program',
  });
  return outputFiles[0]?.text ?? '';
}

function inFolder(path: string): string {
  return join(folder, 'installed', path);
}
