import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { runCommand, tidy } from '../../testing/command.ts';
import { contentsOf, put, temporaryFolder } from '../../testing/output-folder.ts';
import { kettleDefinition, onlyTea, teaApi } from '../../testing/tea.ts';

/** Runs `generate` in a new folder with the given files, whose names stand behind `--from`. */
async function generate(
  files: Readonly<Record<string, string>>,
  from: readonly string[],
  stdin: string | Uint8Array = '',
): Promise<{ code: number; stderr: string; kinds: readonly string[] }> {
  const folder = temporaryFolder();
  put(folder, files);
  const sources = from.flatMap((name) => ['--from', name === '-' ? name : `${folder}/${name}`]);
  const args = ['generate', ...sources, '--out', `${folder}/lib`];
  const { code, stdout, stderr } = await runCommand(args, { stdin });
  expect(stdout).toBe('');
  return { code, stderr: tidy(stderr, folder), kinds: kindsIn(folder) };
}

/** The kinds that were generated, each by its label, group, version and key. */
function kindsIn(folder: string): readonly string[] {
  return Object.keys(contentsOf(folder)).flatMap((path) => {
    const match = /^lib\/([^/]+)\/_gen\/(.+)\.libsonnet$/.exec(path);
    return match === null || path.endsWith('/main.libsonnet') ? [] : [`${match[1]}: ${match[2]}`];
  });
}

const api = JSON.stringify(teaApi);
const crd = JSON.stringify(kettleDefinition);
const pot = ['tea/v1/pot', 'tea/v1/potSpec'];
const all = ['milk/v1/jug', ...pot];

function labelled(label: string, kinds: readonly string[]): readonly string[] {
  return kinds.map((kind) => `${label}: ${kind}`);
}

describe('couplet generate --from', () => {
  it('reads a file, and names the library after it', async () => {
    expect(await generate({ 'tea-1.0.json': api }, ['tea-1.0.json'])).toEqual({
      code: 0,
      stderr:
        'tea-1.0: 3 kinds, 11 functions; 19 files written, 0 unchanged, 0 removed in lib\nin 0.0 s\n',
      kinds: labelled('tea-1.0', all),
    });
  });

  it('reads a folder', async () => {
    const files = {
      'crds/a.yaml': crd,
      'crds/b/c.json': JSON.stringify(onlyTea),
      'crds/d.md': '#',
    };
    const { code, kinds } = await generate(files, ['crds']);
    expect(code).toBe(0);
    expect(kinds).toContain('crds: tea/v1/kettle');
    expect(kinds).toContain('crds: tea/v1/pot');
  });

  it('reads standard input', async () => {
    const { code, kinds } = await generate({}, ['-'], api);
    expect({ code, kinds }).toEqual({ code: 0, kinds: labelled('stdin', all) });
  });

  it('reads what is packed, from a file and from standard input', async () => {
    const { code, kinds } = await generate({}, ['-'], gzipSync(api));
    expect({ code, kinds }).toEqual({ code: 0, kinds: labelled('stdin', all) });
  });

  it('reads several sources, and names the library after the first', async () => {
    const files = { 'one.json': JSON.stringify(onlyTea), 'two.yaml': crd };
    const { code, kinds } = await generate(files, ['one.json', 'two.yaml']);
    expect(code).toBe(0);
    expect(kinds).toEqual(expect.arrayContaining([...labelled('one', ['tea/v1/kettle', ...pot])]));
  });

  it('reads the embedded document where nothing is named', async () => {
    const { code, stderr, kinds } = await generate({}, []);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr:
        '4.5: 175 kinds, 4,541 functions; 403 files written, 0 unchanged, 0 removed in lib\nin 0.0 s\n',
    });
    expect(kinds).toContain('4.5: route/v1/route');
  });

  it('reports a source that is not there, and writes nothing', async () => {
    expect(await generate({ 'a.json': api }, ['a.json', 'b.json'])).toEqual({
      code: 1,
      stderr: [
        'b.json: error: there is no such file or folder [file-not-found]',
        '  Check the path; a relative one starts from the folder that the command runs in.',
        'a: nothing was written to lib',
        '1 error in 0.0 s',
        '',
      ].join('\n'),
      kinds: [],
    });
  });

  it('reports where a document is broken', async () => {
    const { code, stderr } = await generate(
      { 'a.json': '{\n  "swagger": "2.0"\n  "definitions": {}\n}' },
      ['a.json'],
    );
    expect(code).toBe(1);
    expect(stderr).toContain(
      'a.json:3:3: error: this is no JSON: expected a comma or }, found "\\"definitions\\"" [json-syntax]\n',
    );
  });

  it('generates what it can of a document with faults in it, and reports them', async () => {
    const faulty = api.replace('"leaves":{"type":"array"', '"leaves":{"type":1');
    const { code, stderr, kinds } = await generate({ 'a.json': faulty }, ['a.json']);
    expect({ code, kinds }).toEqual({ code: 0, kinds: labelled('a', all) });
    expect(stderr).toMatch(/^a\.json:1:\d+: warning: expected a type name, found a number \[/);
    expect(stderr).toContain(
      '\n  at definitions["com.example.tea.v1.PotSpec"].properties.leaves.type\n',
    );
    expect(stderr).toMatch(/\n1 warning in 0\.0 s\n$/);
  });

  it.each([
    ['{"swagger":"2.0","definitions":{}}', ''],
    [
      '{"kind":"Deployment"}',
      'a.json:1:1: warning: expected an OpenAPI document or a custom resource definition, ' +
        'found an object of kind "Deployment" [not-a-schema]\n' +
        '  The document is skipped; leave it out of the inputs to be rid of this message.\n',
    ],
  ])('reports that %s defines nothing, and writes nothing', async (text, warning) => {
    const { code, stderr } = await generate({ 'a.json': text }, ['a.json']);
    expect(code).toBe(1);
    expect(stderr.startsWith(warning)).toBe(true);
    expect(stderr).toContain(
      [
        'a.json: error: it defines nothing [no-definitions]',
        '  Give an OpenAPI document with definitions, or custom resource definitions.',
        'a: nothing was written to lib',
        '1 error',
      ].join('\n'),
    );
  });
});
