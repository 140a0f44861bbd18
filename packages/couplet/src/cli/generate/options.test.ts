import { describe, expect, it } from 'vitest';
import { runCommand, tidy } from '../../testing/command.ts';
import type { Files } from '../../testing/output-folder.ts';
import { contentsOf, put, temporaryFolder } from '../../testing/output-folder.ts';
import { teaApi } from '../../testing/tea.ts';

/** Runs `generate` for the invented API with the given options, and gives what is in the output folder. */
async function generate(...options: readonly string[]): Promise<Files> {
  const folder = temporaryFolder();
  put(folder, { 'tea.json': JSON.stringify(teaApi) });
  const args = ['generate', '--from', `${folder}/tea.json`, '--out', `${folder}/lib`, ...options];
  const { code, stdout, stderr } = await runCommand(args);
  expect({ code, stdout, stderr }).toMatchObject({ code: 0, stdout: '' });
  return contentsOf(`${folder}/lib`);
}

function pathsOf(files: Files, beginning: string): readonly string[] {
  return Object.keys(files).filter((path) => path.startsWith(beginning));
}

describe('couplet generate', () => {
  it('writes the library, its pages and what the library needs', async () => {
    expect(Object.keys(await generate())).toEqual([
      'doc-util/main.libsonnet',
      'docs/tea/README.md',
      'docs/tea/milk/index.md',
      'docs/tea/milk/v1/index.md',
      'docs/tea/milk/v1/jug.md',
      'docs/tea/tea/index.md',
      'docs/tea/tea/v1/index.md',
      'docs/tea/tea/v1/pot.md',
      'docs/tea/tea/v1/potSpec.md',
      'tea/_gen/milk/main.libsonnet',
      'tea/_gen/milk/v1/jug.libsonnet',
      'tea/_gen/milk/v1/main.libsonnet',
      'tea/_gen/tea/main.libsonnet',
      'tea/_gen/tea/v1/main.libsonnet',
      'tea/_gen/tea/v1/pot.libsonnet',
      'tea/_gen/tea/v1/potSpec.libsonnet',
      'tea/gen.libsonnet',
      'tea/jsonnetfile.json',
      'tea/main.libsonnet',
    ]);
  });

  it('--prefix chooses definitions, whether or not they are served', async () => {
    const files = await generate('--prefix', 'PotSpec$');
    expect(pathsOf(files, 'tea/_gen/')).toEqual([
      'tea/_gen/tea/main.libsonnet',
      'tea/_gen/tea/v1/main.libsonnet',
      'tea/_gen/tea/v1/potSpec.libsonnet',
    ]);
  });

  it('--target jsonnet writes no pages', async () => {
    expect(pathsOf(await generate('--target', 'jsonnet'), 'docs/')).toEqual([]);
  });

  it('--target markdown writes nothing but pages', async () => {
    const files = await generate('--target', 'markdown');
    expect(pathsOf(files, 'docs/tea/')).toEqual(Object.keys(files));
  });

  it('--target takes several, with spaces or not', async () => {
    expect(await generate('--target', 'markdown, jsonnet')).toEqual(await generate());
  });

  it('--label, --name, --repository and --description say what the library is', async () => {
    const repository = 'example.com/tea-libsonnet';
    const naming = ['--label', '1.0', '--name', 'leaf', '--repository', repository];
    const files = await generate(...naming, '--description', 'All about "tea".');
    expect(files['1.0/gen.libsonnet']).toContain(
      `d.pkg(name='leaf', url='example.com/tea-libsonnet/1.0/main.libsonnet', help='All about "tea".')`,
    );
    expect(files['docs/1.0/README.md']).toContain('# leaf\n');
    expect(files['docs/1.0/README.md']).toContain(
      'local leaf = import "example.com/tea-libsonnet/1.0/main.libsonnet"',
    );
    expect(files['docs/1.0/README.md']).toContain('All about "tea".');
  });

  it('--slim leaves the documentation out, and doc-util with it', async () => {
    const files = await generate('--slim');
    expect(Object.keys(files)).not.toContain('doc-util/main.libsonnet');
    expect(files['tea/_gen/milk/v1/jug.libsonnet']).not.toContain('#');
    expect(files['tea/_gen/milk/v1/jug.libsonnet']).toContain('withFull(full): { full: full }');
    expect(files['tea/jsonnetfile.json']).toContain('"dependencies": []');
  });

  it('--doc-util writes it for a slim library too', async () => {
    expect(Object.keys(await generate('--slim', '--doc-util'))).toContain(
      'doc-util/main.libsonnet',
    );
  });

  it('--plain-help shows descriptions as they are', async () => {
    expect((await generate())['docs/tea/tea/v1/pot.md']).toContain('\n"Pot holds \\"tea\\"."\n');
    const files = await generate('--plain-help');
    expect(files['docs/tea/tea/v1/pot.md']).toContain('\nPot holds "tea".\n');
    expect(files['tea/_gen/tea/v1/pot.libsonnet']).toContain(
      String.raw`help='"Pot holds \\"tea\\"."'`,
    );
  });

  it('reports a prefix that nothing matches', async () => {
    const folder = temporaryFolder();
    put(folder, { 'tea.json': JSON.stringify(teaApi) });
    const args = ['generate', '--from', `${folder}/tea.json`, '--out', `${folder}/lib`];
    const { code, stderr } = await runCommand([...args, '--prefix', '^coffee']);
    expect(code).toBe(1);
    expect(tidy(stderr, folder)).toBe(
      [
        'tea.json:1:1: error: none of the 3 definitions matches the prefix "^coffee" [nothing-selected]',
        '  Give a --prefix that matches the definitions you want.',
        'tea: nothing was written to lib',
        '1 error in 0.0 s',
        '',
      ].join('\n'),
    );
    expect(Object.keys(contentsOf(folder))).toEqual(['tea.json']);
  });
});
