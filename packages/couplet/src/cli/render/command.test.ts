import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CommandResult } from '../../testing/command.ts';
import { runCommand } from '../../testing/command.ts';
import { contentsOf, put, temporaryFolder } from '../../testing/output-folder.ts';

/** A module that gives a pot for each name. */
function potsOf(...names: readonly string[]): string {
  return `
    const pot = (name, lid) => ({ kind: 'Pot', data: { lid, isHot: true }, apiVersion: 'v1', metadata: { name } });
    export default ({ lid = 'yes' }) => ({ all: ${JSON.stringify(names)}.map((name) => pot(name, lid)) });
  `;
}

/** Renders a module of the given text, in a folder of its own; paths of that are left out of what is printed. */
async function render(text: string, ...options: readonly string[]): Promise<CommandResult> {
  const folder = temporaryFolder();
  put(folder, { 'app.mjs': text });
  return renderIn(folder, 'app.mjs', ...options);
}

async function renderIn(
  folder: string,
  entry: string,
  ...options: string[]
): Promise<CommandResult> {
  const args = ['render', join(folder, entry), ...options];
  const { code, stdout, stderr } = await runCommand(args, { env: { PATH: folder } });
  return {
    code,
    stdout,
    stderr: stderr.replaceAll(`${folder}/`, '').replaceAll(folder, '<folder>'),
  };
}

const web = `apiVersion: v1
kind: Pot
metadata:
  name: web
data:
  isHot: true
  lid: "yes"
`;

