import { describe, expect, it } from 'vitest';
import { runCommand, tidy } from '../../testing/command.ts';
import type { Files } from '../../testing/output-folder.ts';
import { contentsOf, put, temporaryFolder } from '../../testing/output-folder.ts';
import { kettleDefinition, teaApi } from '../../testing/tea.ts';

const inputs = {
  'tea.json': JSON.stringify(teaApi),
  'crds/kettle.yaml': JSON.stringify(kettleDefinition),
  'custom/pot.libsonnet': '{ tea+:: { v1+: { pot+: { brew(): "tea" } } } }\n',
  'more/steep.libsonnet': '{ minutes: 5 }\n',
};

interface Result {
  readonly code: number;
  readonly text: string;
  readonly files: Files;
}

/** Runs `generate` with a `config.yml` that has the given lines. */
async function generate(lines: readonly string[], ...options: readonly string[]): Promise<Result> {
  const folder = temporaryFolder();
  put(folder, { ...inputs, 'config.yml': lines.join('\n') });
  const args = ['generate', '--config', `${folder}/config.yml`, '--out', `${folder}/lib`];
  const { code, stdout, stderr } = await runCommand([...args, ...options]);
  expect(stdout).toBe('');
  const all = Object.entries(contentsOf(folder));
  const files = all.flatMap(([path, text]): [string, string][] =>
    path.startsWith('lib/') && path !== 'lib/.couplet.json' ? [[path.slice(4), text]] : [],
  );
  return { code, text: tidy(stderr, folder), files: Object.fromEntries(files) };
}

describe('couplet generate --config', () => {
  it('generates every library of the file, from where the file is', async () => {
    const { code, text, files } = await generate([
      'repository: example.com/libs',
      'specs:',
      "  - output: '1.0'",
      '    openapi: tea.json',
      '    prefix: ^com\\.example\\.tea\\..*',
      '    localName: t',
      '    description: Tea.',
      '    patchDir: custom',
      '    extensionDir: more',
      '  - output: crds',
      '    crds:',
      '      - crds/kettle.yaml',
    ]);
    expect(code).toBe(0);
    expect(text.split('\n')).toEqual([
      '1.0: 2 kinds, 8 functions; 15 files written, 0 unchanged, 0 removed in lib',
      expect.stringMatching(
        /^crds: 3 kinds, \d+ functions; 18 files written, 1 unchanged, 0 removed/,
      ),
      'in 0.0 s',
      '',
    ]);
    expect(files['1.0/gen.libsonnet']).toContain(
      `d.pkg(name='t', url='example.com/libs/1.0/main.libsonnet', help='Tea.')`,
    );
    expect(files['1.0/main.libsonnet']).toBe(
      "(import 'gen.libsonnet') + (import '_custom/pot.libsonnet')\n",
    );
    expect(files['1.0/_custom/pot.libsonnet']).toBe(inputs['custom/pot.libsonnet']);
    expect(files['1.0/extensions/steep.libsonnet']).toBe(inputs['more/steep.libsonnet']);
    expect(files['crds/gen.libsonnet']).toContain(
      `d.pkg(name='o', url='example.com/libs/crds/main.libsonnet', help='Generated Jsonnet library for crds')`,
    );
  });

  it('names keys that it does not know', async () => {
    const { code, text } = await generate([
      'repositry: example.com/libs',
      'specs:',
      '  - output: tea',
      '    openapi: tea.json',
      '    colour: green',
    ]);
    expect(code).toBe(0);
    expect(text).toContain(
      [
        'config.yml:1:1: warning: the key "repositry" is not known; did you mean "repository"? [unknown-key]',
        '  at repositry',
        '  Remove the key, or correct its spelling; it has no effect.',
        'config.yml:5:5: warning: the key "colour" is not known [unknown-key]',
      ].join('\n'),
    );
  });

  it('generates nothing where an entry is wrong', async () => {
    const { code, text, files } = await generate([
      'specs:',
      '  - output: 1.30',
      '    openapi: tea.json',
      '  - output: tea',
      '    openapi: tea.json',
    ]);
    expect({ code, files }).toEqual({ code: 1, files: {} });
    expect(text).toBe(
      [
        'config.yml:2:5: error: expected text, found a number [wrong-configuration]',
        '  at specs[0].output',
        '  Correct the configuration; a version such as 1.30 must stand in quotes to be text.',
        'config.yml:2:5: error: the library has no output [incomplete-configuration]',
        '  at specs[0]',
        '  Add it; without it the library cannot be generated.',
        '2 errors in 0.0 s',
        '',
      ].join('\n'),
    );
  });

  it('generates the other libraries where the input of one is broken', async () => {
    const { code, text, files } = await generate([
      'specs:',
      '  - { output: one, openapi: nowhere.json }',
      '  - { output: two, openapi: tea.json }',
    ]);
    expect(code).toBe(1);
    expect(text).toContain('nowhere.json: error: there is no such file or folder');
    expect(text).toContain('one: nothing was written to lib\ntwo: 3 kinds');
    expect(Object.keys(files).filter((path) => !/^(docs\/)?two\//.test(path))).toEqual([
      'doc-util/main.libsonnet',
    ]);
  });

  it('takes options for all of its libraries', async () => {
    const lines = ['specs:', '  - { output: two, openapi: tea.json }'];
    const { files } = await generate(lines, '--slim', '--target', 'jsonnet');
    expect(Object.keys(files).filter((path) => !path.startsWith('two/'))).toEqual([]);
    expect((await generate(lines, '--dry-run')).files).toEqual({});
  });

  it('takes no file with several configurations', async () => {
    const { code, text } = await generate(['specs: []', '---', 'specs: []']);
    expect({ code, text }).toEqual({
      code: 1,
      text: [
        'config.yml:3:1: error: expected one configuration, found a second one [wrong-configuration]',
        '  Correct the configuration; a version such as 1.30 must stand in quotes to be text.',
        '1 error in 0.0 s',
        '',
      ].join('\n'),
    });
  });
});
