import { describe, expect, it } from 'vitest';
import { runCommand, tidy } from '../../testing/command.ts';
import { contentsOf, put, temporaryFolder } from '../../testing/output-folder.ts';
import { onlyTea, teaApi } from '../../testing/tea.ts';

const slim = ['--slim', '--target', 'jsonnet'];

/** A folder with an input, and the arguments that generate from it. */
function workshop(api: object = onlyTea): { folder: string; args: readonly string[] } {
  const folder = temporaryFolder();
  put(folder, { 'tea.json': JSON.stringify(api) });
  const args = ['generate', '--from', `${folder}/tea.json`, '--out', `${folder}/lib`, ...slim];
  return { folder, args };
}

describe('couplet generate --dry-run', () => {
  it('lists what would be written, and writes nothing', async () => {
    const { folder, args } = workshop();
    const { code, stdout, stderr } = await runCommand([...args, '--dry-run']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(tidy(stderr, folder)).toBe(
      [
        'tea: 2 kinds, 8 functions; would write 7 files and remove 0, 0 unchanged in lib',
        '  + tea/_gen/tea/main.libsonnet',
        '  + tea/_gen/tea/v1/main.libsonnet',
        '  + tea/_gen/tea/v1/pot.libsonnet',
        '  + tea/_gen/tea/v1/potSpec.libsonnet',
        '  + tea/gen.libsonnet',
        '  + tea/jsonnetfile.json',
        '  + tea/main.libsonnet',
        'in 0.0 s',
        '',
      ].join('\n'),
    );
    expect(Object.keys(contentsOf(folder))).toEqual(['tea.json']);
  });

  it('lists what would change and go', async () => {
    const { folder, args } = workshop(teaApi);
    await runCommand(args);
    put(folder, { 'tea.json': JSON.stringify(onlyTea) });
    const before = contentsOf(folder);
    const { stderr } = await runCommand([...args, '--dry-run']);
    expect(tidy(stderr, folder)).toBe(
      [
        'tea: 2 kinds, 8 functions; would write 1 file and remove 3, 6 unchanged in lib',
        '  ~ tea/gen.libsonnet',
        '  - tea/_gen/milk/main.libsonnet',
        '  - tea/_gen/milk/v1/jug.libsonnet',
        '  - tea/_gen/milk/v1/main.libsonnet',
        'in 0.0 s',
        '',
      ].join('\n'),
    );
    expect(contentsOf(folder)).toEqual(before);
  });
});

describe('couplet generate --json', () => {
  it('prints one JSON document, and nothing else', async () => {
    const { folder, args } = workshop();
    const { code, stdout, stderr } = await runCommand([...args, '--json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({
      dryRun: false,
      seconds: expect.any(Number),
      diagnostics: [],
      libraries: [
        {
          label: 'tea',
          out: `${folder}/lib`,
          statistics: { groups: 1, kinds: 2, functions: 8 },
          changes: {
            created: expect.arrayContaining(['tea/main.libsonnet']),
            changed: [],
            unchanged: [],
            removed: [],
          },
          diagnostics: [],
        },
      ],
    });
  });

  it('prints errors in it too', async () => {
    const { folder, args } = workshop();
    put(folder, { 'tea.json': '{\n"swagger" "2.0"}' });
    const { code, stdout, stderr } = await runCommand([...args, '--json']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const problem = {
      code: 'json-syntax',
      severity: 'error',
      message: String.raw`this is no JSON: expected a colon, found "\"2.0\""`,
      advice: 'Correct it here; what stands before is well-formed.',
      source: `${folder}/tea.json`,
      position: { line: 2, column: 11 },
      path: '',
      documentation: 'docs/problems.md#json-syntax',
    };
    expect(JSON.parse(stdout)).toMatchObject({ libraries: [{ diagnostics: [problem] }] });
  });

  it('prints what would change', async () => {
    const { folder, args } = workshop();
    const { stdout } = await runCommand([...args, '--json', '--dry-run']);
    const changes = { created: expect.arrayContaining(['tea/gen.libsonnet']) };
    expect(JSON.parse(stdout)).toMatchObject({ dryRun: true, libraries: [{ changes }] });
    expect(Object.keys(contentsOf(folder))).toEqual(['tea.json']);
  });
});

describe('the report', () => {
  it('shows twenty problems of a kind, and counts the others', async () => {
    const properties = Object.fromEntries(
      Array.from({ length: 25 }, (_, n) => [`p${n}`, { type: n }]),
    );
    const served = { group: 'a.b', version: 'v1', kind: 'C' };
    const definition = { properties, 'x-kubernetes-group-version-kind': [served] };
    const { args } = workshop({ swagger: '2.0', definitions: { 'b.a.v1.C': definition } });
    const { stderr } = await runCommand(args);
    expect(stderr.match(/warning: expected a type name/g)).toHaveLength(20);
    expect(stderr).toContain('\n5 more of [wrong-type] are not shown; --json lists them\n');
    expect(stderr).toContain('\n25 warnings in ');
  });

  it('keeps what an input says on one line, and from being obeyed by a terminal', async () => {
    const { folder, args } = workshop({ swagger: '2.0', definitions: {} });
    const kind = 'a\nb\u001b[2Jc\u009b2Jd\u202ee';
    put(folder, { 'x\u001b.json': JSON.stringify({ kind }) });
    const { stderr } = await runCommand([...args, '--from', `${folder}/x\u001b.json`]);
    expect(tidy(stderr, folder).split('\n')[0]).toBe(
      String.raw`x\u001b.json:1:1: warning: expected an OpenAPI document or a custom resource definition, found an object of kind "a\nb\u001b[2Jc\u009b2Jd\u202ee" [not-a-schema]`,
    );
  });

  it('is coloured on a terminal, unless that is unwanted', async () => {
    const { args } = workshop();
    const coloured = '\u001b[32mtea\u001b[39m: 2 kinds';
    const onTerminal = { isTerminal: true };
    expect((await runCommand(args, onTerminal)).stderr).toContain(coloured);
    for (const env of [{ NO_COLOR: '1' }, { TERM: 'dumb' }]) {
      expect((await runCommand(args, { ...onTerminal, env })).stderr).toMatch(/^tea: 2 kinds/);
    }
    expect((await runCommand(args, { ...onTerminal, env: { NO_COLOR: '' } })).stderr).toContain(
      coloured,
    );
    expect((await runCommand(args)).stderr).toMatch(/^tea: 2 kinds/);
  });
});
