import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runCommand, tidy } from '../../testing/command.ts';
import { contentsOf, put, temporaryFolder } from '../../testing/output-folder.ts';
import { onlyTea, teaApi } from '../../testing/tea.ts';

/** A folder that `generate` is run in several times, for inputs that change. */
class Workshop {
  readonly folder: string = temporaryFolder();

  /** Gives the exit code and what is printed, as one text. */
  async generate(api: object, ...options: readonly string[]): Promise<string> {
    put(this.folder, { 'tea.json': JSON.stringify(api) });
    const files = ['--from', `${this.folder}/tea.json`, '--out', `${this.folder}/lib`];
    const { code, stdout, stderr } = await runCommand(['generate', ...files, ...options]);
    return `${code}: ${stdout}${tidy(stderr, this.folder)}`;
  }

  put(path: string, text: string): void {
    put(this.folder, { [`lib/${path}`]: text });
  }

  get files(): Readonly<Record<string, string>> {
    return contentsOf(`${this.folder}/lib`);
  }
}

const jug = 'tea/_gen/milk/v1/jug.libsonnet';

describe('couplet generate, run again', () => {
  it('writes nothing where nothing has changed', async () => {
    const workshop = new Workshop();
    await workshop.generate(teaApi);
    expect(await workshop.generate(teaApi)).toBe(
      '0: tea: 3 kinds, 11 functions; 0 files written, 19 unchanged, 0 removed in lib\nin 0.0 s\n',
    );
  });

  it('reports again what it reported', async () => {
    const workshop = new Workshop();
    const dangling = { ...onlyTea, definitions: { ...definitionsOf(onlyTea), ...broken } };
    const first = await workshop.generate(dangling);
    expect(first).toMatch(
      /^0: tea\.json:1:\d+: warning: "nowhere" is referred to, but not defined/,
    );
    const repeated = first.replace(
      '15 files written, 0 unchanged',
      '0 files written, 15 unchanged',
    );
    expect(await workshop.generate(dangling)).toBe(repeated);
    expect(repeated).not.toBe(first);
  });

  it('removes what is no longer generated', async () => {
    const workshop = new Workshop();
    await workshop.generate(teaApi);
    expect(await workshop.generate(onlyTea)).toBe(
      '0: tea: 2 kinds, 8 functions; 2 files written, 11 unchanged, 6 removed in lib\nin 0.0 s\n',
    );
    expect(Object.keys(workshop.files)).not.toContain(jug);
  });

  it('writes again where an option has changed', async () => {
    const workshop = new Workshop();
    await workshop.generate(teaApi);
    for (const option of ['--slim', '--name=t', '--plain-help', '--prefix=v1', '--description=x']) {
      expect(await workshop.generate(teaApi, option)).not.toContain(' 0 files written');
      expect(await workshop.generate(teaApi, option)).toContain(' 0 files written');
    }
  });

  it('reports a missing input, though all that is there was generated before', async () => {
    const workshop = new Workshop();
    await workshop.generate(teaApi);
    for (const option of ['--from', '--patches', '--extensions']) {
      expect(await workshop.generate(teaApi, option, `${workshop.folder}/nowhere`)).toMatch(
        /^1: nowhere: error: /,
      );
    }
  });

  it('keeps the library of another label', async () => {
    const workshop = new Workshop();
    await workshop.generate(teaApi, '--label', '1.0');
    await workshop.generate(onlyTea, '--label', '2.0');
    expect(Object.keys(workshop.files)).toContain('1.0/_gen/milk/v1/jug.libsonnet');
    expect(Object.keys(workshop.files)).not.toContain('2.0/_gen/milk/v1/jug.libsonnet');
    expect(await workshop.generate(teaApi, '--label', '1.0')).toContain(' 0 files written');
    expect(await workshop.generate(onlyTea, '--label', '2.0')).toContain(' 0 files written');
  });

  it('protects what was edited, and writes nothing', async () => {
    const workshop = new Workshop();
    await workshop.generate(teaApi);
    workshop.put(jug, '{ mine: true }\n');
    expect(await workshop.generate(teaApi)).toBe(
      [
        '1: error: "lib/tea/_gen/milk/v1/jug.libsonnet" was changed since Couplet wrote it [output-file-edited]',
        '  Nothing was written; move the file away or delete it. Additions of your own belong into --patches.',
        'tea: nothing was written to lib',
        '1 error in 0.0 s',
        '',
      ].join('\n'),
    );
    expect(workshop.files[jug]).toBe('{ mine: true }\n');
  });

  it('protects what somebody else wrote', async () => {
    const workshop = new Workshop();
    workshop.put('tea/main.libsonnet', '{ mine: true }\n');
    expect(await workshop.generate(teaApi)).toContain(
      'lib/tea/main.libsonnet" exists, and Couplet did not write it [output-file-foreign]',
    );
    expect(workshop.files).toEqual({ 'tea/main.libsonnet': '{ mine: true }\n' });
  });

  it('writes again what was deleted', async () => {
    const workshop = new Workshop();
    await workshop.generate(teaApi);
    rmSync(`${workshop.folder}/lib/${jug}`);
    expect(await workshop.generate(teaApi)).toContain('; 1 file written, 18 unchanged, 0 removed');
  });

  it('leaves the old library where a new input is broken', async () => {
    const workshop = new Workshop();
    await workshop.generate(teaApi);
    const before = workshop.files;
    expect(await workshop.generate({ swagger: '2.0', definitions: {} })).toMatch(/^1: /);
    expect(workshop.files).toEqual(before);
  });
});

const broken = {
  'com.example.tea.v1.Lid': {
    properties: { knob: { $ref: '#/definitions/nowhere' } },
    'x-kubernetes-group-version-kind': [{ group: 'tea.example.com', version: 'v1', kind: 'Lid' }],
  },
};

function definitionsOf(api: object): object {
  return 'definitions' in api && typeof api.definitions === 'object' ? { ...api.definitions } : {};
}
