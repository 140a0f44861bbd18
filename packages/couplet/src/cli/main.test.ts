import { PassThrough, Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../testing/command.ts';
import { temporaryFolder } from '../testing/output-folder.ts';
import { version } from '../version.ts';
import { main } from './main.ts';

const hint = '(--help tells what there is)\n';

describe('couplet', () => {
  it('prints its version', async () => {
    const result = { code: 0, stdout: `${version}\n`, stderr: '' };
    expect(await runCommand(['--version'])).toEqual(result);
    expect(await runCommand(['-V'])).toEqual(result);
  });

  it('prints its help, with examples and exit codes', async () => {
    const { code, stdout, stderr } = await runCommand(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Examples:\n  couplet generate  ');
    expect(stdout).toContain('Exit codes: 0 done, 1 errors in an input');
    expect(await runCommand(['help'])).toEqual({ code, stdout, stderr });
  });

  it('prints its help as an error where no command is named', async () => {
    const { code, stdout, stderr } = await runCommand([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Usage: couplet [options] [command]');
  });

  it.each([
    ['genrate', "error: unknown command 'genrate'\n(Did you mean generate?)\n"],
    ['brew', "error: unknown command 'brew'\n"],
    ['--versoin', "error: unknown option '--versoin'\n(Did you mean --version?)\n"],
  ])('%s is wrong use', async (word, text) => {
    expect(await runCommand([word])).toEqual({ code: 2, stdout: '', stderr: text + hint });
  });

  it('ends as it would where nobody reads what it tells', async () => {
    const stderr = new Writable({ write: (_chunk, _encoding, done) => done(new Error('closed')) });
    const stdin = Readable.from([]);
    expect(await main(['brew'], { stdin, stdout: new PassThrough(), stderr, env: {} })).toBe(2);
  });
});

describe('couplet generate', () => {
  it('prints its help, with what is taken where an option is not given', async () => {
    const { code, stdout, stderr } = await runCommand(['generate', '--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const text = stdout.replaceAll(/\s+/g, ' ');
    expect(text).toContain('repeatable (default: the embedded OpenShift document)');
    expect(text).toContain('with commas: jsonnet,markdown,typescript,json-schema (default: jsonnet,markdown)');
    expect(text).toContain('the folder for the files (default: "lib")');
    expect(text).not.toMatch(/default: (false|\[\]|\{\})/);
    expect(text).toContain('Examples: couplet generate couplet generate openshift@4.20');
  });

  it.each([
    [['--form', 'x'], "unknown option '--form'\n(Did you mean --from?)"],
    [['--from'], "option '-f, --from <source>' argument missing"],
    [['--from', ''], "option '-f, --from <source>' argument '' is invalid. It must not be empty."],
    [['--out', ''], "option '-o, --out <folder>' argument '' is invalid. It must not be empty."],
    [
      ['--feature-set', ''],
      "option '--feature-set <name>' argument '' is invalid. It must not be empty.",
    ],
    [
      ['--from', 'a.yaml', 'b.yaml'],
      '"b.yaml" belongs to no option. Each source needs its own --from; all files of a folder are read with --from and the folder.',
    ],
    [
      ['--target', 'jsonet'],
      `option '-t, --target <targets>' argument 'jsonet' is invalid. There is no target "jsonet". Did you mean jsonnet?`,
    ],
    [
      ['--target', 'markdown,,'],
      `option '-t, --target <targets>' argument 'markdown,,' is invalid. There is no target "". They are jsonnet, markdown, typescript, json-schema.`,
    ],
    [
      ['--prefix', '('],
      "option '--prefix <pattern>' argument '(' is invalid. Invalid regular expression: /(/: Unterminated group",
    ],
    [
      ['--label', '../x'],
      "option '--label <name>' argument '../x' is invalid. A label has at most 100 letters, digits, dots, hyphens and underscores, no dot or hyphen first, and is not doc-util, docs, typescript or json-schema.",
    ],
    [
      ['--config', 'a.yml', '--label', 'x'],
      "option '-c, --config <file>' cannot be used with option '--label <name>'",
    ],
    [
      ['--config', 'a.yml', '--from', 'b.yml'],
      "option '-c, --config <file>' cannot be used with option '-f, --from <source>'",
    ],
  ])('%j is wrong use', async (options, text) => {
    const out = ['--out', `${temporaryFolder()}/lib`];
    const result = await runCommand(['generate', ...out, ...options]);
    expect(result).toEqual({ code: 2, stdout: '', stderr: `error: ${text}\n${hint}` });
  });

  it('says that it is at fault where something is thrown, and more where that is asked for', async () => {
    // An environment variable that cannot be read is nothing that a user can bring about.
    const broken = {
      get NO_COLOR(): string {
        throw new Error('the kettle is dry');
      },
    };
    const args = ['generate', '--dry-run', '--from', 'nowhere', '--out', temporaryFolder()];
    const { code, stdout, stderr } = await runCommand(args, { env: broken });
    expect({ code, stdout, stderr }).toEqual({
      code: 70,
      stdout: '',
      stderr: 'couplet: a fault in Couplet itself, please report it:\nError: the kettle is dry\n',
    });
    const debugged = Object.defineProperties(
      { COUPLET_DEBUG: '1' },
      {
        NO_COLOR: Object.getOwnPropertyDescriptor(broken, 'NO_COLOR') ?? {},
      },
    );
    expect((await runCommand(args, { env: debugged })).stderr).toMatch(/\n +at .*main\.test\.ts/);
  });
});