describe('couplet render', () => {
  it('prints one stream of YAML', async () => {
    const stdout = `${web}---\n${web.replace('web', 'b')}`;
    expect(await render(potsOf('web', 'b'))).toEqual({ code: 0, stdout, stderr: '' });
  });

  it('prints JSON where that is asked for', async () => {
    const { code, stdout, stderr } = await render(potsOf('web'), '--json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({
      apiVersion: 'v1',
      kind: 'Pot',
      metadata: { name: 'web' },
      data: { isHot: true, lid: 'yes' },
    });
  });

  it('prints nothing where there is nothing', async () => {
    expect(await render('export default [];')).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('hands parameters on', async () => {
    const options = ['-p', 'lid=a=b', '--param', '__proto__=x'];
    const { stdout } = await render(potsOf('web'), ...options);
    expect(stdout).toBe(web.replace('"yes"', 'a=b'));
  });

  it('tells all that is wrong, and prints nothing', async () => {
    const text = `
      const good = { apiVersion: 'v1', kind: 'Pot' };
      export const web = { ...good, spec: { port: Number('x'), lid: { close() {} } } };
      export const all = [good, { kind: 'Pot' }];
    `;
    expect(await render(text)).toEqual({
      code: 1,
      stdout: '',
      stderr: `app.mjs: error: NaN cannot stand in a manifest [value-not-data]
  at web.spec.port
  Give text, numbers, true, false, null, arrays and plain objects; or leave it out.
app.mjs: error: a function cannot stand in a manifest [value-not-data]
  at web.spec.lid.close
  Give text, numbers, true, false, null, arrays and plain objects; or leave it out.
app.mjs: error: the manifest has no apiVersion [manifest-incomplete]
  at all[1]
  Begin it with new of its kind, which sets both apiVersion and kind, or write them down.
`,
    });
  });

  it('keeps what a module prints apart from the manifests', async () => {
    const { stdout, stderr } = await render(`console.log('tea is ready');${potsOf('web')}`);
    expect({ stdout, stderr }).toEqual({ stdout: web, stderr: 'tea is ready\n' });
  });

  it('tells where a module throws, without a stack', async () => {
    expect(await render(`\nthrow new TypeError('no lid');`)).toEqual({
      code: 1,
      stdout: '',
      stderr: `app.mjs:2:7: error: TypeError: no lid [module-failed]
  The module throws this here; correct it, or the arguments given with --param.
`,
    });
  });

  it('tells where there is no jsonnet', async () => {
    const folder = temporaryFolder();
    put(folder, { 'app.jsonnet': '{}' });
    const { code, stderr } = await renderIn(folder, 'app.jsonnet');
    expect(code).toBe(1);
    expect(stderr).toContain('app.jsonnet: error: there is no jsonnet on the PATH');
  });
});

describe('couplet render --out', () => {
  it('writes a file for each manifest, and keeps the folder like that', async () => {
    const folder = temporaryFolder();
    const out = join(folder, 'out');
    put(folder, { 'app.mjs': potsOf('web', 'b'), 'out/mine.yaml': 'mine' });
    expect(await renderIn(folder, 'app.mjs', '--out', out)).toEqual({
      code: 0,
      stdout: '',
      stderr: '2 files written, 0 unchanged, 0 removed in out\n',
    });
    const b = web.replace('web', 'b');
    const files = { 'mine.yaml': 'mine', 'pot-b.yaml': b, 'pot-web.yaml': web };
    expect(contentsOf(out)).toEqual(files);

    put(folder, { 'other.mjs': potsOf('web', 'c') });
    const { stderr } = await renderIn(folder, 'other.mjs', '--out', out);
    expect(stderr).toBe('1 file written, 1 unchanged, 1 removed in out\n');
    expect(Object.keys(contentsOf(out))).toEqual(['mine.yaml', 'pot-c.yaml', 'pot-web.yaml']);
  });

  it('writes JSON where that is asked for', async () => {
    const folder = temporaryFolder();
    put(folder, { 'app.mjs': potsOf('web') });
    await renderIn(folder, 'app.mjs', '--json', '--out', join(folder, 'out'));
    const { 'pot-web.json': text = '', ...others } = contentsOf(join(folder, 'out'));
    expect(others).toEqual({});
    expect(JSON.parse(text)).toHaveProperty('metadata.name', 'web');
  });

  it.each([
    [potsOf('web', 'b', 'web'), 'pot-web is wanted by this manifest and by "default.all[0]"'],
    ['export default [5];', 'expected a manifest, found a number'],
    [potsOf('mine'), '/pot-mine.yaml" exists, and Couplet did not write it'],
  ])('changes nothing where something is wrong: %s', async (text, problem) => {
    const folder = temporaryFolder();
    put(folder, { 'app.mjs': potsOf('old') });
    const out = join(folder, 'out');
    await renderIn(folder, 'app.mjs', '--out', out);
    put(folder, { 'app.mjs': text, 'out/pot-mine.yaml': 'mine' });
    const before = contentsOf(out);
    const { code, stderr } = await renderIn(folder, 'app.mjs', '--out', out);
    expect(code).toBe(1);
    expect(stderr).toContain(problem);
    expect(contentsOf(out)).toEqual(before);
    expect(Object.keys(before)).toEqual(['pot-mine.yaml', 'pot-old.yaml']);
  });
});

describe('wrong use of couplet render', () => {
  it.each([
    [[], "missing required argument 'entry'"],
    [
      ['app.py'],
      "command-argument value 'app.py' is invalid for argument 'entry'. It must end in one of .ts, .mts, .js, .mjs, .jsonnet, .libsonnet.",
    ],
    [['app.ts', '--pram', 'a=b'], "unknown option '--pram'\n(Did you mean --param?)"],
    [
      ['app.ts', '--param', 'a'],
      "option '-p, --param <name=value>' argument 'a' is invalid. It must be a name, an equals sign and a value.",
    ],
    [
      ['app.ts', '--out', ''],
      "option '-o, --out <folder>' argument '' is invalid. It must not be empty.",
    ],
    [
      ['app.ts', '-J', 'lib'],
      "option '-J, --jpath <folder>' is for Jsonnet programs only; modules take --param",
    ],
    [
      ['app.mjs', '--tla-str', 'a=b'],
      "option '--tla-str <name=value>' is for Jsonnet programs only; modules take --param",
    ],
    [
      ['app.jsonnet', '--param', 'a=b'],
      "option '-p, --param <name=value>' is for modules only; Jsonnet programs take --tla-str and --ext-str",
    ],
  ])('%j', async (args, text) => {
    expect(await runCommand(['render', ...args])).toEqual({
      code: 2,
      stdout: '',
      stderr: `error: ${text}\n(--help tells what there is)\n`,
    });
  });

  it('is met with help', async () => {
    const { code, stdout } = await runCommand(['render', '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('Usage: couplet render [options] <entry>');
    expect(stdout).toContain(
      '\n  couplet render app.jsonnet -J lib --tla-str environment=staging\n',
    );
    expect(stdout).not.toMatch(/default: /);
  });
});
